"""Sentences: what ends one, in the news register of the languages claimed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.sentences import sentences
from briefing.model import Span

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("sentence_cases.toml").read_text("utf-8"))["case"]
LANGUAGES = ["en", "de", "fr", "es", "ru", "uk", "hy", "xx"]
PIECES = st.lists(
    st.sampled_from([*" \n.!?…\"'“”‘’«»()[]•-—,:1a.A。", "Mr.", "U.S.", "p.m.", "The", "said", "Ünter", "да.", "1."]),
    max_size=60,
).map("".join)


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Each case of the data file is split as it says."""
    text = case.get("joint", " ").join(case["sentences"])
    assert split(text, case.get("language", "en")) == case.get("expected", case["sentences"])


def test_blank_line_always_parts() -> None:
    """A heading without an end mark is a sentence of its own."""
    text = "Talks resume\n\nThe envoys met.\n\u00a0\nThey left"
    assert split(text) == ["Talks resume", "The envoys met.", "They left"]


def test_title_at_a_line_end() -> None:
    """A line that breaks after a title goes on in the next."""
    assert split("The prize went to Dr.\nWeiss of Bonn.") == ["The prize went to Dr.\nWeiss of Bonn."]


def test_wrapped_text_keeps_its_sentences() -> None:
    """Line breaks of wrapped text neither end a sentence nor hide an end."""
    first = "The ministers met in the old town hall and agreed on\na plan for the border."
    second = "Their\ndeputies will sign it in May."
    assert split(f"{first} {second}") == [first, second]


def test_blocks_bound_sentences() -> None:
    """Given blocks, only these are split, and a line break inside one is white space whatever the lines look like."""
    text = "KYIV: The train\nCame late. It left. Read more"
    assert [text[a:b] for a, b in sentences(text, blocks=[Span(6, 35)])] == ["The train\nCame late.", "It left."]


def test_an_open_quotation_mark_moves_no_boundary() -> None:
    """A mark that is never closed costs neither boundaries nor time."""
    text = "“The bridge is shut. " * 20_000
    assert len(sentences(text)) == 20_000


@pytest.mark.parametrize("text", ["“a. " * 50_000, "Mr. " * 50_000, "." * 250_000, "a" * 500_000, "* . " * 50_000])
def test_hostile_text_is_one_sentence(text: str) -> None:
    """Long runs of what ends no sentence stay one, and are read in one pass."""
    assert len(sentences(text)) == 1


@settings(max_examples=300, deadline=None)
@given(text=PIECES | st.text(max_size=80), language=st.sampled_from(LANGUAGES))
def test_spans_cover_the_text(text: str, language: str) -> None:
    """Sentences are ordered, trimmed, not blank, inside the text, and leave out white space only."""
    spans = sentences(text, language)
    assert spans == sentences(text, language)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in spans)
    left_out = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not left_out.strip().strip("\u200b\u200e\u200f\u2060\ufeff").split()
