"""The HTML edition on paper."""

from __future__ import annotations

import re

import pytest

from .pictures import text_of


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_example_is_two_to_four_pages_with_numbers(reader, sample, tmp_path, paper):
    """All that the page says, each page numbered, and neither the sources, the cards nor the contents."""
    page = reader.open(sample).page
    page.pdf(path=tmp_path / "p.pdf", format=paper, prefer_css_page_size=True)
    pages = text_of(tmp_path / "p.pdf")
    assert 2 <= len(pages) <= 4
    for number, text in enumerate(pages, 1):
        assert re.search(rf"\b{number} / {len(pages)}\b", text)
    whole = " ".join(" ".join(pages).split())
    for words in page.locator(".words").all_inner_texts():
        assert "".join(words.split()) in "".join(whole.replace("\ufffe", "").split())
    for said in ("At a glance", "Who said what", "How this was made", "“Tuesday” = 13 April 2021"):
        assert said in whole
    for hidden in ("Why it is here", "The sources as they stand", "Open it in the source", "Skip to the content"):
        assert hidden not in whole


def test_the_sources_are_printed_where_they_are_asked_for(reader, sample, tmp_path):
    """By a box on the page, which needs no script."""
    page = reader.open(sample, script=False).page
    page.locator("#with-texts").check()
    page.pdf(path=tmp_path / "p.pdf", format="A4")
    pages = text_of(tmp_path / "p.pdf")
    assert len(pages) > 5
    assert "Theattacks prompted the United States" in " ".join(" ".join(pages).split())


def test_a_page_in_the_dark_is_printed_on_white(reader, sample):
    """Paper is white whatever the screen's scheme is."""
    page = reader.open(sample, scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
