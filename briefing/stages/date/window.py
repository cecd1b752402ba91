"""Whether an article's day lies in the days asked for, by the time at which a briefing's day ends."""

from __future__ import annotations

from datetime import date, time, timedelta

from briefing.model import Dated

MIDNIGHT = time(0)


def is_within(dated: Dated, since: date | None, until: date | None, *, day_ends: time = MIDNIGHT) -> bool:
    """Return whether an article may be of one of the days from `since` to `until`; one without a day may be of any.

    What is published at `day_ends` or later belongs to the next day; midnight is the calendar's own end.
    """
    if dated.day is None:
        return True
    is_late = day_ends != MIDNIGHT and dated.time is not None and dated.time >= day_ends
    first = dated.day + timedelta(is_late)
    last = dated.last or first
    return (since or first) <= last and first <= (until or last)
