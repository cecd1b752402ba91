"""When an edition is due: a time of day, on some days of the week, by the clock of one zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count as counted
from itertools import groupby, islice

from briefing.settings.wall_clock import moment_of, wall_of

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"
QUARTER = 15
"""Minutes between two looks at the clock. Zones lie quarters of an hour apart: the minutes are the same in all."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_WRONG_CLOCK = timedelta(days=1)


def time_of(text: str) -> time:
    """Return the time of day that "07:10" names; raises ValueError."""
    if not _TIME.fullmatch(text):
        raise ValueError(f"{text!r} is no time of day; write it as in 07:00")
    return time.fromisoformat(text)


def days_of(text: str) -> frozenset[int]:
    """Return the days (Monday is 0) that "mon-fri", "mon,wed", "fri-mon" or "daily" names; raises ValueError."""
    if text == DAILY:
        return frozenset(range(7))
    try:
        return frozenset().union(*map(_span, text.split(",")))
    except ValueError:
        raise ValueError(f"{text!r} names no days; write them as in mon-fri, mon,wed or daily") from None


def _span(text: str) -> set[int]:
    first, _, last = text.partition("-")
    start = DAYS.index(first)
    length = (DAYS.index(last) - start) % 7 if "-" in text else 0
    return {(start + more) % 7 for more in range(length + 1)}


def _is_credible(noted: datetime, now: datetime) -> bool:
    return noted - now <= _WRONG_CLOCK


@dataclass(frozen=True, slots=True)
class Timetable:
    """The time `at` on each of `days` (Monday is 0, at least one), as the clock of `zone` ("": the machine's) shows it.

    A time that the clock leaves out means the first moment after it, one that it shows twice the first: each day has
    exactly one moment, whatever is done to its clock.
    """

    at: time
    days: frozenset[int]
    zone: str = ""

    @classmethod
    def of(cls, at: str, days: str, zone: str = "") -> Timetable:
        """Return the timetable as a user writes it; raises ValueError."""
        return cls(time_of(at), days_of(days), zone)

    @property
    def minutes(self) -> tuple[int, ...]:
        """The minutes of each hour, a quarter of an hour apart, among which that of the time is, in every zone."""
        return tuple(range(self.at.minute % QUARTER, 60, QUARTER))

    def last(self, now: datetime) -> datetime:
        """Return the latest moment at or before `now`."""
        tomorrow = wall_of(now, self.zone).date() + timedelta(1)
        return next(moment for moment in self._moments(tomorrow, -1) if moment <= now)

    def next(self, now: datetime, count: int) -> tuple[datetime, ...]:
        """Return the first moments after `now`."""
        yesterday = wall_of(now, self.zone).date() - timedelta(1)
        # Where the calendar leaves out a day, its moment may be that of the day behind it.
        coming = (moment for moment, _ in groupby(self._moments(yesterday, 1)) if moment > now)
        return tuple(islice(coming, count))

    def due(self, now: datetime, *, since: datetime | None = None, served: datetime | None = None) -> datetime | None:
        """Return the moment whose edition is missing, if one is: the last, unless it is from before `since`, or served.

        `since` is when the timetable was made, `served` when the last edition was. What a wrong clock once noted, more
        than a day ahead of now, counts for nothing: else there would be no edition until then.
        """
        moment = self.last(now)
        is_new = since is not None and moment < since and _is_credible(since, now)
        is_served = served is not None and served >= moment and _is_credible(served, now)
        return None if is_new or is_served else moment

    def _moments(self, first: date, step: int) -> Iterator[datetime]:
        for distance in counted(0, step):
            day = first + timedelta(distance)
            if day.weekday() in self.days:
                yield moment_of(datetime.combine(day, self.at), self.zone)
