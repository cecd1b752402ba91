"""How the HTML edition is read: by pointer, keyboard and finger, with a script and without one."""

from __future__ import annotations

import pytest

CITE = "#p2\\.3 .cite"
CARD = "#p2\\.3 > .card"
LAID_OPEN = 1000
"""Milliseconds until a card has surely opened or closed."""


def is_open(page, card: str = CARD) -> bool:
    """Whether the card has opened, once it has had the time to."""
    page.wait_for_timeout(LAID_OPEN)
    return page.locator(card).is_visible()


@pytest.mark.parametrize("width", [800, 1440])
@pytest.mark.parametrize("script", [True, False])
def test_a_pointer_on_a_statement_shows_where_it_is_from(reader, sample, width, script):
    """Its paragraph with the very words marked, the article, the day with its origin, and why it is here."""
    page = reader.open(sample, width=width, script=script).page
    assert not page.locator(CARD).is_visible()
    page.locator("#p2\\.3 .words").hover()
    assert is_open(page)
    said = page.locator("#p2\\.3 .words").inner_text()
    assert page.locator(f"{CARD} mark").inner_text() == said
    assert "During the last day of their meeting" in page.locator(f"{CARD} blockquote").inner_text()
    card = page.locator(CARD).inner_text()
    assert "NATO with no final decision" in card
    assert "18–20 February 2021 (inferred from “17 and 18 February” in its text)" in card
    assert "Why it is here: number 4 of its article by score; it names its theme." in card


@pytest.mark.parametrize("width", [800, 1440])
def test_a_card_stays_while_the_pointer_is_on_it_and_lies_on_the_screen(reader, sample, width):
    """It can be reached, read and left; nothing of it is cut off at the side."""
    page = reader.open(sample, width=width).page
    page.locator(CITE).hover()
    assert is_open(page)
    box = page.locator(CARD).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.locator(f"{CARD} .go a").hover()
    assert is_open(page)
    page.mouse.move(2, 2)
    assert not is_open(page)


def test_escape_puts_a_card_away_until_the_pointer_comes_again(reader, sample):
    """Without moving the pointer (WCAG 1.4.13)."""
    page = reader.open(sample).page
    page.locator(CITE).hover()
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    page.mouse.move(2, 2)
    page.locator(CITE).hover()
    assert is_open(page)


def test_the_keyboard_alone_is_enough(reader, sample):
    """Tab reaches the contents and each number; a card opens with its number, and Enter leads to the very words."""
    page = reader.open(sample).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator(CITE).focus()
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    page.keyboard.press("Enter")
    assert page.url.endswith("#x2.3")


@pytest.mark.parametrize("script", [True, False])
def test_a_click_leads_to_the_very_words_in_the_source_and_back(reader, sample, script):
    """They are marked as the target, on the screen, and their number leads back to where they are printed."""
    page = reader.open(sample, script=script).page
    page.locator(CITE).click()
    target = page.locator("mark:target")
    assert target.inner_text().removeprefix("2.3") == page.locator("#p2\\.3 .words").inner_text()
    assert 0 <= target.bounding_box()["y"] <= 800
    assert page.evaluate("getComputedStyle(document.querySelector('mark:target')).outlineStyle") == "solid"
    target.locator(".back").first.click()
    assert page.url.endswith("#p2.3")


def test_a_tap_shows_the_card_and_a_second_one_leads_to_the_source(reader, sample):
    """On a phone the card is a sheet at the foot of the screen; a tap elsewhere puts it away."""
    page = reader.open(sample, width=360, touch=True).page
    page.locator(CITE).tap()
    assert is_open(page)
    assert "#" not in page.url
    box = page.locator(CARD).bounding_box()
    assert (box["x"], box["width"]) == (0, 360)
    assert box["y"] + box["height"] == pytest.approx(900, abs=1)
    page.locator("h1").tap()
    page.evaluate("document.activeElement.blur()")
    assert not is_open(page)
    page.locator(CITE).tap()
    page.locator(CITE).tap()
    assert page.url.endswith("#x2.3")


def test_without_a_script_everything_is_there(reader, sample):
    """The same words as with it, to the letter, and the way from each number to its source."""
    with_script = reader.open(sample).page.locator("body").inner_text()
    page = reader.open(sample, script=False).page
    assert page.locator("body").inner_text() == with_script
    targets = [a.get_attribute("href") for a in page.locator(".cite, .also, .ref, .see, .back").all()]
    assert len(targets) > 60
    assert all(page.locator(f'[id="{target[1:]}"]').count() == 1 for target in targets)


def test_the_sources_stand_there_whole(reader, sample, root):
    """Every line of every article, with what was set aside and its kind, and the themes of its passages."""
    page = reader.open(sample).page
    for number, name in enumerate(("001*", "002*", "004*", "000*", "003*"), 1):
        (path,) = (root / "seeds").glob(name)
        lines = page.eval_on_selector_all(
            f"#t{number} .line",
            "ps => ps.map(p => { const c = p.cloneNode(true);"
            " c.querySelectorAll('.back, .kind').forEach(x => x.remove()); return c.textContent; })",
        )
        want = "".join(path.read_text("utf-8").split())
        assert "".join("".join(lines).split()) == want
    assert page.locator("#t2 .aside .kind").all_inner_texts()[:3] == ["title", "deck", "credit"]
    assert page.locator("#t3 .topic").all_inner_texts() == [
        "Afghanistan withdrawal", "Ukraine tensions", "Afghanistan withdrawal", "Ukraine tensions",
    ][: page.locator("#t3 .topic").count()]  # fmt: skip
    assert "Ukraine tensions" in page.locator("#t3 .topic").all_inner_texts()
