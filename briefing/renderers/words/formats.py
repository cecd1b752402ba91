"""Days and numbers as readers of a language write them, by the Unicode locale data that Babel carries.

Babel is imported where it is used: that costs 25 ms of CPU, and only a page that is rendered needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from time import strptime

from briefing.model import Unit
from briefing.settings.schema import PAGE_LANGUAGES


def long_date(day: date, language: str = "en") -> str:
    """Return a day as a reader writes it: "22 November 2026", "22. November 2026", "22 novembre 2026".

    This is CLDR's long date; of its two orders in English the one that the day begins. The first of a month is "1er" in
    French, which CLDR leaves out.
    """
    from babel.dates import format_date

    pattern = "'1er' MMMM y" if language == "fr" and day.day == 1 else "long"
    return format_date(day, pattern, locale=_locale(language))


def day_in_english(text: str) -> date | None:
    """Return the day that "22 November 2026" names, None for anything else."""
    try:
        return date(*strptime(text, "%d %B %Y")[:3])
    except ValueError:
        return None


def period(first: date, last: date, unit: Unit = "day", language: str = "en") -> str:
    """Return some days as a reader writes them: "17–18 February 2021"; a month as "February 2021", a year as "2021"."""
    if unit == "year":
        return str(first.year)
    if unit == "month":
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", first, locale=_locale(language))
    if first == last:
        return long_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_of_month(first, language)}–{long_date(last, language)}"
    return f"{long_date(first, language)} – {long_date(last, language)}"


def time_of_day(moment: datetime, language: str = "en") -> str:
    """Return the time of a moment as a reader writes it: "07:00", in Spanish "7:00"; seconds only if there are any."""
    from babel.dates import format_time

    exact = "medium" if moment.second else "short"
    return format_time(moment.time(), exact, locale=_locale(language))


def offset(moment: datetime) -> str:
    """Return how far a moment's clock is from UTC: "UTC+01:00", as ISO 8601 writes it, in every language."""
    east = moment.strftime("%z")
    return f"UTC{east[:3]}:{east[3:5]}"


def short(first: date, unit: Unit = "day", language: str = "en") -> str:
    """Return a day or month as there is room for under a column: "12 Feb", "12. Feb.", "Feb 2021"."""
    from babel.dates import format_skeleton

    return format_skeleton({"day": "MMMd", "month": "yMMM"}.get(unit, "y"), first, locale=_locale(language))


def _of_month(day: date, language: str) -> str:
    """The day's number as it stands before its month."""
    if language == "fr" and day.day == 1:
        return "1er"
    return f"{day.day}." if language == "de" else str(day.day)


def number(count: int, language: str = "en") -> str:
    """Return a whole number with its digits in groups: "12,345", "12.345"."""
    if count < 1000:  # no groups in any of them
        return str(count)
    from babel.numbers import format_decimal

    return format_decimal(count, locale=_locale(language))


def language_name(name: str, language: str) -> str:
    """Return what a language is called in another one: "Thai" is "Thailändisch"; a name that is none comes back."""
    from babel import Locale

    codes = {english: code for code, english in Locale.parse("en").languages.items()}
    return str(Locale.parse(_locale(language)).languages.get(codes.get(name, ""), name))


def months(language: str = "en") -> Iterator[str]:
    """Yield the months' names as they stand in a day, and alone, and shortened: "февраля", "февраль", "февр."."""
    from babel.dates import get_month_names

    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from get_month_names(width, context, locale=_locale(language)).values()


def _locale(language: str) -> str:
    return language if language in PAGE_LANGUAGES[1:] else "en_GB"
