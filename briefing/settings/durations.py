"""Lengths of time as people write them: "24h", "36 hours", "3 days", "2 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Unit = Literal["minute", "hour", "day", "week"]

UNITS: dict[str, Unit] = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "minute"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "hour"),
    **dict.fromkeys(("d", "day", "days"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "week"),
}
"""How each unit may be written. Months and years are none: they differ in length."""

_LENGTHS = {
    "minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1),
}  # fmt: skip
LONGEST = timedelta(weeks=520)
"""Nearly ten years: whoever wants more names a day."""

_WRITTEN = re.compile(r"\s*(\d{1,7})\s*([a-z]{1,20})\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, in the unit in which it was written: hours are counted by the clock, days may be whole ones."""

    count: int
    unit: Unit

    @property
    def length(self) -> timedelta:
        """How long it is on a clock that is never changed."""
        return self.count * _LENGTHS[self.unit]

    @property
    def days(self) -> int:
        """How many days it counts: 0 where it is written in hours or minutes."""
        return self.length.days if self.unit in ("day", "week") else 0


def duration(text: str) -> Duration | None:
    """Return the duration that a text is, from a minute to 520 weeks, or None."""
    match = _WRITTEN.fullmatch(text)
    if match is None or match[2].lower() not in UNITS:
        return None
    found = Duration(int(match[1]), UNITS[match[2].lower()])
    return found if timedelta() < found.length <= LONGEST else None


def length(text: str) -> timedelta:
    """Return the length of a duration, as the settings' rules have let it through."""
    found = duration(text)
    return found.length if found else timedelta()


def unlike(text: str) -> str:
    """Return what to say of a text that is nearly a duration: what is wrong with it, or what is meant; else nothing."""
    from difflib import get_close_matches

    match = _WRITTEN.fullmatch(text)
    if match is None:
        return ""
    count, word = match[1], match[2].lower()
    if word in UNITS:
        return "; a duration is longer than nothing, and at most 520 weeks"
    if word.startswith(("mo", "y")):
        return "; months and years differ in length: count weeks or days, such as '4 weeks'"
    near = get_close_matches(word, [f"{unit}s" for unit in _LENGTHS], n=1)
    return f"; did you mean '{count} {near[0]}'?" if near else "; it is counted in minutes, hours, days or weeks"
