"""Texts that would do something if they were let: in the browser they are the characters that they are."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.language.display import shown
from briefing.model import Article, Location, Theme

# Every third: `make report` takes them all to Chromium, from every place.
ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"][::3]
DAY = date(2026, 11, 22)
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
URLS = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://news.example/"><script>alert(1)</script>',
    "http://",
    "https:// evil.example",
    "//evil.example",
)
MANY = len(ATTACKS) // 4 + 1


def edition(text: str, url: str) -> str:
    """The page of a pile in which everything is the text: titles, sources, themes, sentences, what is set aside."""
    articles = [
        Article(BODY, title=text, source=text, url=url, location=Location("/news/a.txt")),
        Article(f"{text}\n\nThe ferry to Marn sailed again on Sunday. It was full.", location=Location("/news/b.txt")),
        Article(f"The union said {text} and went home to wait for the harbour. Talks begin in spring.", url=url),
    ]
    themes = [Theme(text, ("dam",)), Theme("Ferries", ("ferry", "union"))]
    return briefing.render(briefing.build(articles, themes, date=DAY, title=text, words=2000), "html", folder="/pages")


@pytest.mark.parametrize("quarter", range(4))
def test_no_text_does_anything(reader, tmp_path, quarter):
    """No dialog, no request, no message, no element that the template does not print, and all words to be read."""
    harmless = tmp_path / "harmless.html"
    harmless.write_text(edition("A title", "https://news.example/"), "utf-8")
    count = "() => [...new Set([...document.querySelectorAll('*')].map(one => one.tagName))]"
    ours = {*reader.open(harmless).page.evaluate(count)}
    for number, attack in list(enumerate(ATTACKS))[quarter * MANY : (quarter + 1) * MANY]:
        path = tmp_path / f"{number}.html"
        path.write_text(edition(attack["text"], URLS[number % len(URLS)]), "utf-8")
        seen = reader.open(path, width=360)
        assert seen.is_quiet, (attack["why"], seen.requests, seen.messages, seen.dialogs)
        assert {*seen.page.evaluate(count)} <= ours, attack["why"]
        whole = "".join(seen.page.evaluate("document.body.textContent").split())
        assert "".join(shown(attack["text"]).split()) in whole, attack["why"]
        links = seen.page.eval_on_selector_all("a", "all => all.map(one => one.protocol)")
        assert {*links} <= {"file:", "https:"}, attack["why"]
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360, attack["why"]
