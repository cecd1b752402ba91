"""Quotations: where they open and close, and how they run over paragraphs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.paragraphs import paragraphs
from briefing.language.quotations import LONGEST, quotations
from briefing.model import Span

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("quotation_cases.toml").read_text("utf-8"))["case"]
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = st.lists(st.sampled_from([*"\"'“”„«»‘’ \n.,s1aB(—", "''", "\n\n", "said"]), max_size=50).map("".join)


def quoted(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in found.pieces] for found in quotations(text, paragraphs(text))]


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Each case of the data file is read as it says."""
    assert quoted(case["text"]) == case["quotations"]


def test_forgotten_mark_in_a_long_paragraph() -> None:
    """One mark claims no more than its sentence where the paragraph goes on for long."""
    assert quoted("“We go. " + "He left the hall. " * (LONGEST // 10)) == [["“We go."]]


def test_statement_over_three_paragraphs_of_the_example() -> None:
    """A statement that each line opens anew is one quotation in three pieces."""
    text = next(SEEDS.glob("003_*")).read_text("utf-8")
    assert [[piece[:7] for piece in found] for found in quoted(text) if len(found) == 3] == [
        ['"We are', '"For th', '"Any ch']
    ]


def test_lone_mark_of_the_example() -> None:
    """The mark at the end of an example's paragraph opens nothing: the article has one quotation."""
    text = next(SEEDS.glob("004_*")).read_text("utf-8")
    assert [found[0][:9] for found in quoted(text)] == ["“We will "]


@settings(max_examples=400, deadline=None)
@given(TEXT | st.text(max_size=60))
def test_pieces_are_ordered_inside_paragraphs(text: str) -> None:
    """Pieces never overlap, each lies in one paragraph, and the same text gives the same quotations."""
    blocks = paragraphs(text)
    found = quotations(text, blocks)
    assert found == quotations(text, blocks)
    pieces = [piece for one in found for piece in one.pieces]
    edges = [edge for piece in pieces for edge in piece]
    assert all(one.pieces for one in found)
    assert edges == sorted(edges)
    assert all(any(b.start <= p.start < p.end <= b.end for b in blocks) for p in pieces)


@pytest.mark.parametrize("text", ["“a. " * 50_000, '."' * 100_000, "'a' " * 50_000, "‘a " * 50_000, "«a " * 50_000])
def test_hostile_text_is_read_in_one_pass(text: str) -> None:
    """Marks without end are read; the result lies in the one paragraph."""
    assert all(0 <= a < b <= len(text) for one in quotations(text, [Span(0, len(text))]) for a, b in one.pieces)
