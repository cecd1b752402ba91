"""A mail's HTML part in a real browser, with its style sheet and, as some mail programs show it, without."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import briefing
from briefing.cli import start
from briefing.cli.specimen import specimen
from briefing.model import Recipient
from briefing.stages.tailor import tailor

from .conftest import ARTEFACTS, DAY, ROOT, foreign_briefing
from .test_soundness import violations

SCREENS = [(width, scheme) for width in (360, 900) for scheme in ("light", "dark")]
# What a page in a browser needs and a mail, which is shown inside of one, cannot have.
NOT_FOR_MAILS = re.compile(r"^(?:region|landmark-one-main|page-has-heading-one): ")


def stripped(page: str) -> str:
    """The part as Gmail shows it where it takes no style sheet: no head, no classes, inside of another page."""
    body = re.sub(r"<!DOCTYPE.*?<body[^>]*>|</body></html>", "", page, flags=re.DOTALL)
    body = re.sub(r' class="[^"]*"', "", body)
    around = '<meta name="viewport" content="width=device-width"><title>Inbox</title>'
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{around}</head><body>{body}</body></html>'


@pytest.fixture(scope="session")
def mails(shelf: Path) -> dict[str, Path]:
    """The example's mail, one with everything, a short one, one of a quiet day, one whose words cannot be broken."""
    sample = shelf / "sample.mail.html"
    assert start(["build", str(ROOT / "seeds"), "--date", str(DAY), "-q", "--format", "mail", "-o", str(sample)]) == 0
    whole = foreign_briefing("de")
    long = replace(specimen(DAY), title="Donaudampfschifffahrtsgesellschaftskapitän" * 3)
    pages = {
        "whole": briefing.render(whole, "mail"),
        "tailored": briefing.render(tailor(whole, Recipient("a@example.org", ("Energie",), "fr")), "mail"),
        "quiet": briefing.render(tailor(replace(whole, sections=(), other=None), Recipient("a@example.org")), "mail"),
        "long": briefing.render(long, "mail"),
    }
    pages |= {f"{name}-stripped": stripped(page) for name, page in pages.items()}
    pages["sample-stripped"] = stripped(sample.read_text("utf-8"))
    for name, page in pages.items():
        (shelf / f"{name}.mail.html").write_text(page, "utf-8")
    return {"sample": sample, **{name: shelf / f"{name}.mail.html" for name in pages}}


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_mail_is_open_to_everybody_on_every_screen(reader, mails, width, scheme):
    """Axe has nothing against it, nothing scrolls sideways or is loaded, no text is small. Pictures are taken."""
    ARTEFACTS.mkdir(exist_ok=True)
    for name in mails if (width, scheme) == (360, "light") else ("sample", "whole"):
        shown = reader.open(mails[name], width=width, scheme=scheme)
        page = shown.page
        assert [line for line in violations(page) if not NOT_FOR_MAILS.match(line)] == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.locator("td").first.bounding_box()["width"] <= 600, name
        sizes = page.eval_on_selector_all(
            "td, td *", "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 13, name
        page.screenshot(path=ARTEFACTS / f"mail-{name}-{width}-{scheme}.png", full_page=True)
        assert shown.is_quiet, (name, shown.requests, shown.messages)


@pytest.mark.parametrize("name", ["sample", "whole", "tailored", "quiet"])
def test_headings_are_in_order(reader, mails, name):
    """One of the first order; none is more than one below the one before it."""
    levels = reader.open(mails[name]).page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_without_its_style_sheet_a_mail_looks_the_same(reader, mails):
    """On a light desk, to the pixel's size: everything but dark and small screens is said by the elements."""
    boxes = "all => all.map(one => { const s = getComputedStyle(one); return [s.color, s.font, s.margin, s.padding]; })"
    for name in ("sample", "whole"):
        found = [
            reader.open(mails[which], width=900).page.eval_on_selector_all("td, td *", boxes)
            for which in (name, f"{name}-stripped")
        ]
        assert found[0] == found[1]


def test_a_line_of_its_own_stands_in_the_list_of_mails(reader, mails):
    """The first statement At a glance, whole, and nowhere on the screen; on a quiet day that nothing is new."""
    page = reader.open(mails["sample"]).page
    line = page.locator(".preheader")
    assert not line.is_visible()
    first = page.locator("li").first.inner_text()
    assert line.text_content() in first
    assert line.text_content().endswith(".")
    assert reader.open(mails["quiet"]).page.locator(".preheader").text_content().startswith("Nichts Neues seit dem ")
