"""A theme's timeline: which days, in which words, and when there is none."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Citation, Dated, Extract, Happening, Occasion, Reference, Timeline
from briefing.stages.choose.extract import extract
from briefing.stages.chronicle import chronicle
from briefing.stages.read import read

CASES = tomllib.loads(Path(__file__).with_name("chronicle.toml").read_text(encoding="utf-8"))["case"]
WEDNESDAY = date(2021, 4, 14)


def told(text: str, day: date | None, language: str = "en", *, is_whole: bool = True) -> Timeline | None:
    """Return the timeline of all extracts of an article."""
    reading = read(Article(text=text, date=day, language=language))
    extracts = [extract(reading, cut, 1.0) for cut in reading.cuts]
    return chronicle(extracts, citing(reading.dated, language), is_whole=is_whole)


def citing(dated: Dated, language: str):
    """Return what cites an extract of an article of that day, labelled by where it starts."""
    reference = Reference(1, "0" * 64, "A title", dated, language=language)

    def cite(one: Extract) -> Citation:
        return Citation(f"1.{one.start + 1}", reference, one.start, one.end)

    return cite


def shown(occasion: Occasion, happening: Happening) -> str:
    """Return an entry as the cases have it."""
    days = "no year" if occasion.first is None else str(occasion.first)
    if occasion.last != occasion.first:
        days += f" to {occasion.last}"
    unit = f" ({occasion.unit})" if occasion.first else ""
    announced = ", announced" if happening.announced else ""
    return f"{days}{unit} “{happening.words}”{announced} ({', '.join(happening.names)})"


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_is_dated(case) -> None:
    """Days as exact as the article's words, what lies ahead marked, nothing guessed."""
    day = date.fromisoformat(case["day"]) if case.get("day") else None if "day" in case else WEDNESDAY
    found = told(case["text"], day, case.get("language", "en"), is_whole=not case.get("alone"))
    entries = [shown(o, happening) for o in found.occasions for happening in o.happenings] if found else []
    assert entries == case["timeline"]


def test_one_statement_stands_once_under_a_day() -> None:
    """Two expressions of one day in one extract are one entry."""
    found = told("On Tuesday, 13 April 2021, the ice broke on Tuesday. It will be cold on Friday.", WEDNESDAY)
    assert found is not None
    assert [len(occasion.happenings) for occasion in found.occasions] == [1, 1]


def test_the_articles_days_stand_apart() -> None:
    """A report's own day makes no entry: the reports are a list of their own."""
    found = told("The harbour was built in 1993. It burnt down in 2001. Two ships lay there.", WEDNESDAY)
    assert found is not None
    assert [occasion.first for occasion in found.occasions] == [date(1993, 1, 1), date(2001, 1, 1)]
    assert [reference.dated.day for reference in found.reports] == [WEDNESDAY]


PARTS = ["The ice broke", "on Tuesday", "by 1 May", "in 1993", "last week", "next month", "will come", "Vera Holm", "."]
TEXTS = st.lists(st.sampled_from([*PARTS, "early last year", "September 11", "Marn", "said", "\n\n"]), max_size=30)


@settings(max_examples=80, deadline=None)
@given(TEXTS.map(" ".join), st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1)), st.randoms())
def test_every_entry_keeps_its_promises(text: str, day: date | None, chance: random.Random) -> None:
    """Words and names are the article's own; the order of the days does not depend on that of the extracts."""
    reading = read(Article(text=text, date=day))
    extracts = [extract(reading, cut, 1.0) for cut in reading.cuts]
    cite = citing(reading.dated, "en")
    found = chronicle(extracts, cite)
    assert found == chronicle(chance.sample(extracts, len(extracts)), cite)
    for occasion in found.occasions if found else ():
        check(occasion, text, extracts)
    days = [occasion.first for occasion in found.occasions if occasion.first] if found else []
    assert days == sorted(days)


def check(occasion: Occasion, text: str, extracts: Sequence[Extract]) -> None:
    """Hold an entry against its article."""
    if occasion.first and occasion.last and occasion.unit in ("day", "week"):
        assert occasion.last - occasion.first < timedelta(31)
    for happening in occasion.happenings:
        assert happening.words == " ".join(text[happening.start : happening.end].split())
        (own,) = {e.text for e in extracts if e.start == happening.citation.start and e.end == happening.citation.end}
        assert all(name in " ".join(own.split()) for name in (happening.words, *happening.names))
