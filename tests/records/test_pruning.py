"""Old editions go with all that only they need, and no mail goes twice for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.model import Article, Edition, Letter, Published, Seen, Span
from briefing.records.state import State, opened

NOW = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
ARTICLES = tuple(Article(f"Text {number}.") for number in range(6))
OLD, NEW, AFTER = date(2026, 11, 20), date(2026, 11, 24), date(2026, 12, 1)


def edition(day: date, *numbers: int, name: str = "daily", outside: tuple[int, ...] = ()) -> Edition:
    """An edition made from these articles, one statement each, that lists those outside its window as well."""
    used = [ARTICLES[number] for number in numbers]
    said = tuple(
        Published(day, f"{k}.1", a.sha256, 0, len(a.text), a.text, Span(0, len(a.text)), ("text",))
        for k, a in enumerate(used, 1)
    )
    return Edition(
        name, day, "Daily", {"md": f"{day} {numbers}"}, statements=said,
        articles=tuple(Seen(a.sha256, day) for a in used),
        listed=tuple(ARTICLES[number].sha256 for number in (*numbers, *outside)),
    )  # fmt: skip


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """A state with all the texts and no edition."""
    with opened(tmp_path / "state") as records:
        for article in ARTICLES:
            records.keep(article)
        yield records


def kept(state: State) -> list[int]:
    """The numbers of the texts that are there."""
    return [number for number, article in enumerate(ARTICLES) if state.stored(article.sha256) is not None]


def prune(state: State, before: date, name: str = "daily") -> None:
    """Remove what is to be removed."""
    state.prune(state.pruning(name, before))


def test_what_only_old_editions_need_goes(state: State) -> None:
    """Pages, statements and texts; what a kept edition or another name lists stays, also outside its window."""
    state.record(edition(OLD, 0, 1, 2, 3), at=NOW)
    state.record(edition(NEW, 1, outside=(2,)), at=NOW)
    state.record(edition(OLD, 3, name="weekly"), at=NOW)
    plan = state.pruning("daily", AFTER)
    assert [(one.day, one.revision, one.statements) for one in plan.entries] == [(OLD, 1, 4)]
    assert kept(state) == [0, 1, 2, 3, 4, 5]
    state.prune(plan)
    assert kept(state) == [1, 2, 3]
    assert [one.day for one in state.entries("daily")] == [NEW]
    assert state.edition("daily", OLD) is None
    past = state.past("daily", AFTER)
    assert ([one.article for one in past.statements], past.last) == ([ARTICLES[1].sha256], NEW)
    assert state.edition("weekly", OLD) is not None
    assert len(state.past("weekly", AFTER).articles) == 1


def test_an_article_that_stays_was_first_seen_when_it_was(state: State) -> None:
    """Though the edition that saw it is gone: else it would be new."""
    state.record(edition(OLD, 0, 1), at=NOW)
    state.record(edition(NEW, 1), at=NOW)
    prune(state, NEW)
    assert state.past("daily", AFTER).articles == (Seen(ARTICLES[1].sha256, OLD),)


def test_the_latest_edition_stays_however_old(state: State) -> None:
    """With all its revisions: the next one is compared with it."""
    state.record(edition(OLD, 0), at=NOW)
    state.record(edition(OLD, 1), at=NOW)
    assert state.pruning("daily", AFTER).entries == ()
    prune(state, AFTER)
    assert [(one.day, one.revision) for one in state.entries("daily")] == [(OLD, 1), (OLD, 2)]
    assert kept(state) == [0, 1]


def test_who_has_got_a_mail_stays_known(state: State) -> None:
    """And the next revision of that day has a number that no mail has had."""
    state.record(edition(OLD, 0), at=NOW)
    state.record(edition(NEW, 1), at=NOW)
    letter = Letter("daily", OLD, 1, "a@example.org", NOW, NOW, state="sent")
    state.queue([letter])
    sent = (replace(letter, number=1),)
    prune(state, NEW)
    assert state.edition("daily", OLD) is None
    assert state.letters("daily") == sent
    assert state.record(edition(OLD, 2), at=NOW) == 2
    prune(state, NEW)
    assert state.letters("daily") == sent
    assert [one.day for one in state.entries("daily")] == [NEW]


def test_of_a_time_before_memory_no_text_goes(tmp_path: Path) -> None:
    """While such an edition stays it is not known which it needs; once all of them are gone, it is."""
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        connection.executescript(Path(__file__).with_name("schema_1.sql").read_text("utf-8"))
    with opened(tmp_path) as state:
        state.keep(ARTICLES[0])
        state.record(edition(NEW, 1, name="harbour"), at=NOW)
        state.keep(ARTICLES[1])
        assert state.pruning("harbour", date(2026, 11, 21)).texts is None
        prune(state, AFTER, "harbour")
        assert [one.day for one in state.entries("harbour")] == [NEW]
        assert kept(state) == [0, 1]  # the weekly one is of that time, too
        state.record(replace(edition(NEW, 1), name="weekly"), at=NOW)
        prune(state, AFTER, "weekly")
        assert kept(state) == [1]


def test_pruning_makes_the_file_smaller(state: State) -> None:
    """That is what it is for."""
    path = state.folder / "state.sqlite"
    state.record(replace(edition(OLD, 0), pages={"md": "x" * 1_000_000}), at=NOW)
    state.record(edition(NEW, 1), at=NOW)
    state._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.stat().st_size
    prune(state, NEW)
    state._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.stat().st_size < before - 900_000
