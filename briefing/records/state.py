"""The state of a briefing: editions, what became of each mail, known problems, and the articles behind the pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from briefing.model import Article, Delivery, Edition, Problem
from briefing.records import articles, database
from briefing.records.folder import prepare


@contextmanager
def opened(folder: Path) -> Iterator[State]:
    """Open the state in `folder`, making what is not there; raises RecordsError, also from anything done inside."""
    prepare(folder)
    path = folder / "state.sqlite"
    with database.opened(path) as connection:
        yield State(folder, connection)


@dataclass(frozen=True, slots=True)
class State:
    """The records of `plugins.Records`, in a folder; make one with `opened`."""

    folder: Path
    _connection: sqlite3.Connection

    def record(self, edition: Edition, *, at: datetime) -> int:
        """Store the edition, made at `at`, and return its revision: the last one's if title and pages are the same."""
        with database.transaction(self._connection):
            last = self.edition(edition.name, edition.day)
            if last and last == replace(edition, pages=dict(edition.pages), revision=last.revision):
                return last.revision
            revision = last.revision + 1 if last else 1
            self._store(replace(edition, revision=revision), at)
            return revision

    def _store(self, edition: Edition, at: datetime) -> None:
        row = (edition.name, edition.day.isoformat(), edition.revision, edition.title, at.isoformat())
        insert = "INSERT INTO editions (name, day, revision, title, made_at) VALUES (?, ?, ?, ?, ?)"
        key = self._connection.execute(insert, row).lastrowid
        pages = [(key, form, page.encode()) for form, page in sorted(edition.pages.items())]
        self._connection.executemany("INSERT INTO pages (edition, format, page) VALUES (?, ?, ?)", pages)

    def edition(self, name: str, day: date | None = None) -> Edition | None:
        """Return the last revision of that day, or of the latest day recorded; None if there is none."""
        query = (
            "SELECT id, day, title, revision FROM editions WHERE name = ? AND (? IS NULL OR day = ?)"
            " ORDER BY day DESC, revision DESC LIMIT 1"
        )
        wanted = day and day.isoformat()
        row = self._connection.execute(query, (name, wanted, wanted)).fetchone()
        if row is None:
            return None
        key, found, title, revision = row
        return Edition(name, date.fromisoformat(found), title, self._pages(key), revision)

    def _pages(self, key: int) -> Mapping[str, str]:
        rows = self._connection.execute("SELECT format, page FROM pages WHERE edition = ? ORDER BY format", (key,))
        return {form: page.decode() for form, page in rows}

    def mark(self, delivery: Delivery) -> None:
        """Commit what became of a mail, in place of what was known of it."""
        key = (delivery.name, delivery.day.isoformat(), delivery.recipient)
        what = (delivery.revision, delivery.message_id, delivery.state, delivery.at.isoformat(), delivery.words)
        query = (
            "INSERT OR REPLACE INTO deliveries (name, day, recipient, revision, message_id, state, at, words)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._connection.execute(query, key + what)

    def delivery(self, name: str, day: date, recipient: str) -> Delivery | None:
        """Return what is known of the mail of that day's edition to that recipient, whatever the revision."""
        query = (
            "SELECT revision, message_id, state, at, words FROM deliveries WHERE name = ? AND day = ? AND recipient = ?"
        )
        row = self._connection.execute(query, (name, day.isoformat(), recipient)).fetchone()
        if row is None:
            return None
        revision, message_id, state, at, words = row
        return Delivery(name, day, recipient, revision, message_id, state, datetime.fromisoformat(at), words)

    def new_problems(self, name: str, problems: Iterable[Problem], *, day: date) -> tuple[Problem, ...]:
        """Return the problems that the last call did not know, and remember just these: one that went is forgotten."""
        present = {(_storable(problem.where), _storable(problem.what)): problem for problem in problems}
        with database.transaction(self._connection):
            query = "SELECT place, what, first_day FROM problems WHERE name = ?"
            known = {(place, what): first for place, what, first in self._connection.execute(query, (name,))}
            self._connection.execute("DELETE FROM problems WHERE name = ?", (name,))
            rows = [(name, *key, known.get(key, day.isoformat())) for key in sorted(present)]
            self._connection.executemany(
                "INSERT INTO problems (name, place, what, first_day) VALUES (?, ?, ?, ?)", rows
            )
        return tuple(problem for key, problem in present.items() if key not in known)

    def keep(self, article: Article) -> None:
        """Store the article's text as it was read."""
        articles.keep(self.folder, article)

    def stored(self, sha256: str) -> str | None:
        """Return the text with this hash, or None: not kept, or no longer what it was."""
        return articles.stored(self.folder, sha256)


def _storable(text: str) -> str:
    """Escape what UTF-8 cannot hold: the name of a file whose bytes are no text."""
    return text.encode(errors="backslashreplace").decode()
