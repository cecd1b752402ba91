"""Days as a problem says them: in English, which pages in other languages know again."""

from __future__ import annotations

from calendar import month_name
from datetime import date


def said(day: date) -> str:
    """Return the day in words: "20 November 2026"."""
    return f"{day.day} {month_name[day.month]} {day.year}"
