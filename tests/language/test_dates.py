"""Expressions of time: where they stand, in which languages, and that no text is too odd for them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.dates import expressions
from briefing.language.dates.days import day_of_year, days
from briefing.language.dates.expressions import GRAMMARS
from briefing.language.dates.names import MONTHS, WEEKDAYS
from briefing.model import Span

PIECES = st.sampled_from(
    [
        "on Tuesday", " last ", "next week", " 17 and ", "18 February", ", 2021", " May ", " March", "in ", "2014",
        "since ",
        " said ", " will ", "’s", "\n", " ", "Sept. 11", " attacks", "yesterday", "“", "”", "31 ", "Feb. 30", "-", "/",
        " am Dienstag", "le 1er mars", "el martes", "во вторник ", "у вівторок ", "2021-02-30", "of ", "last week",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16. Februar 2021", date(2021, 2, 16)),
        ("1er mars 2021", date(2021, 3, 1)),
        ("12 de febrero de 2021", date(2021, 2, 12)),
        ("12 февраля 2021 года", date(2021, 2, 12)),
        ("12 лютого 2021 року", date(2021, 2, 12)),
        ("12th of May, 2021", date(2021, 5, 12)),
    ],
)
def test_full_days_are_read_in_six_languages(text: str, expected: date) -> None:
    """A header line may be in any of the languages, whatever the article's is said to be."""
    assert [day for day, _ in days(text)] == [expected]


def test_a_day_without_its_year_is_read_in_other_languages_too() -> None:
    """Datelines name day and month alone."""
    assert day_of_year("BERLIN, 16. Februar (dpa) -") == (2, 16)
    assert day_of_year("BERLIN (dpa) -") is None


@pytest.mark.parametrize("language", sorted(MONTHS))
def test_each_language_names_twelve_months_and_seven_weekdays(language: str) -> None:
    """No form stands for two of them."""
    for names, count in ((MONTHS[language], 12), (WEEKDAYS[language], 7)):
        forms = " ".join(names).split()
        assert len(names) == count
        assert len(set(forms)) == len(forms)


def test_what_is_quoted_has_a_day_of_its_own() -> None:
    """In a quotation "yesterday" is the speaker's; a weekday is not moved by who says it."""
    text = "“We lost it yesterday, it was sold on Monday,” he said."
    found = expressions(text, [Span(0, len(text))], quoted=[Span(0, 46)])
    assert [text[e.start : e.end] for e in found] == ["Monday"]
    assert len(expressions(text, [Span(0, len(text))])) == 2


def test_an_expression_stays_inside_its_sentence() -> None:
    """A number at the end of one sentence and a month at the beginning of the next are no day."""
    text = "They were 17 May 2021 was cold."
    found = expressions(text, [Span(0, 12), Span(13, len(text))])
    assert [(text[e.start : e.end], e.day) for e in found] == [("May 2021", None)]


def test_no_sentences_and_no_grammar_give_nothing() -> None:
    """Asides are not looked at, and a language that is not known is not guessed at."""
    assert expressions("They met on Tuesday.", []) == ()
    assert expressions("They met on Tuesday.", [Span(0, 20)], "xx") == ()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=6), max_size=14).map("".join),
    st.lists(st.integers(0, 80), max_size=4),
    st.sampled_from([*GRAMMARS, "xx"]),
)
def test_expressions_stand_in_sentences_in_order_and_apart(text: str, cuts: list[int], language: str) -> None:
    """Whatever the text, nothing is raised, and each expression lies inside one sentence."""
    bounds = [0, *sorted(cut for cut in set(cuts) if 0 < cut < len(text)), len(text)]
    sentences = [Span(start, end) for start, end in pairwise(bounds) if start < end]
    found = expressions(text, sentences, language)
    assert found == expressions(text, sentences, language)
    ends = [0, *(e.end for e in found)]
    assert all(end <= e.start < e.end for end, e in zip(ends, found, strict=False))
    assert all(any(s.start <= e.start and e.end <= s.end for s in sentences) for e in found)
