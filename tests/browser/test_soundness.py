"""The HTML edition in the browser: nothing from outside, nothing amiss, and open to everybody (WCAG 2.2 AA by axe)."""

from __future__ import annotations

from importlib.resources import files

import pytest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = [(1440, "light"), (1440, "dark"), (800, "light"), (360, "light"), (360, "dark")]


def violations(page) -> list[str]:
    """What axe has against a page, a line each."""
    page.evaluate(AXE)  # not as a script of the page: its policy would not let it in
    run = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
    found = page.evaluate(run, RULES)["violations"]
    return [f"{one['id']}: {node['html'][:120]} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_has_nothing_against_the_example(reader, sample, width, scheme):
    """On each screen, in both schemes."""
    assert violations(reader.open(sample, width=width, scheme=scheme).page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_axe_has_nothing_against_a_page_with_everything(reader, foreign, width, scheme):
    """Marks, notes, figures that differ, timelines, articles in another language than the page."""
    assert violations(reader.open(foreign, width=width, scheme=scheme).page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_against_an_open_card(reader, sample, scheme):
    """Nor against the words that a link has led to."""
    page = reader.open(sample, scheme=scheme).page
    page.locator("#p2\\.3 .cite").click()
    page.locator("#p2\\.3 .cite").focus()
    page.wait_for_timeout(500)
    assert page.locator("#p2\\.3 > .card").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 800, 1440, 2560])
def test_no_screen_scrolls_sideways(reader, sample, foreign, width):
    """Tables scroll in a box of their own, which the keyboard reaches."""
    for path in (sample, foreign):
        page = reader.open(path, width=width).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = page.locator(".scroll")
        assert boxes.count() >= 1
        assert all(box.get_attribute("tabindex") == "0" for box in boxes.all())


def test_nothing_is_asked_for_and_nothing_is_amiss(reader, sample, foreign):
    """No request, no message on the console, no complaint of the policy, while it is read and printed."""
    for path in (sample, foreign):
        shown = reader.open(path)
        shown.page.locator(".cite").first.hover()
        shown.page.locator(".cite").first.click()
        shown.page.pdf()
        assert shown.is_quiet, (shown.requests, shown.messages)


def test_the_policy_lets_nothing_else_in(reader, sample, shelf):
    """A script, a style or a picture that another hand adds is not run, not shown and not fetched."""
    page = sample.read_text("utf-8")
    forged = shelf / "forged.html"
    added = (
        "<script>document.title='owned'</script><style>h1{display:none}</style><img src='https://example.org/x.png'>"
    )
    forged.write_text(
        page.replace("</main>", f"{added}<p onclick=\"alert(1)\" style='color:red'>x</p></main>"), "utf-8"
    )
    shown = reader.open(forged)
    assert shown.page.title() == "NATO briefing, 22 November 2026"
    assert shown.page.locator("h1").is_visible()
    assert (
        shown.page.evaluate("getComputedStyle(document.querySelector('main > p:last-child')).color") != "rgb(255, 0, 0)"
    )
    assert shown.answers == []
    assert len(shown.messages) >= 3


def test_every_address_on_the_page_leads_somewhere_on_it_and_each_name_is_given_once(reader, sample, foreign):
    """Ids are unique, links inside resolve, and the others lead to the articles' own addresses."""
    for path in (sample, foreign):
        page = reader.open(path).page
        ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
        assert len(ids) == len(set(ids))
        for href in page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))"):
            assert href[1:] in ids if href.startswith("#") else href.startswith("https://news.example/"), href
        for names in page.eval_on_selector_all(
            "[aria-labelledby], [aria-describedby]",
            "all => all.map(one => one.getAttribute('aria-labelledby') || one.getAttribute('aria-describedby'))",
        ):
            assert set(names.split()) <= set(ids)


def test_what_can_be_tapped_is_large_enough(reader, sample):
    """At least 24 by 24 pixels (WCAG 2.5.8), also where a link in a sentence need not be."""
    page = reader.open(sample, width=360).page
    for link in page.locator(".cite, .also, .see, .ref, .back, .contents a, summary, .with-texts label").all():
        box = link.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24, (link.inner_text(), box)
