"""The plain text edition: lines that a terminal shows as they are meant, whatever they hold."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.cli.specimen import specimen
from briefing.language.display import shown
from briefing.model import Article, Theme
from briefing.renderers.columns import cells, columns
from briefing.settings.schema import PAGE_LANGUAGES

DAY = date(2026, 11, 22)
ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
URL = "https://news.example/2026/11/22/" + "a-very-long-address-" * 5


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", 0),
        ("abc", 3),
        ("Crimée", 6),
        ("Crime\u0301e", 6),
        ("東京", 4),
        ("ﾄｳｷｮｳ", 5),
        ("서울", 4),
        ("a\u200db", 2),
        ("—“”", 3),
        ("👍", 2),
    ],
)
def test_columns_are_counted_as_a_terminal_does(text, want):
    """Wide characters take two, those that join another none."""
    assert cells(text) == want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("one two three", "one two\nthree"),
        ("* one two three", "* one two\n  three"),
        (" * one two three", " * one two\n   three"),
        ("12. one two three", "12. one\n    two\n    three"),
        ("   one two three", "   one two\n   three"),
        ("so it is. [3.1]", "so it\nis. [3.1]"),
        ("a [1, 2] b", "a [1, 2] b"),
        ("aa [1, 2] b", "aa [1, 2]\nb"),
        ("on the 12,000,000", "on the\n12,000,000"),
        ("see https://a.example/b now", "see\nhttps://a.example/b\nnow"),
        ("* https://a.example/b", "* https://a.example/b"),
        ("東京都知事選挙", "東京都知事\n選挙"),
        ("東京都知事。選挙", "東京都知\n事。選挙"),
        ("東京都知「選挙」", "東京都知\n「選挙」"),
        ("cafe\u0301 cafe\u0301 x", "cafe\u0301 cafe\u0301\nx"),
        ("a\xa0b c d e f", "a\xa0b c d e\nf"),
        ("x    ", "x"),
        ("", ""),
    ],
)
def test_a_line_is_broken_with_care(line, want):
    """At ten columns: what follows hangs below its beginning; a number stays behind its sentence, an address whole."""
    assert columns(line, 10) == want


def test_more_numbers_than_a_line_holds_are_broken_between_them():
    """None of them in itself."""
    found = columns("end. [1.1, 2.1, 3.1, 4.1]", 12).split("\n")
    assert [cells(line) <= 12 for line in found] == [True] * len(found)
    assert " ".join(found) == "end. [1.1, 2.1, 3.1, 4.1]"


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("ab1.,-*[]() 東京。「」e\u0301\u200d서"), max_size=200), width=st.integers(12, 40))
def test_nothing_is_lost_and_no_line_is_too_long(text, width):
    """Whatever is on it: with the blanks taken away it is the same, and only what has no place to break is longer."""
    broken = columns(text, width)
    assert re.sub(r"\s", "", broken) == re.sub(r"\s", "", text)
    for line in broken.split("\n"):
        assert cells(line) <= width or not re.search(r"\S [^\s\[]", line.strip().lstrip("0123456789.*- "))


def page(text: str, url: str | None = None, language: str = "en") -> str:
    """The page of a pile in which everything is the text."""
    articles = [
        Article(BODY, title=text, source=text, url=url),
        Article(f"The union said {text} and went home to wait.", title="B"),
    ]
    found = briefing.build(articles, [Theme(text, ("dam",))], date=DAY, title=text)
    return briefing.render(replace(found, language=language), "text")


@pytest.mark.parametrize("text", [attack["text"] for attack in ATTACKS], ids=lambda text: text[:20])
def test_a_terminal_shows_every_text_and_obeys_none(text):
    """No control or bidirectional character as it is, and the words to be read as they are."""
    found = page(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]", found)
    assert "".join(shown(text).split()) in "".join(found.split())


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_no_line_has_more_than_72_columns(language):
    """Of the page with everything, and of one with long titles; an address that is longer stands alone."""
    long = page("東京都の知事が辞任を表明した " * 8, URL, language)
    for line in (briefing.render(replace(specimen(DAY), language=language), "text") + long).split("\n"):
        assert cells(line) <= 72 or line.strip() == f"<{URL}>"
    assert f"<{URL}>" in long


def test_headings_are_underlined_as_far_as_they_are_wide():
    """Also where their letters take two columns."""
    found = page("東京").split("\n")
    assert found[1] == "=" * cells(found[0])


def test_verify_says_that_it_reads_no_plain_text(command, seeds):
    """And what it does read."""
    command("build", seeds, "-o", "page.txt")
    ran = command("verify", "page.txt")
    assert ran.code == 1
    assert "plain text, which is not read back; verify reads Markdown, HTML and JSON pages" in ran.err


def test_a_sentence_and_its_number_stay_together(command, seeds):
    """On the example's page no line begins with a number of a sentence."""
    ran = command("build", seeds, "--date", str(DAY), "--format", "text", "-o", "-")
    assert not re.search(r"^ *\[\d+\.\d+", ran.out, re.MULTILINE)
    assert len(re.findall(r"[.”] \[\d+\.\d+", ran.out)) > 10
