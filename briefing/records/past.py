"""What the editions before a day printed and read."""

from __future__ import annotations

import sqlite3
from datetime import date

from briefing.model import Past
from briefing.records.editions import seen_before, statements

# With max(), SQLite gives the other columns of the row that has it.
_DAYS = """
SELECT id, day, max(revision) FROM editions WHERE name = ? AND day < ? AND NOT pruned GROUP BY day ORDER BY day
"""


def past(connection: sqlite3.Connection, name: str, before: date) -> Past:
    """Return the past of the briefing `name` on the morning of the day `before`: nothing of that day is in it."""
    found = connection.execute(_DAYS, (name, before.isoformat()))
    days = [(key, date.fromisoformat(day)) for key, day, _ in found]
    return Past(
        statements=tuple(one for key, day in days for one in statements(connection, key, day)),
        articles=seen_before(connection, name, before),
        last=days[-1][1] if days else None,
    )
