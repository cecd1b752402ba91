"""Times of day as headers write them, in their zone, and as they read in another.

Abbreviations that mean one zone in one country and another elsewhere (IST, AST) are none: then the day stays as stated.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

_HOURS = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "WAT": 1, "CET": 1, "CEST": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3,
    "EAT": 3, "SGT": 8, "HKT": 8, "JST": 9, "AEST": 10, "AEDT": 11, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6,
    "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
}  # fmt: skip
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_NAMES = "|".join(sorted([*_HOURS, *_PLACES], key=lambda name: (-len(name), name)))
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d(?:\.\d{1,9})?)?(?![\d:.]*\d)"
    rf"(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?(?:\s?(?:(?P<name>{_NAMES})\b|(?P<sign>[+-])(?P<east>\d\d):?(?P<part>\d\d)))?"
)
_DAY_IN_FIGURES = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]?")


def clock(line: str) -> time | None:
    """Return the first time of day in a header line ("14:11 EST", "6:33 PM", "T23:30-05:00"), with a zone if stated."""
    match = _CLOCK.search(_DAY_IN_FIGURES.sub(" ", line))
    if match is None or int(match["minute"]) > 59:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0) if 1 <= hour <= 12 else 24
    return time(hour, int(match["minute"]), tzinfo=_zone(match)) if hour < 24 else None


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match["sign"]:
        away = timedelta(hours=int(match["east"]), minutes=int(match["part"]))
        return timezone(-away if match["sign"] == "-" else away) if away < timedelta(hours=24) else None
    name = match["name"]
    if name in _PLACES:
        return _place(_PLACES[name])
    return timezone(timedelta(hours=_HOURS[name])) if name else None


def local(moment: datetime, zone: str) -> datetime:
    """Return a moment as it reads in a zone (an IANA name); as it stands where it has no zone, or "" is asked for."""
    if not zone or moment.tzinfo is None:
        return moment.replace(tzinfo=None)
    try:
        return moment.astimezone(UTC).astimezone(_place(zone)).replace(tzinfo=None)
    except OverflowError:  # the first or last day of the calendar
        return moment.replace(tzinfo=None)


@cache
def _place(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)
