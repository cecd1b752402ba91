"""Let old editions go, with all that only they need, and keep what tells who has got a mail."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from briefing.model import Pruning
from briefing.records.database import transaction
from briefing.records.editions import entries

# The latest edition stays, however old: tomorrow's marks compare with it.
_GOING = """
SELECT id, day, revision FROM editions WHERE name = :name AND NOT pruned AND day < :before
    AND day < (SELECT max(day) FROM editions WHERE name = :name AND NOT pruned)
"""
_UNKNOWN = "SELECT id FROM editions WHERE made IS NULL AND NOT pruned"
# A letter points to its edition: without it `send` of that day would build one and mail it a second time.
_SENT = """
UPDATE editions SET pruned = 1, made = NULL WHERE id = ? AND EXISTS (
    SELECT 1 FROM outbox d WHERE d.name = editions.name AND d.day = editions.day AND d.revision = editions.revision)
"""
_FORGET = """
DELETE FROM articles WHERE name = :name AND sha256 NOT IN (
    SELECT sha256 FROM listed JOIN editions ON edition = id WHERE name = :name)
"""
# What a feed gave stays known by its key, so that it is not collected a second time.
_LEAVE = """
UPDATE OR REPLACE items
SET sha256 = '', state = 'kept', stated = '{}', superseded = 0, what = '', remedy = '' WHERE sha256 = ?
"""


def plan(connection: sqlite3.Connection, name: str, before: date, *, stored: Collection[str]) -> Pruning:
    """Return what would go of the editions before a day; `stored` are the hashes of all texts in the state."""
    going = _going(connection, name, before)
    revisions = {(day, revision) for _, day, revision in going}
    found = (one for one in entries(connection, name) if (one.day.isoformat(), one.revision) in revisions)
    return Pruning(name, before, tuple(found), _unneeded(connection, {key for key, _, _ in going}, before, stored))


def prune(connection: sqlite3.Connection, pruning: Pruning) -> None:
    """Remove the editions with their pages and statements, and the articles that none of that name lists any more."""
    with transaction(connection):
        keys = [(key,) for key, _, _ in _going(connection, pruning.name, pruning.before)]
        connection.executemany("DELETE FROM pages WHERE edition = ?", keys)
        connection.executemany("DELETE FROM statements WHERE edition = ?", keys)
        connection.executemany("DELETE FROM listed WHERE edition = ?", keys)
        connection.executemany(_SENT, keys)
        connection.executemany("DELETE FROM editions WHERE id = ? AND NOT pruned", keys)
        connection.execute(_FORGET, {"name": pruning.name})
        if pruning.texts:
            connection.executemany(_LEAVE, [(sha256,) for sha256 in pruning.texts])
    connection.execute("VACUUM")


def _going(connection: sqlite3.Connection, name: str, before: date) -> list[tuple[int, str, int]]:
    return connection.execute(_GOING, {"name": name, "before": before.isoformat()}).fetchall()


def _unneeded(
    connection: sqlite3.Connection, going: Collection[int], before: date, stored: Collection[str]
) -> tuple[str, ...] | None:
    """The texts that no edition of any name lists once these are gone, or None where that is not known of all.

    What was collected since that day is needed by the next edition.
    """
    if {key for (key,) in connection.execute(_UNKNOWN)} - {*going}:
        return None
    needed = {
        sha256 for edition, sha256 in connection.execute("SELECT edition, sha256 FROM listed") if edition not in going
    }
    waiting = connection.execute("SELECT sha256 FROM items WHERE at >= ?", (before.isoformat(),))
    return tuple(sorted({*stored} - needed - {sha256 for (sha256,) in waiting}))
