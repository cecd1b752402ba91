"""The mail's HTML part: text from outside is text, and no link leads anywhere but to the articles' own addresses."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.language.display import shown
from briefing.model import Article, Location, Theme
from tests.renderers.seen import Seen

DAY = date(2026, 11, 22)
ATTACKS = tomllib.loads((Path(__file__).parent / "attacks.toml").read_text("utf-8"))["attack"]
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
TAGS = {"span", "html", "head", "meta", "title", "body", "h1", "h2", "ul", "ol", "li", "p", "b", "small", "a"}
ATTRIBUTES = {
    ("html", "lang"),
    ("span", "lang"),
    ("meta", "charset"),
    ("meta", "name"),
    ("meta", "content"),
    ("body", "style"),
    ("a", "href"),
}


def page(text: str, url: str | None = None, language: str = "en") -> str:
    """The part of a pile in which everything is the text, in a language."""
    articles = [
        Article(BODY, title=text, source=text, url=url),
        Article(f"The union said {text} and went home to wait.", title="B"),
    ]
    found = briefing.build(articles, [Theme(text, ("dam",))], date=DAY, title=text)
    return briefing.render(replace(found, language=language), "mail")


@pytest.mark.parametrize(
    ("text", "language"),
    [(attack["text"], LANGUAGES[k % 6]) for k, attack in enumerate(ATTACKS)],
    ids=lambda text: text[:20],
)
def test_no_text_becomes_markup(text, language):
    """Only tags that the template prints, no comment, no attribute of its own, and the words to be read as they are."""
    seen = Seen(page(text, "https://news.example/a?b=1&c=2", language))
    assert set(seen.tags) <= TAGS
    assert seen.tags.count("h1") == 1
    assert seen.tags.count("a") == 1
    assert seen.attributes <= ATTRIBUTES
    assert seen.others == []
    assert "".join(shown(text).split()) in "".join("".join(seen.text).split())


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
     "//evil.example", "x", "\x01javascript:alert(1)"],
)  # fmt: skip
def test_an_address_that_is_none_is_no_link(url):
    """An article's address may be anybody's: only http and https lead anywhere."""
    assert Seen(page("Title", url)).links == []


def test_an_address_is_a_link_to_itself():
    """With every character that means something to HTML."""
    url = "https://news.example/?a=1&b=\"<x>'"
    assert Seen(page("Title", url)).links == [url]


def test_words_in_another_language_than_the_pages_say_so():
    """Titles and extracts, for what reads a page aloud; a file's name is in no language."""
    seen = Seen(page("The dam", language="de"))
    assert seen.tags.count("span") == len(re.findall(r"<span lang=\"en\">", page("The dam", language="de"))) > 3
    assert "span" not in Seen(page("The dam")).tags
    nameless = briefing.build([Article(BODY, location=Location("/news/dam.txt"))], date=DAY)
    assert "<b>dam.txt</b>" in briefing.render(replace(nameless, language="de"), "mail")
