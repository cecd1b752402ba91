"""What cleaning sets aside and what it must leave alone: cases with their reasons, and promises on any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Cleaned, Span
from briefing.stages.clean import clean

CASES = [json.loads(line) for line in Path(__file__).with_name("clean_cases.jsonl").read_text("utf-8").splitlines()]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PIECES = [case["text"] for case in CASES] + [
    "\n\n",
    "\r\n",
    "\u200b",
    "By. ",
    "(CNN)",
    "# ",
    "PUBLISHED:. ",
    " | ",
    "»",
    "©",
]


def words(article: Article, span: Span | None) -> str | None:
    """Return a span's words, or None."""
    return article.text[slice(*span)] if span else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_each_case_sets_aside_exactly_what_it_names(case: dict[str, Any]) -> None:
    """Each case's asides are those that it lists, in order, and nothing else of its text; all else is news."""
    article = Article(text=case["text"], title=case.get("given"), body=case.get("body", 0))
    found = clean(article)
    assert [[a.kind, article.text[a.start : a.end]] for a in found.asides] == case["aside"]
    for name in ("title", "deck"):
        if name in case:
            assert words(article, getattr(found, name)) == case[name]
    for name in ("place", "agency"):
        if name in case:
            assert getattr(found, name) == case[name]
    if "corrections" in case:
        assert [words(article, span) for span in found.corrections] == case["corrections"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_sample_articles_keep_only_news(path: Path) -> None:
    """No header, dateline, caption, credit or notice of the five sample articles is left in their blocks."""
    text = path.read_text("utf-8")
    news = [text[slice(*block)] for block in clean(Article(text=text)).blocks]
    for sign in (
        "date 20",
        "(AP)",
        "AT News",
        "KABUL:",
        "Photo:",
        "automated translation",
        "Similar articles",
        ", left,",
        ", right,",
    ):
        assert not any(sign in block for block in news)
    assert len(news) >= 9


def test_a_caption_gives_two_blocks_of_its_paragraph() -> None:
    """A paragraph out of which a caption is cut is news before and behind it."""
    text = "Ministers met in Oslo. Kari Roe, left, meets with Ola Hansen in Oslo, March 2, 2021. They agreed on a pier."
    blocks = clean(Article(text=text)).blocks
    assert [text[slice(*b)] for b in blocks] == ["Ministers met in Oslo.", "They agreed on a pier."]


def test_every_aside_says_why() -> None:
    """Every kind that the cases know comes with a reason in words."""
    asides = [a for case in CASES for a in clean(Article(text=case["text"], body=case.get("body", 0))).asides]
    assert all(len(a.reason.split()) >= 2 for a in asides)
    assert {a.kind for a in asides} == {
        "front matter", "title", "deck", "header", "byline", "dateline", "caption", "credit", "notice", "link",
        "copyright", "heading", "repeated", "post", "table",
    }  # fmt: skip


def assert_partition(article: Article, found: Cleaned) -> None:
    """Every character but white space is in exactly one block or aside, and all are in order."""
    spans = sorted([*((b.start, b.end) for b in found.blocks), *((a.start, a.end) for a in found.asides)])
    covered = [k for start, end in spans for k in range(start, end)]
    assert len(covered) == len(set(covered))
    shown = {k for k, c in enumerate(article.text) if not c.isspace()}
    assert shown <= set(covered)
    assert list(found.blocks) == sorted(found.blocks)
    assert [a.start for a in found.asides] == sorted(a.start for a in found.asides)
    assert all(b.start < b.end and not article.text[b.start].isspace() for b in found.blocks)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=6).map("".join), st.integers(0, 40))
def test_blocks_and_asides_partition_any_text(text: str, body: int) -> None:
    """Whatever the text and its front matter, blocks and asides share it out; title and deck lie inside it."""
    article = Article(text=text, body=min(body, len(text)))
    found = clean(article)
    assert_partition(article, found)
    assert all(any(b.start <= c.start <= c.end <= b.end for b in found.blocks) for c in found.corrections)
    for span in (found.title, found.deck):
        assert span is None or text[slice(*span)].strip() == text[slice(*span)] != ""
    assert found == clean(article)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_blocks_and_asides_partition_the_sample_articles(path: Path) -> None:
    """Nothing of the sample articles is lost, and nothing counted twice."""
    article = Article(text=path.read_text("utf-8"))
    assert_partition(article, clean(article))
