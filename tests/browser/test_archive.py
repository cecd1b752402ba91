"""The archive in the browser, opened from the disk: its search, its looks, and nothing amiss."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from briefing.assembly.proving import forget
from briefing.cli import start

from .conftest import ARTEFACTS, NEWS
from .test_soundness import violations

SETTINGS = """\
name = "orr"
title = "Morning in Orr"
sources = ["news.jsonl"]
formats = ["md", "html"]
state = "state"
output = "pages"

[[theme]]
name = "The dam"
terms = ["dam", "flood"]

[[theme]]
name = "Mill & quay"
terms = ["mill", "blast", "quay"]
"""
DAYS = (("2026-10-30", ("flood", "mill")), ("2026-11-21", ("flood", "mill", "quay")), ("2026-11-22", ("wall", "quay")))
SCREENS = [(width, scheme) for width in (360, 800, 1440) for scheme in ("light", "dark")]
KINDS = ("index.html", "search.html#q=dam", "themes/the-dam-*.html", "editions/2026-11-21.html")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of three editions."""
    home = tmp_path_factory.mktemp("archive")
    (home / "briefing.toml").write_text(SETTINGS, "utf-8")
    for day, names in DAYS:
        rows = [
            {"text": NEWS[n][1].replace("900", "900" if day > "2026-11" else "500"), "title": NEWS[n][0],
             "source": "Orr Courier", "date": day, "url": f"https://news.example/{n}"}
            for n in names
        ]  # fmt: skip
        (home / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        forget()
        assert start(["build", "--config", str(home / "briefing.toml"), "--publish", "--date", day, "-q"]) == 0
    assert start(["archive", str(home / "site"), "--config", str(home / "briefing.toml"), "-q"]) == 0
    return home / "site"


def path_of(archive: Path, kind: str) -> Path:
    """The file of a page of the site."""
    (path,) = archive.glob(kind.partition("#")[0])
    return path


def opened(reader, archive: Path, kind: str, **screen):
    """A page of the site, with what is searched for."""
    shown = reader.open(path_of(archive, kind), **screen)
    if "#" in kind:
        shown.page.goto(path_of(archive, kind).as_uri() + "#" + kind.partition("#")[2])
        shown.page.wait_for_selector(".results .point")
        shown.requests.clear()
    return shown


def results(page) -> list[str]:
    """What the search shows."""
    return page.locator(".results .words").all_inner_texts()


def test_a_statement_is_found_as_it_is_typed(reader, archive):
    """By any of its words, their beginnings, in any order; marked; and its link leads to it on its edition's page."""
    shown = reader.open(path_of(archive, "search.html"))
    page = shown.page
    assert not page.locator(".found").is_visible()
    page.locator("#words").press_sequentially("homes VALL")
    page.wait_for_selector(".results .point")
    assert len(results(page)) == 2
    assert all("from their homes in the valley" in text for text in results(page))
    assert page.locator(".results mark").all_inner_texts()[:2] == ["homes", "vall"]
    assert page.locator("#count").inner_text() == "2"
    assert "Found: 2" in page.locator(".found").inner_text()
    page.locator(".results .cite").first.click()
    assert page.url.startswith(path_of(archive, "editions/2026-11-21.html").as_uri() + "#p")
    assert "900 people from their homes" in page.locator(".point:target").inner_text()
    page.go_back()
    page.wait_for_selector(".results .point")
    assert page.locator("#words").input_value() == "homes VALL"
    assert shown.messages == []
    assert all(url.startswith(archive.as_uri()) for url in shown.requests)


@pytest.mark.parametrize(
    ("query", "want"),
    [
        ("zzz", 0), ("the dam zzz", 0), ("am", 0), ('"rebuild every house"', 2), ("“every rebuild”", 0), (".*", 0),
        ("wás bùilt 1993", 2), ("courier steel", 1), ("(", 0), ("  ", 0), ("<script>", 0), ("1993.", 2),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_what_is_found(reader, archive, query, want):
    """Phrases, accents, the source's name; signs mean nothing of their own."""
    shown = reader.open(path_of(archive, "search.html"))
    shown.page.goto(path_of(archive, "search.html").as_uri() + "#q=" + quote(query, safe=""))
    assert shown.page.locator("#words").input_value() == query
    assert len(results(shown.page)) == want
    assert shown.messages == []


def test_a_theme_narrows_the_search_and_both_are_remembered_in_the_address(reader, archive):
    """So that a search can be kept and passed on."""
    page = opened(reader, archive, "search.html#q=the").page
    everywhere = len(results(page))
    page.locator("#theme").select_option(label="The dam")
    page.wait_for_url(re.compile(r"#q=the&theme=themes%2Fthe-dam-"))
    assert 0 < len(results(page)) < everywhere
    page.reload()
    assert 0 < len(results(page)) < everywhere
    assert page.locator("#theme option:checked").inner_text() == "The dam"


def test_without_a_script_all_but_the_search_is_there(reader, archive):
    """The index leads to every edition and theme; the search says what it needs."""
    page = reader.open(path_of(archive, "index.html"), script=False).page
    page.get_by_role("link", name="22 November 2026", exact=True).click()
    assert "with steel before the winter" in page.locator("main").inner_text()
    page.get_by_role("link", name="The dam", exact=True).click()
    assert page.locator("h2").all_inner_texts() == ["22 November 2026", "21 November 2026", "30 October 2026"]
    assert "changed since 30 October 2026: “900”, was “500”" in page.locator("main").inner_text()
    page.get_by_role("link", name="Search", exact=True).click()
    assert "The search needs JavaScript" in page.locator("main").inner_text()
    assert not page.locator("form").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_has_nothing_against_it_and_nothing_is_amiss(reader, archive, kind):
    """On each screen, in both schemes: no request, no message, no sideways scrolling."""
    for width, scheme in [(1440, "light"), (360, "dark")]:
        shown = opened(reader, archive, kind, width=width, scheme=scheme)
        assert shown.is_quiet, (shown.requests, shown.messages)
        assert violations(shown.page) == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_policy_lets_nothing_else_in(reader, archive):
    """A script, style or picture that another hand adds to a page does nothing."""
    path = path_of(archive, "search.html")
    forged = archive / "forged.html"
    added = "<script>document.title='owned'</script><style>h1{display:none}</style><img src=https://example.org/x.png>"
    forged.write_text(path.read_text("utf-8").replace("</main>", f"{added}</main>"), "utf-8")
    shown = reader.open(forged)
    assert shown.page.title() == "Search, Morning in Orr"
    assert shown.page.locator("h1").is_visible()
    assert shown.answers == []
    assert len(shown.messages) >= 3


def test_hostile_words_in_the_search_are_shown_as_words(reader, archive):
    """Whatever the data hold, they are set as text: no element, no link to a script, no dialog."""
    path = path_of(archive, "search.html")
    evil = "<img src=x onerror=alert(1)> dam </script><script>alert(2)</script>"
    html = path.read_text("utf-8")
    rows = html.index('"rows":[[') + len('"rows":[[')
    said = json.dumps(evil).replace("<", "\\u003c")
    forged = archive / "hostile.html"
    forged.write_text(html[:rows] + f'{said},"1.1","",0,0,0],[' + html[rows:], "utf-8")
    shown = reader.open(forged)
    shown.page.locator("#words").fill("onerror dam")
    shown.page.wait_for_selector(".results .point")
    assert results(shown.page) == [evil]
    assert shown.is_quiet, (shown.requests, shown.messages, shown.dialogs)


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_its_pages_have_their_picture_taken(reader, archive, width, scheme):
    """For people to look at."""
    ARTEFACTS.mkdir(exist_ok=True)
    for kind in KINDS:
        name = kind.partition(".")[0].replace("/", "-").partition("-")[0]
        picture = ARTEFACTS / f"archive-{name}-{width}-{scheme}.png"
        opened(reader, archive, kind, width=width, scheme=scheme).page.screenshot(path=picture, full_page=True)
        assert picture.stat().st_size > 5_000
