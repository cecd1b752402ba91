"""The outbox in the database: letters with their bytes, put there with their edition, and what became of them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from briefing.model import Letter

KEPT = timedelta(days=30)
"""How long the bytes of a letter stay after it was sent: by judgement, for `--again` and a look back."""

_COLUMNS = "number, name, day, revision, recipient, sender, message_id, state, queued, at, due, tries, words"
# Where a letter is there already, the edition's is put in its place: it is asked for once more.
_PUT = """
INSERT INTO outbox (name, day, revision, recipient, sender, message_id, data, state, queued, at, due, tries, words)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (name, day, recipient, revision) DO UPDATE SET sender = excluded.sender,
    message_id = excluded.message_id, data = excluded.data, state = excluded.state, queued = excluded.queued,
    at = excluded.at, due = excluded.due, tries = excluded.tries, words = excluded.words
"""
# What has not left of an earlier revision never will: nobody is to get two editions of a day.
_REPLACE = """
UPDATE outbox SET state = 'dropped', due = NULL, words = 'a later revision took its place'
WHERE name = ? AND day = ? AND recipient = ? AND revision < ? AND state IN ('held', 'queued', 'deferred', 'failed')
"""
_BEFORE = """
SELECT message_id FROM outbox WHERE name = ? AND recipient = ? AND day < ? AND state IN ('sent', 'uncertain')
ORDER BY day DESC, revision DESC LIMIT 1
"""


def put(connection: sqlite3.Connection, letters: Iterable[Letter]) -> None:
    """Insert letters; the transaction is the caller's."""
    for one in letters:
        connection.execute(_PUT, _row(one))
        connection.execute(_REPLACE, (one.name, one.day.isoformat(), one.recipient, one.revision))


def letters(
    connection: sqlite3.Connection, name: str, *, day: date | None = None, states: Collection[str] = ()
) -> tuple[Letter, ...]:
    """Return a briefing's letters in order of their numbers, without their bytes: of one day, in some states."""
    on = day.isoformat() if day else None
    query = f"SELECT {_COLUMNS} FROM outbox WHERE name = ? AND (? IS NULL OR day = ?) ORDER BY number"  # noqa: S608
    found = map(_letter, connection.execute(query, (name, on, on)))
    return tuple(letter for letter in found if not states or letter.state in states)


def letter(connection: sqlite3.Connection, number: int) -> Letter | None:
    """Return the letter of that number with its bytes, or None."""
    query = f"SELECT {_COLUMNS}, data FROM outbox WHERE number = ?"  # noqa: S608
    row = connection.execute(query, (number,)).fetchone()
    return _letter(row) if row else None


def mark(connection: sqlite3.Connection, one: Letter) -> None:
    """Commit what became of a letter; its bytes and its identity stay as they are."""
    query = "UPDATE outbox SET state = ?, queued = ?, at = ?, due = ?, tries = ?, words = ? WHERE number = ?"
    connection.execute(query, (one.state, *_moments(one), one.tries, one.words, one.number))


def thread(connection: sqlite3.Connection, name: str, recipient: str, before: date) -> str:
    """Return the Message-ID of the last letter to a recipient before a day, "" if there was none."""
    found = connection.execute(_BEFORE, (name, recipient, before.isoformat())).fetchone()
    return found[0] if found else ""


def thin(connection: sqlite3.Connection, name: str, now: datetime) -> None:
    """Let go of the bytes of letters that were sent long ago; times are compared as UTC."""
    old = [one.number for one in letters(connection, name, states=("sent", "dropped")) if one.at < now - KEPT]
    query = "UPDATE outbox SET data = x'' WHERE number = ? AND data != x''"
    connection.executemany(query, [(number,) for number in old])


def _row(one: Letter) -> tuple[object, ...]:
    key = (one.name, one.day.isoformat(), one.revision, one.recipient)
    data = zlib.compress(one.data) if one.data else b""
    return (*key, one.sender, one.message_id, data, one.state, *_moments(one), one.tries, one.words)


def _moments(one: Letter) -> tuple[str, str, str | None]:
    return one.queued.isoformat(), one.at.isoformat(), one.due.isoformat() if one.due else None


def _letter(row: tuple[Any, ...]) -> Letter:
    number, name, day, revision, recipient, sender, message_id, state, queued, at, due, tries, words, *data = row
    return Letter(
        name=name,
        day=date.fromisoformat(day),
        revision=revision,
        recipient=recipient,
        queued=datetime.fromisoformat(queued),
        at=datetime.fromisoformat(at),
        sender=sender,
        message_id=message_id,
        data=zlib.decompress(data[0]) if data and data[0] else b"",
        state=state,
        due=datetime.fromisoformat(due) if due else None,
        tries=tries,
        words=words,
        number=number,
    )
