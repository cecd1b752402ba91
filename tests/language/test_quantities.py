"""How many, how much and of what: every form with its reason, and what is no quantity."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.quantities import quantities
from briefing.language.quantities.numbers import LANGUAGES
from briefing.model import Quantity, Span

CASES = tomllib.loads(Path(__file__).with_name("quantity_cases.toml").read_text("utf-8"))["case"]
PIECES = st.sampled_from(
    [
        "10,000", " 9.600", "1 000", "12", " to ", "-", " and ", "$", "€", "%", " per cent", "bn", " million",
        " troops", "about ", "fewer than ", "two dozen", " people", " killed", "’s", "\n", " ", "2014", " May ",
        "-strong", "/", "(", " Soldaten", " тысяч ", "½", "a third of ", "half a ", " hundred", "5th", ".", ",", "0",
        "000", "\u202f",
    ]
)  # fmt: skip


def _told(quantity: Quantity, text: str) -> str:
    values = " ".join(map(str, dict.fromkeys((quantity.low, quantity.high))))
    kind = " ".join(filter(None, (quantity.measure, quantity.unit, quantity.qualifier)))
    of = text[slice(*quantity.of)] if quantity.of else ""
    return f"{text[quantity.start : quantity.end]} | {values} | {kind} | {of}"


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_each_sentence_has_the_quantities_that_its_reason_says(case: dict[str, Any]) -> None:
    """Words, exact values, unit, what the qualifier means, and the words of the thing; no others."""
    text = case["text"]
    found = quantities(text, Span(0, len(text)), case.get("language", "en"))
    assert [_told(quantity, text) for quantity in found] == case["found"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The blast killed at least 12 people.", "die"),
        ("The blast wounded 12 people.", "injure"),
        ("Police arrested 12 people after four boats sank.", "arrest"),
        ("They say four men died, and that 12 people were wounded.", "injure"),
        ("More than 12 deaths were counted.", "die"),
        ("Some 12 people watched.", ""),
    ],
)
def test_what_befalls_those_who_are_counted(text: str, event: str) -> None:
    """By the verb right before the number, else by the one behind it."""
    (found,) = (q for q in quantities(text, Span(0, len(text))) if q.low == 12)
    assert found.event == event


@pytest.mark.parametrize(
    ("text", "step"),
    [("12,500 boats", 100), ("10,000 boats", 10_000), ("1.9 million boats", 100_000), ("17 boats", 1)],
)
def test_a_number_says_how_far_it_is_rounded(text: str, step: int) -> None:
    """By its last figure that is not a nought, or by its decimals."""
    (found,) = quantities(text, Span(0, len(text)))
    assert found.step == step


def test_a_rate_is_told_from_a_sum() -> None:
    """By what stands right behind it."""
    (found,) = quantities("It costs $2 million a year.", Span(0, 27))
    assert found.per == "year"


@settings(deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from([*sorted(LANGUAGES), "xx"]))
def test_no_text_is_too_odd(text: str, language: str) -> None:
    """Quantities are in order and apart, lie in the sentence, and are exact."""
    found = list(quantities(text, Span(0, len(text)), language))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(isinstance(q.low, Fraction) and isinstance(q.high, Fraction) for q in found)
    assert all(q.measure == "votes" or q.low <= q.high for q in found)
    assert all(q.of is None or 0 <= q.of.start < q.of.end <= len(text) for q in found)


@given(st.integers(1_000, 10**12))
def test_grouped_digits_are_read_as_they_are_written(number: int) -> None:
    """In English with commas, in German with full stops, in French with narrow blanks."""
    for language, mark in (("en", ","), ("de", "."), ("fr", "\u202f")):
        text = f"{number:,}".replace(",", mark) + " %"
        (found,) = quantities(text, Span(0, len(text)), language)
        assert found.low == number
