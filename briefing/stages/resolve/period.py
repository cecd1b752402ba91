"""Count an expression from an article's day: one answer or none."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from briefing.model import Expression

Period = tuple[date, date]

# A day without a year is the nearest one of that name. So far ahead or back it is believed without a verb that says so,
# and no other is against one.
_NEAR = timedelta(days=120)
_FAR = timedelta(days=300)  # and so far, none: news would state the year
_SUNDAY = 6
# Months that a verb does not put off by a year: a past one those so soon to come, a future one those so lately over.
_COMING = 2


def period(expression: Expression, day: date | None) -> Period | None:
    """Return the first and last day that an expression means in an article of that day, or None if that is not sure."""
    try:
        return _period(expression, day)
    except (ValueError, OverflowError):  # a day that its year does not have, or a year that no calendar has
        return None


def _period(said: Expression, day: date | None) -> Period | None:
    if said.year is not None:
        return _in_year(said, said.year)
    if day is None:
        return None
    if said.day is not None:
        return _in_year(said, day.year + said.offset) if said.offset is not None else _near_day(said, day)
    if said.month is not None:
        return _month(said, day)
    return _weekday(said, said.weekday, day) if said.weekday is not None else _counted(said, day)


def _in_year(said: Expression, year: int) -> Period | None:
    """A day, some days, a month or a whole year; a weekday beside it must be right."""
    if said.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if said.day is None:
        return date(year, said.month, 1), date(year, said.month, monthrange(year, said.month)[1])
    first = date(year, said.month, said.day)
    last = date(year, said.month, said.last_day) if said.last_day else first
    return None if said.weekday not in (None, first.weekday()) else (first, last)


def _near_day(said: Expression, day: date) -> Period | None:
    years = [y for y in (day.year - 1, day.year, day.year + 1) if MINYEAR <= y <= MAXYEAR]
    found = [p for year in years if (p := _if_any(said, year)) is not None]
    if not found:
        return None
    nearest = min(found, key=lambda p: abs(p[0] - day))
    if said.side == "unknown" or said.weekday is not None:
        return nearest if abs(nearest[0] - day) <= _NEAR else None
    near = [p for p in found if abs(p[0] - day) <= _FAR]
    agreeing = [p for p in near if (p[0] <= day if said.side == "past" else p[1] >= day)]
    best = min(agreeing, key=lambda p: abs(p[0] - day), default=None)
    # Beside a verb of the other tense the nearest is neither believed nor passed over for one that is further away.
    return best if best == nearest or abs(nearest[0] - day) > _NEAR else None


def _if_any(said: Expression, year: int) -> Period | None:
    try:
        return _in_year(said, year)
    except ValueError:
        return None


def _month(said: Expression, day: date) -> Period | None:
    """A month: "in March", "last March", "March last year"; in March itself "in March" may be this one or another."""
    month = said.month or 0
    if said.offset is not None:
        return _in_year(said, day.year + said.offset) if _is_one_year(said, month, day.month) else None
    if month == day.month or said.side == "unknown":
        return None
    is_past = said.side == "past"
    ahead = (month - day.month if is_past else day.month - month) % 12
    if ahead <= _COMING:  # "had in store for October" tells of one to come, "as expected in May" of one just past
        return None
    return _in_year(said, day.year - (month > day.month) if is_past else day.year + (month < day.month))


def _is_one_year(said: Expression, month: int, this: int) -> bool:
    """Once March is over, "last March" may be this year's or last year's; "March last year" may not."""
    if said.side == "unknown" or said.offset == 0:
        return True
    return month >= this if said.offset == -1 else month <= this


def _weekday(said: Expression, weekday: int, day: date) -> Period | None:
    back, ahead = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
    if said.offset is not None:
        return _one(_in_week(said, weekday, day))
    if said.side == "unknown":
        return _one(day) if not back else None
    return _one(day - timedelta(back) if said.side == "past" else day + timedelta(ahead))


def _in_week(said: Expression, weekday: int, day: date) -> date | None:
    """To one reader "last Tuesday" may be yesterday: sure only where this week has no other on that side of today."""
    monday = day - timedelta(day.weekday())
    found = monday + timedelta(7 * (said.offset or 0) + weekday)
    if said.side == "unknown":  # "Tuesday of last week"
        return found if day.weekday() != _SUNDAY else None
    if said.offset == 0:
        return found if found >= day else None
    is_sure = weekday >= day.weekday() if said.offset == -1 else weekday <= day.weekday() != _SUNDAY
    return found if is_sure else None


def _one(day: date | None) -> Period | None:
    return (day, day) if day else None


def _counted(said: Expression, day: date) -> Period | None:
    offset = said.offset or 0
    if said.unit == "day":
        return _one(day + timedelta(offset))
    if said.unit == "week":  # on a Sunday "this week" is over for some and has begun for others
        monday = day + timedelta(7 * offset - day.weekday())
        return (monday, monday + timedelta(6)) if day.weekday() != _SUNDAY else None
    if said.unit == "year":
        return _in_year(said, day.year + offset)
    year, month = divmod(day.year * 12 + day.month - 1 + offset, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
