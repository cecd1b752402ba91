"""The bounds of a window: days, which belong to it, or moments, from one up to but without the other."""

from __future__ import annotations

from datetime import date, datetime

Bound = date | datetime
"""A day, or a moment. Python calls each moment a day as well: ask `is_moment` first."""


def is_moment(bound: object) -> bool:
    """Whether this is a day with its time."""
    return isinstance(bound, datetime)


def bound(text: str) -> Bound:
    """Return the day ("2026-11-27") or the moment ("2026-11-27T07:00+01:00") of a text; raises ValueError."""
    return date.fromisoformat(text) if len(text) <= len("2026-11-27") else datetime.fromisoformat(text)
