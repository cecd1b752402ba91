"""What the editions before a day printed and read: never that day's own, of each day the latest revision."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Edition, Hand, Location, Made, Past, Published, Seen, Span
from briefing.records.state import State, opened, remembered
from briefing.stages.publish import edition, remember

DAY = date(2026, 11, 22)
NEXT = date(2026, 11, 23)
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
A, B = "a" * 64, "b" * 64


def said(text: str, day: date = DAY, label: str = "1.1") -> Published:
    """A statement of that day."""
    words = tuple(text.casefold().split())
    return Published(day, label, A, 0, len(text), text, Span(0, len(text)), words, "Überblick")


def told(*texts: str, day: date = DAY, articles: tuple[Seen, ...] = ()) -> Edition:
    """An edition that prints these statements."""
    statements = tuple(said(text, day, f"1.{place}") for place, text in enumerate(texts, 1))
    return Edition("daily", day, "Daily", {"md": "\n".join(texts)}, statements=statements, articles=articles)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An open, new state."""
    with opened(tmp_path / "state") as records:
        yield records


def test_an_edition_comes_back_with_all_that_it_was_made_from(state: State) -> None:
    """Its window and settings, its statements in the order of the page, its articles, and what it lists besides."""
    hand = Hand(pin=("around 4,000",), drop=("source:AP", "x"), source_words=80)
    of_kind = {"str": "ä", "int": 7, "Hand": hand, "tuple[str, ...]": ("/n/ä", "https://example.org/feed")}
    made = Made(**{field.name: of_kind.get(str(field.type), DAY) for field in fields(Made)}).sealed(DAY)
    articles = (
        Seen(A, DAY, date(2026, 11, 20), "“Dämme”", "Orr Courier", "https://example.org/a", Location("/n/a.jsonl", 3)),
        Seen(B, DAY),
    )
    whole = replace(told("The dam broke.", "A\n\nb", articles=articles), made=made, listed=(A, B, "c" * 64))
    assert state.record(whole, at=NOW) == 1
    assert state.edition("daily", DAY) == replace(whole, revision=1)


def test_a_day_never_looks_at_itself(state: State) -> None:
    """Nor at a later one; building the same day again finds the same past."""
    state.record(told("Old.", articles=(Seen(A, DAY),)), at=NOW)
    state.record(told("Later.", day=NEXT, articles=(Seen(A, NEXT), Seen(B, NEXT))), at=NOW)
    assert state.past("daily", DAY) == Past()
    assert state.past("daily", NEXT) == Past((said("Old."),), (Seen(A, DAY),), DAY)
    assert state.past("weekly", NEXT) == Past()
    after = state.past("daily", date(2026, 12, 1))
    assert after == Past((said("Old."), said("Later.", NEXT)), (Seen(A, DAY), Seen(B, NEXT)), NEXT)


def test_of_a_day_its_latest_revision_counts(state: State) -> None:
    """Its statements take the place of the earlier ones; an article stays seen by whichever revision had it."""
    state.record(told("One.", "Two.", articles=(Seen(A, DAY),)), at=NOW)
    state.record(told("Three.", articles=(Seen(B, DAY),)), at=NOW)
    assert state.past("daily", NEXT) == Past((said("Three."),), (Seen(A, DAY), Seen(B, DAY)), DAY)


def test_the_first_edition_to_see_an_article_is_the_first_by_day(state: State) -> None:
    """An edition of an earlier day that is made later takes its place, with what it found in the article."""
    state.record(told("New.", day=NEXT, articles=(Seen(A, NEXT, title="Changed"),)), at=NOW)
    state.record(told("Old.", articles=(Seen(A, DAY, title="First"),)), at=NOW)
    assert state.past("daily", date(2026, 12, 1)).articles == (Seen(A, DAY, title="First"),)


def test_what_fails_halfway_leaves_no_statement(state: State) -> None:
    """Pages, statements and articles are recorded together or not at all."""
    broken = told("Good.", "\udcff", articles=(Seen(A, DAY),))
    with pytest.raises(UnicodeEncodeError):
        state.record(replace(broken, pages={"md": "x"}), at=NOW)
    assert state.past("daily", NEXT) == Past()
    assert state.edition("daily") is None


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
def test_recording_and_reading_back_is_remembering(data, piles, themes):
    """Whatever the articles are, and in whatever order the days are recorded."""
    days = sorted(data.draw(st.sets(st.dates(date(2026, 10, 1), date(2026, 12, 1)), max_size=4)))
    made = [briefing.build(data.draw(piles), themes, date=day) for day in days]
    with TemporaryDirectory() as folder:
        with opened(Path(folder)) as records:
            for page in data.draw(st.permutations(made)):
                records.record(edition(page, name="daily", pages={"md": briefing.render(page)}), at=NOW)
        for before in (*days, date(2027, 1, 1)):
            earlier = [page for page in made if page.day < before]
            assert remembered(Path(folder), "daily", before) == reduce(remember, earlier, Past())


def test_three_years_are_remembered_in_a_moment(tmp_path: Path) -> None:
    """A thousand editions of thirty statements and thirty new articles each."""
    with opened(tmp_path) as records:
        records._connection.execute("PRAGMA synchronous = OFF")  # a thousand commits are not what is measured
        for number in range(1000):
            day = date(2024, 1, 1) + timedelta(days=number)
            texts = [
                f"Statement {k} of edition {number} says something of usual length about a dam." for k in range(30)
            ]
            articles = tuple(Seen(f"{number:060}{k:04}", day, day, "Title", "Source") for k in range(30))
            records.record(told(*texts, day=day, articles=articles), at=NOW)
    begun = time.process_time()
    past = remembered(tmp_path, "daily", DAY)
    spent = time.process_time() - begun
    assert (len(past.statements), len(past.articles)) == (30_000, 30_000)
    assert spent < 2.0, spent
