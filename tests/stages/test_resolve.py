"""Which day a word means: every form with its reason, what is no date, and that nothing is ever resolved by a guess."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.dates import expressions
from briefing.model import Dated, Expression, Span
from briefing.stages.resolve import period, resolve

CASES = [json.loads(line) for line in Path(__file__).with_name("resolve_cases.jsonl").read_text("utf-8").splitlines()]
WEDNESDAY = date(2021, 2, 17)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SAID = st.builds(
    Expression,
    st.just(0),
    st.just(1),
    unit=st.sampled_from(["day", "week", "month", "year"]),
    year=st.none() | st.integers(1900, 2099),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    last_day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(0, 6),
    offset=st.none() | st.integers(-6, 6),
    side=st.sampled_from(["past", "future", "unknown"]),
).filter(lambda said: not said.last_day or (said.day or 0) < said.last_day)


def moments(text: str, dated: Dated, language: str = "en") -> list[list[str]]:
    """Return what a text of one sentence says, as [words, first day, last day]."""
    found = resolve(text, expressions(text, [Span(0, len(text))], language), dated)
    return [[moment.words, moment.first.isoformat(), moment.last.isoformat()] for moment in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_each_case_means_the_days_that_its_reason_says(case: dict[str, Any]) -> None:
    """In an article of Wednesday 17 February 2021 each sentence means these days, and no others."""
    dated = Dated(WEDNESDAY, "metadata", "stated")
    assert moments(case["text"], dated, case.get("language", "en")) == case["moments"]


def test_there_are_as_many_traps_as_were_asked_for() -> None:
    """At least 60 of the cases are words that look like a day and are none, or none that is sure."""
    assert sum(not case["moments"] for case in CASES) >= 60


def test_without_a_day_only_what_has_its_year_is_resolved() -> None:
    """In an undated article "Tuesday" stays as it is, "5 October 2020" does not need one."""
    text = "They met on Tuesday, on 3 February, in January and on 5 October 2020."
    assert moments(text, Dated()) == [["5 October 2020", "2020-10-05", "2020-10-05"]]


def test_a_moment_counted_from_an_inferred_day_says_so() -> None:
    """What has its year does not depend on the article's day, and is not marked."""
    text = "They met on 5 October 2020 and last year."
    found = resolve(text, expressions(text, [Span(0, len(text))]), Dated(WEDNESDAY, confidence="inferred"))
    assert [(moment.words, moment.inferred) for moment in found] == [("5 October 2020", False), ("last year", True)]


def test_within_some_days_a_word_must_mean_the_same_from_each() -> None:
    """From 16 or 18 February Monday is the 15th; Wednesday may be the 10th or the 17th, and stays open."""
    dated = Dated(date(2021, 2, 16), confidence="inferred", last=date(2021, 2, 18))
    assert moments("They met on Monday.", dated) == [["Monday", "2021-02-15", "2021-02-15"]]
    assert moments("They met on Wednesday.", dated) == []


def test_a_text_changed_on_a_later_day_must_mean_the_same_on_both() -> None:
    """A page of Monday, changed on Tuesday: its Tuesday may be either, its Sunday is not in doubt."""
    dated = Dated(date(2021, 2, 15), "header line", "stated", updated=datetime.fromisoformat("2021-02-16T09:00"))
    assert moments("They met on Tuesday.", dated) == []
    assert moments("They met on Sunday.", dated) == [["Sunday", "2021-02-14", "2021-02-14"]]


@pytest.mark.parametrize(
    "stamps",
    [{"time": time(22, 10)}, {"time": time(9), "updated": datetime.fromisoformat("2021-02-17T19:30")}],
    ids=str,
)
def test_what_is_published_in_the_evening_may_be_the_next_days_paper(stamps: dict[str, Any]) -> None:
    """Then "yesterday" may be today and stays open; a weekday does not move."""
    dated = Dated(WEDNESDAY, "header line", "stated", **stamps)
    assert moments("They met yesterday.", dated) == []
    assert moments("They met on Tuesday.", dated) == [["Tuesday", "2021-02-16", "2021-02-16"]]


def test_words_of_an_extract_keep_their_place_in_the_article() -> None:
    """The text of an extract is a part of the article's; positions stay those of the article."""
    whole = "Nobody came. They met on\nTuesday night."
    said = expressions(whole, [Span(0, 12), Span(13, len(whole))])
    (moment,) = resolve(whole[13:], said, Dated(WEDNESDAY, "metadata", "stated"), offset=13)
    assert (moment.words, whole[moment.start : moment.end]) == ("Tuesday", "Tuesday")


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        ("2021-02-21", "It fell last week.", None),
        ("2021-02-22", "It fell last week.", ("2021-02-15", "2021-02-21")),
        ("2021-01-04", "It fell last month.", ("2020-12-01", "2020-12-31")),
        ("2020-12-30", "It will fall next month.", ("2021-01-01", "2021-01-31")),
        ("2021-03-01", "It fell yesterday.", ("2021-02-28", "2021-02-28")),
        ("2020-03-01", "It fell on 29 February.", ("2020-02-29", "2020-02-29")),
        ("2021-03-01", "It fell on 29 February.", None),
        ("2021-01-02", "It fell on December 30.", ("2020-12-30", "2020-12-30")),
        ("2020-12-30", "It will fall on 2 January.", ("2021-01-02", "2021-01-02")),
        ("2021-01-03", "It fell on Tuesday of last week.", None),
        ("2021-02-16", "It fell on Tuesday.", ("2021-02-16", "2021-02-16")),
        ("2021-02-15", "It falls on Monday.", ("2021-02-15", "2021-02-15")),
        ("2021-03-20", "It fell in March.", None),
        ("2021-03-20", "It fell last March.", ("2020-03-01", "2020-03-31")),
        ("2021-03-20", "It will fall next January.", ("2022-01-01", "2022-01-31")),
        ("2021-03-20", "It will fall next May.", None),
        ("2021-03-20", "It fell this January.", ("2021-01-01", "2021-01-31")),
    ],
)
def test_the_edges_of_weeks_months_and_years(day: str, text: str, expected: tuple[str, str] | None) -> None:
    """Sundays, the turn of a year, and leap days are counted right or not at all."""
    found = moments(text, Dated(date.fromisoformat(day), "metadata", "stated"))
    assert [(first, last) for _, first, last in found] == ([expected] if expected else [])


@settings(max_examples=200, deadline=None)
@given(SAID, DAYS | st.none())
def test_a_period_is_in_order_and_as_long_as_its_unit(said: Expression, day: date | None) -> None:
    """Whatever is said in whatever article, nothing is raised, and same in gives same out."""
    found = period(said, day)
    assert found == period(said, day)
    if found is not None:
        assert found[0] <= found[1] <= found[0] + timedelta(days=365)
    if said.year is None and day is None:
        assert found is None
