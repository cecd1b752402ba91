"""The days or moments that a window means, once the day of the briefing and the moment of the run are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from briefing.model import Bound, is_moment
from briefing.settings.durations import Duration
from briefing.settings.wall_clock import end_of, in_zone, moment_of, wall_of

if TYPE_CHECKING:
    from briefing.settings.schema import Settings


def resolved(settings: Settings, day: date | None, now: datetime) -> Settings:
    """Return the settings with a window of days or moments, for a day (None: that of `now`).

    A duration is counted back from `until`; without one, from the run, rounded down to the minute, or for another day
    than that of the run from that day's end. Until then it also lasts: what comes later is the next edition's. Hours
    and minutes are counted on the clock of the zone, so that 24 of them lead to the same time of the day before.
    Days and weeks are whole days up to the one at whose end they are counted; where it has not ended yet they are
    counted like hours, for nothing would take what is published in the rest of it.
    """
    since, until = settings.since, settings.until
    if isinstance(until, datetime):
        until = in_zone(until, settings.zone)
    if isinstance(since, datetime):
        since = in_zone(since, settings.zone)
    elif isinstance(since, Duration):
        since, until = _counted(since, until or _end(settings, day, now), settings)
    return replace(settings, since=since, until=until)


def joined(settings: Settings, ended: Bound) -> Settings:
    """Return the settings with a window that begins where an earlier one `ended`, unless it begins before that.

    What was published in a gap between them would be in none.
    """
    since, ends = settings.starts, time.fromisoformat(settings.day_ends)
    if since is None:
        return settings
    if not (is_moment(since) or is_moment(ended)):
        return replace(settings, since=min(since, _back(ended, -1)))
    start = in_zone(since, settings.zone) if isinstance(since, datetime) else _start_of(since, ends, settings.zone)
    end = in_zone(ended, settings.zone) if isinstance(ended, datetime) else end_of(ended, ends, settings.zone)
    return replace(settings, since=end) if end < start else settings


def is_backwards(since: Bound, until: Bound, *, zone: str = "", day_ends: str = "00:00") -> bool:
    """Whether a window would end before it begins."""
    if not (is_moment(since) or is_moment(until)):
        return since > until
    ends = time.fromisoformat(day_ends)
    starts = in_zone(since, zone) if isinstance(since, datetime) else _start_of(since, ends, zone)
    return starts > (in_zone(until, zone) if isinstance(until, datetime) else end_of(until, ends, zone))


def _start_of(day: date, day_ends: time, zone: str) -> datetime:
    """The moment at which a day of news begins."""
    return end_of(_back(day, 1), day_ends, zone)


def _end(settings: Settings, day: date | None, now: datetime) -> Bound:
    """The last day, if it has ended, else the moment of the run, by its minute."""
    today = wall_of(now, settings.zone).date()
    is_over = now >= end_of(today, time.fromisoformat(settings.day_ends), settings.zone)
    if day is not None and day != today:
        return day
    if is_over and isinstance(settings.since, Duration) and settings.since.days:
        return today
    return moment_of(wall_of(now, settings.zone).replace(second=0, microsecond=0, fold=0), settings.zone)


def _counted(since: Duration, until: Bound, settings: Settings) -> tuple[Bound, Bound]:
    """The window that ends with `until` and is as long as the duration."""
    if not isinstance(until, datetime):
        if since.days:
            return _back(until, since.days - 1), until
        until = end_of(until, time.fromisoformat(settings.day_ends), settings.zone)
    wall = wall_of(until, settings.zone)
    earliest = datetime(1, 1, 1, tzinfo=None)  # noqa: DTZ001  (the clock's own time)
    return moment_of(wall - min(since.length, wall - earliest), settings.zone), until


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
