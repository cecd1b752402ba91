"""From what the clock on the wall shows to the moment that is meant, on the days too on which it is changed.

Where the clock is set back it shows some minutes twice, and where it is set forward it leaves some out. A time then
means the first moment at which the clock shows it or a later one: so each time means exactly one moment, a later time
never an earlier moment, and windows whose ends are such moments meet without a gap and without an overlap.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

MIDNIGHT = time(0)
_BEYOND = (OverflowError, ValueError, OSError)  # what a time near an end of the calendar raises, by platform


def moment_of(wall: datetime, zone: str) -> datetime:
    """Return the first moment at which the clock of a zone ("": this machine's) shows that time or a later one.

    It comes with its distance from UTC, so that it is the same moment anywhere; a time beyond the calendar's ends is
    taken for UTC.
    """
    place = _place(zone)
    try:
        as_before, as_after = (_as_by(wall.replace(fold=fold), place) for fold in (0, 1))
        first = as_before if as_before <= as_after else _jump(wall, as_after, as_before, place)
        return plain(first.astimezone(place))
    except _BEYOND:
        return wall.replace(tzinfo=UTC, fold=0)


def wall_of(moment: datetime, zone: str) -> datetime:
    """Return what the clock of a zone ("": this machine's) shows at a moment."""
    try:
        return moment.astimezone(_place(zone)).replace(tzinfo=None)
    except _BEYOND:
        return moment.replace(tzinfo=None)


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment as it reads in a zone; what states no zone is meant by the clock of that zone."""
    if moment.tzinfo is None:
        return moment_of(moment, zone)
    try:
        return plain(moment.astimezone(_place(zone))) if zone else plain(moment)
    except _BEYOND:
        return plain(moment)


def end_of(day: date, day_ends: time, zone: str) -> datetime:
    """Return the moment at which a day of news ends: at `day_ends`, or at midnight with the calendar's day."""
    if day_ends == MIDNIGHT and day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return moment_of(datetime.combine(day + timedelta(day_ends == MIDNIGHT), day_ends), zone)


def plain(moment: datetime) -> datetime:
    """Return a moment with nothing but its distance from UTC, just as it is read back from a page."""
    return datetime.fromisoformat(moment.isoformat())


def _jump(wall: datetime, before: datetime, after: datetime, place: tzinfo | None) -> datetime:
    """Return the moment between two at which the clock jumps over a time that it never shows, to the second."""
    low, high = 0, int((after - before).total_seconds())
    while low < high:
        middle = (low + high) // 2
        shown = (before + timedelta(seconds=middle)).astimezone(place).replace(tzinfo=None)
        low, high = (low, middle) if shown >= wall else (middle + 1, high)
    return (before + timedelta(seconds=low)).replace(microsecond=0)


def _as_by(wall: datetime, place: tzinfo | None) -> datetime:
    """Return the moment of a time, by how the clock stood before (fold 0) or after (1) where it is changed.

    Of the machine's own zone only `timestamp` tells: `astimezone` swaps the two where the clock leaves a time out.
    """
    if place:
        return wall.replace(tzinfo=place).astimezone(UTC)
    seconds = int(wall.replace(microsecond=0).timestamp())
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=wall.microsecond)


@cache
def _place(zone: str) -> tzinfo | None:
    return ZoneInfo(zone) if zone else None
