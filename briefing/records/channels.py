"""Channels and their items in the database; the transactions are the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from briefing.model import Problem
from briefing.model.collecting import Channel, Item

_CHANNEL = tuple(field.name for field in fields(Channel))
_ITEM = tuple(field.name for field in fields(Item))
_PUT_CHANNEL = (
    f"INSERT INTO channels ({', '.join(_CHANNEL)}) VALUES ({', '.join('?' * len(_CHANNEL))})"  # noqa: S608  (names of ours)
    f" ON CONFLICT DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _CHANNEL[1:])}"
)
_PUT_ITEM = (
    f"INSERT OR REPLACE INTO items ({', '.join(_ITEM)}, superseded)"  # noqa: S608
    f" VALUES ({', '.join('?' * len(_ITEM))}, 0)"
)
_LATEST = f"SELECT {', '.join(_ITEM)} FROM items WHERE channel = ? AND NOT superseded ORDER BY key, row"  # noqa: S608
_AT = f"SELECT {', '.join(_ITEM)} FROM items WHERE place = ? AND NOT superseded ORDER BY key, row"  # noqa: S608
_OF_TEXT = f"SELECT {', '.join(_ITEM)} FROM items WHERE sha256 = ? ORDER BY at, channel, key, row"  # noqa: S608
_MOMENTS = frozenset({"since", "not_before", "at"})
_DAYS = frozenset({"failing_since", "failed_on"})
_NUMBERS = frozenset({"validity", "last", "failed_days", "row", "tries"})
_TABLES = frozenset({"links", "stated"})


def channel(connection: sqlite3.Connection, address: str) -> Channel | None:
    """Return what is known of a channel, or None."""
    query = f"SELECT {', '.join(_CHANNEL)} FROM channels WHERE address = ?"  # noqa: S608
    row = connection.execute(query, (address,)).fetchone()
    return Channel(**_read(_CHANNEL, row)) if row else None


def items(connection: sqlite3.Connection, address: str) -> tuple[Item, ...]:
    """Return what a channel has given, each thing as it was given last."""
    return tuple(Item(**_read(_ITEM, row)) for row in connection.execute(_LATEST, (address,)))


def items_at(connection: sqlite3.Connection, place: str) -> tuple[Item, ...]:
    """Return what was found at an address, each thing as it was given last."""
    return tuple(Item(**_read(_ITEM, row)) for row in connection.execute(_AT, (place,)))


def of_text(connection: sqlite3.Connection, sha256: str) -> tuple[Item, ...]:
    """Return the items that became this text, the first one first."""
    return tuple(Item(**_read(_ITEM, row)) for row in connection.execute(_OF_TEXT, (sha256,)))


def put(connection: sqlite3.Connection, channel: Channel, items: Iterable[Item]) -> None:
    """Store a channel as it is now, with what is new of its items: another text of a key is a version of it."""
    connection.execute(_PUT_CHANNEL, _written(_CHANNEL, channel))
    found = list(items)
    for key in dict.fromkeys(item.key for item in found):
        connection.execute("UPDATE items SET superseded = 1 WHERE channel = ? AND key = ?", (channel.address, key))
    # A thing that has no text yet is no version of its own.
    keys = [(channel.address, key) for key in dict.fromkeys(item.key for item in found)]
    connection.executemany("DELETE FROM items WHERE channel = ? AND key = ? AND sha256 = ''", keys)
    connection.executemany(_PUT_ITEM, [_written(_ITEM, item) for item in found])


def tell(connection: sqlite3.Connection, problems: Iterable[Problem]) -> None:
    """Keep in mind what was said to be wrong."""
    rows = [(problem.where, problem.what, problem.remedy) for problem in problems]
    connection.executemany("INSERT OR REPLACE INTO told (place, what, remedy) VALUES (?, ?, ?)", rows)


def told(connection: sqlite3.Connection, place: str) -> tuple[Problem, ...]:
    """Return everything that was ever said to be wrong at an address."""
    rows = connection.execute("SELECT place, what, remedy FROM told WHERE place = ? ORDER BY what", (place,))
    return tuple(Problem(*row) for row in rows)


def _written(names: Iterable[str], found: Channel | Item) -> tuple[Any, ...]:
    return tuple(_plain(getattr(found, name)) for name in names)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int) or value is None else json.dumps(_storable(value), ensure_ascii=False)


def _storable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value)


def _read(names: Iterable[str], row: tuple[Any, ...]) -> dict[str, Any]:
    """Return a row's values by name; raises DatabaseError where one is not what is ever written there."""
    try:
        found = {name: _value(name, value) for name, value in zip(names, row, strict=True)}
    except (ValueError, TypeError) as error:
        raise _damaged(f"a row of {row[0]!r} cannot be read") from error
    if not all(_is_fit(name, value) for name, value in found.items()):
        raise _damaged(f"a row of {row[0]!r} cannot be read")
    return found


def _damaged(what: str) -> sqlite3.DatabaseError:
    """Return the error that SQLite itself would raise."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _is_fit(name: str, value: Any) -> bool:
    if name in _NUMBERS:
        return isinstance(value, int)
    if name == "at" or (name in _MOMENTS and value is not None):
        return isinstance(value, datetime) and value.tzinfo is not None
    if name in _DAYS:
        return value is None or isinstance(value, date)
    if name == "stated":
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if name == "links":
        return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return value is None if name in _MOMENTS else isinstance(value, str)


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _TABLES:
        found = json.loads(value)
        return tuple(found) if isinstance(found, list) else found
    return value
