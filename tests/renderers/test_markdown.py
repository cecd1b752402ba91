"""Text from outside on a Markdown page says just that text, wherever it stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import briefing
from briefing.language.display import shown
from briefing.model import Article, Location, Theme
from briefing.renderers.markdown import markdown

DAY = date(2026, 11, 22)
ATTACKS = tomllib.loads((Path(__file__).parents[1] / "attacks.toml").read_text("utf-8"))["attack"]
TEXTS = [attack["text"] for attack in ATTACKS] + ["long " * 400, "[" * 3000, "*a " * 300, "`" * 601, "&" * 600]
OURS = re.compile(r"(?:urn:sha256:[0-9a-f]{64}|[\w./%~-]+)(?:#char=\d+,\d+(?:;row=\d+)?|#row=\d+)?|#")
BODY = "The dam above Orr broke on Friday after days of heavy rain. Nobody was hurt, the mayor said."
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(page: str) -> list[Token]:
    """Return a page's tokens, those inside a line after their line."""
    return [inner for token in PARSER.parse(page) for inner in (token, *(token.children or ()))]


def text_of(page: str) -> str:
    """Return what a reader sees, white space folded."""
    found = tokens(page)
    ends = [" " if t.type.endswith("_close") or t.type == "softbreak" else "" for t in found]
    said = [t.content if t.type in ("text", "text_special") else "" for t in found]
    return " ".join("".join(map("".join, zip(said, ends, strict=True))).split())


def tight(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def links(page: str) -> list[str]:
    """Return the targets of all links and images."""
    return [str(t.attrs.get("href", t.attrs.get("src", ""))) for t in tokens(page) if {"href", "src"} & set(t.attrs)]


def structure(page: str) -> list[str]:
    """Return the page's elements in order, without what they hold."""
    return [t.type + t.tag for t in tokens(page) if t.type not in ("text", "text_special")]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_a_text_is_one_paragraph_of_itself(text):
    """At the beginning of a line, in it, in a list, in a heading and in strong print, each time literally."""
    want = " ".join(shown(text).split())
    for before, kinds in (("", "p"), ("words ", "p"), ("- ", "ul li p"), ("## ", "h2"), ("1. ", "ol li p")):
        page = before + markdown(text)
        assert text_of(page) == " ".join((before.strip("-#1. ") + " " + want).split())
        assert {t.tag for t in tokens(page)} - {""} == set(kinds.split())


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), max_size=60) | st.text("[]()<>!*_`~#=-+1.)|\\&;:/@w \t\nab\"'{}", max_size=40)
)
@example("-").via("an empty list item")
@example(" # x").via("a blank before a mark")
def test_what_is_parsed_is_what_is_shown(text):
    """The round trip: whatever the text, a Markdown reader shows it as `shown` does, as one run of text."""
    page = "x " + markdown(text) + " x"
    assert text_of(page) == " ".join(("x " + shown(text) + " x").split())
    assert structure(page) == ["paragraph_openp", "inline", "paragraph_closep"]
    alone = markdown(text)
    if alone.strip():
        assert text_of(alone) == " ".join(shown(text).split())
        assert structure(alone) == ["paragraph_openp", "inline", "paragraph_closep"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_no_bare_link_is_left_for_githubs_dialect(text):
    """Which makes links of addresses wherever it meets them."""
    line = markdown(text)
    assert not re.search(r"(?:https?|ftp)://|www\.|[\w.+-]@\w", line, re.IGNORECASE)


def pile(text: str) -> tuple[list[Article], list[Theme]]:
    """Articles whose text, title, source, place and theme are all the attack."""
    named = Location("/news/" + re.sub("[\0/]", "", text)[:80])
    articles = [
        Article(BODY, title=text, source=text, location=Location("/news/a.txt")),
        Article(f"{text}\n\nThe ferry to Marn sailed again on Sunday. It was full.", location=named),
        Article(f"The union said {text} and went home to wait for the harbour. Talks begin in spring."),
    ]
    return articles, [Theme(text, ("dam",)), Theme("Ferries", ("ferry", "union"))]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_a_page_has_our_links_and_our_structure_only(text):
    """The same elements in the same order as a page of harmless words, every link one of ours, every title literal."""
    articles, themes = pile(text)
    found = briefing.build(articles, themes, date=DAY, title=text, words=2000)
    page = briefing.render(found, "md", folder="/pages")
    assert all(OURS.fullmatch(link) for link in links(page))
    foreign = {
        "html_inline",
        "html_block",
        "image",
        "fence",
        "code_block",
        "table_open",
        "s_open",
        "hr",
        "blockquote_open",
    }
    assert not foreign & {t.type for t in tokens(page)}
    assert [t.content for t in tokens(page) if t.type == "code_inline"] == ["briefing verify"]
    seen = tight(text_of(page))
    assert seen.startswith(tight(f"{shown(text)}, 22 November 2026"))
    for point in found.points:
        assert tight(shown(point.text)) in seen
    assert [t.tag for t in tokens(page) if t.type == "heading_open"] == _headings(found)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_a_page_in_any_language_is_built_like_the_english_one(text):
    """The same elements in the same order, the same links; only words differ."""
    articles, themes = pile(text)
    found = briefing.build(articles, themes, date=DAY, title=text, words=2000)
    english = briefing.render(found, "md", folder="/pages")
    for language in ("de", "fr", "es", "ru", "uk"):
        page = briefing.render(replace(found, language=language), "md", folder="/pages")
        assert structure(page) == structure(english)
        assert links(page) == links(english)


def _headings(found: briefing.Briefing) -> list[str]:
    parts = [["h2", *["h3"] * (bool(s.key_points) + bool(s.articles))] for s in found.sections]
    other = ["h2", *["h3"] * (bool(found.other.key_points) + bool(found.other.articles))] if found.other else []
    return ["h1", *["h2"] * bool(found.glance), *(tag for part in parts for tag in part), *other, "h2", "h2"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "[" * 1_000_000,
        " #" * 500_000,
        "&a" * 500_000,
        "www" * 300_000,
        "1" * 1_000_000,
        "@" * 1_000_000,
        "⟦" * 300_000,
    ],
    ids=lambda text: text[:4],
)
def test_a_megabyte_is_no_trouble(text):
    """The escaping is linear: no text takes longer than its length."""
    assert markdown(text).replace("\\", "").startswith(shown(text)[:10].replace("\\", ""))
