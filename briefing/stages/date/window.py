"""Whether an article lies in the days or moments asked for, by the time at which a briefing's day ends."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from briefing.model import Bound, Dated
from briefing.settings.wall_clock import MIDNIGHT, end_of, moment_of

__all__ = ["MIDNIGHT", "is_within"]


def is_within(
    dated: Dated, since: Bound | None, until: Bound | None, *, day_ends: time = MIDNIGHT, zone: str = ""
) -> bool:
    """Return whether an article may be from the window; one without a day may be of any.

    A window of days holds both `since` and `until`; what is published at `day_ends` or later belongs to the next day;
    midnight is the calendar's own end. One of moments holds `since` and not `until`; an article of which only the day
    is known lies in it if some of that day does.
    """
    if dated.day is None:
        return True
    first = dated.day + timedelta(_is_late(dated, day_ends, zone)) if dated.day < date.max else dated.day
    last = dated.last or first
    is_begun = _last(dated, since, zone) >= since if isinstance(since, datetime) else (since or first) <= last
    is_ended = _first(dated, until, zone) >= until if isinstance(until, datetime) else first > (until or last)
    return is_begun and not is_ended


def _is_late(dated: Dated, day_ends: time, zone: str) -> bool:
    """Whether a time is stated, and the day had ended by then: once it has, a clock set back does not undo that."""
    if day_ends == MIDNIGHT or dated.time is None or dated.day is None:
        return False
    if zone and dated.at and dated.at.tzinfo:
        return dated.at >= end_of(dated.day, day_ends, zone)
    return dated.time >= day_ends


def _first(dated: Dated, bound: datetime, zone: str) -> datetime:
    """The first moment from which the article may be."""
    if dated.at:
        return _moment(dated.at, bound, zone)
    return _moment(datetime.combine(dated.day or date.min, MIDNIGHT), bound, zone)


def _last(dated: Dated, bound: datetime, zone: str) -> datetime:
    """The last moment from which the article may be, to a microsecond."""
    if dated.at:
        return _moment(dated.at, bound, zone)
    day = dated.last or dated.day or date.max
    if day == date.max:
        return datetime.max.replace(tzinfo=bound.tzinfo)
    return _moment(datetime.combine(day, MIDNIGHT) + timedelta(days=1), bound, zone) - timedelta(microseconds=1)


def _moment(at: datetime, bound: datetime, zone: str) -> datetime:
    """A moment to compare with a bound: a time that states no zone is of the briefing's, or else of the bound's."""
    if at.tzinfo:
        return at
    return moment_of(at, zone) if zone else at.replace(tzinfo=bound.tzinfo)
