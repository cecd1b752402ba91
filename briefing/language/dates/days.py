"""Calendar days as news pages write them: what a header line, a dateline or a file name can state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefing.language.dates.names import MONTHS, WEEKDAYS, alternation, numbered
from briefing.model import Span

_NUMBER = {form: number for names in MONTHS.values() for form, number in numbered(names, 1).items()}
_ALL_MONTHS = [form for names in MONTHS.values() for form in names]
_ALL_WEEKDAYS = [form for names in WEEKDAYS.values() for form in names]

MONTH = rf"(?i:{alternation(_ALL_MONTHS)})\b\.?"
WEEKDAY = rf"(?i:{alternation(_ALL_WEEKDAYS)})\b\.?"
_TH = r"(?:st|nd|rd|th|er|º)?"
_OF = r"(?:of\s|de\s)?"
_ZONE = r"(?:GMT|UTC|BST|[ECMPA][SD]?T|AE[SD]T|CES?T|EES?T|IST|JST|HKT|SGT|EAT|WAT|SAST|MSK|Z)\b|[+-]\d\d:?\d\d"
TIME = (
    rf"\d{{1,2}}(?:[:.]\d\d){{1,2}}(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?(?:{_ZONE}))?"
    rf"|\d{{4}}\s(?:{_ZONE})|\d{{1,2}}\s?[AaPp]\.?[Mm]\b\.?"
)
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z\b|[+-]\d\d:?\d\d)?)?"

# Year first; day and month in words; both in figures. 1900 to 2099: other figures are no years of news.
_FULL = re.compile(
    rf"(?<![\d/.-])(?:(?P<y1>(?:19|20)\d\d)(?P<s>[-/.]?)(?P<m1>\d\d)(?P=s)(?P<d1>\d\d)(?!\d){_CLOCK}"
    rf"|(?P<d2>\d{{1,2}}){_TH}\.?\s{{1,3}}{_OF}(?P<m2>{MONTH}),?\s{{1,3}}{_OF}(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<m3>{MONTH})\s{{1,3}}(?P<d3>\d{{1,2}}){_TH},?\s{{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|(?P<a4>\d{1,2})[-/.](?P<b4>\d{1,2})[-/.](?P<y4>(?:19|20)\d\d)(?!\d))"
)
FULL_DAY = re.sub(r"\(\?P=s\)", "[-/.]?", re.sub(r"\?P<\w+>", "?:", _FULL.pattern))
_DAY_OF_YEAR = re.compile(
    rf"(?<![\d/.-])(?:(?P<d2>\d{{1,2}}){_TH}\.?\s{{1,3}}{_OF}(?P<m2>{MONTH})"
    rf"|(?P<m3>{MONTH})\s{{1,3}}(?P<d3>\d{{1,2}})(?!\d){_TH})"
)


def days(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[date, Span]]:
    """Yield the full days that stand in `text[start:end]`, in order, each with its span, without impossible ones.

    `03/04/2021` is nobody's day: only a part above 12 says which is which. A time stamp gives its own local day.
    """
    for match in _FULL.finditer(text, start, len(text) if end is None else end):
        day = _full_day(match.groupdict())
        if day is not None:
            yield day, Span(*match.span())


def states_day(text: str) -> bool:
    """Whether something that reads as a full day stands in a text, possible or not."""
    return _FULL.search(text) is not None


def _full_day(part: dict[str, str | None]) -> date | None:
    if part["y4"]:
        return _in_figures(int(part["y4"]), int(part["a4"] or 0), int(part["b4"] or 0))
    for k in "123":
        year, month, day = part[f"y{k}"], part[f"m{k}"], part[f"d{k}"]
        if year and month and day:
            return calendar_day(int(year), month_number(month), int(day))
    return None


def _in_figures(year: int, first: int, second: int) -> date | None:
    if first > 12 or first == second:
        return calendar_day(year, second, first)
    return calendar_day(year, first, second) if second > 12 else None


def day_of_year(text: str) -> tuple[int, int] | None:
    """Return month and day where a text states them without a year ("Feb 3"), or None."""
    match = _DAY_OF_YEAR.search(text)
    if match is None:
        return None
    return month_number(match["m2"] or match["m3"]), int(match["d2"] or match["d3"])


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name, abbreviation or figures; 0 if it is none."""
    plain = name.rstrip(".").casefold()
    return int(plain) if plain.isdecimal() else _NUMBER.get(plain, 0)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
