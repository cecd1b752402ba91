"""Infer an undated article's day from the days that it names: only where they leave no other.

News that names its days by their dates ("on 17 and 18 February") comes out on the last of them or soon after. So the
last day that the first sentences tell of is the article's first possible one. Its year must follow: from its weekday
("Thursday 18 February 2021"), or from a day that the text names with its year and without. A bare "28 February 2020" is
no such day: news adds the year to days long past. Nothing else in the text may have come later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from briefing.language.dates.days import calendar_day
from briefing.model import Dated, Expression, Sentence, Span

_LEAD = 3  # sentences in which the news itself is told
# Days after the last one told of, on which such an article may still come out: of 894 dated English articles two tell
# in their first sentences of a full day of the same week, and came out on the next day and two days later.
_SOON = timedelta(days=2)
_FIRST_YEAR = 1990  # news of older days is history


def infer(text: str, expressions: Sequence[Expression], sentences: Sequence[Sentence]) -> Dated:
    """Return the first and last day on which the article can have come out, with the words that say so, or no day."""
    found = list(_days(expressions))
    told = [(day, said) for day, said in found if _is_news(day, said) and _is_lead(said, sentences)]
    last, said = max(told, key=lambda pair: (pair[0], -pair[1].start), default=(None, None))
    if last is None or said is None or _contradicted(last, expressions, found):
        return Dated()
    words = " ".join(text[said.start : said.end].split())
    span = Span(said.start, said.end)
    return Dated(last, "days in the text", "inferred", span, last=last + _SOON, words=words)


def _is_news(day: date, said: Expression) -> bool:
    is_sure = said.year is None or said.weekday is not None
    return said.side == "past" and is_sure and day.year >= _FIRST_YEAR


def _is_lead(said: Expression, sentences: Sequence[Sentence]) -> bool:
    return len(sentences) > 0 and said.end <= sentences[:_LEAD][-1].end


def _days(expressions: Sequence[Expression]) -> Iterator[tuple[date, Expression]]:
    """Yield the last day of each expression that names days, where its year is stated or follows."""
    year_of = _years(expressions)
    for said in expressions:
        if said.day is None or said.month is None or said.offset is not None:
            continue
        year = said.year or year_of(said.month, said.day)
        day = calendar_day(year, said.month, said.last_day or said.day) if year else None
        if day and said.weekday in (None, (calendar_day(year or 0, said.month, said.day) or day).weekday()):
            yield day, said


def _years(expressions: Sequence[Expression]) -> Callable[[int, int], int | None]:
    """The years of days without one: the text names the same, or another of that half-year, once with its year."""
    stated: defaultdict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    for said in expressions:
        if said.year and said.month:
            stated[said.month, said.day].add(said.year)
    # A day that stands there with its year and without: without, it is the nearest to the article's own.
    twice = {(said.month, said.day) for said in expressions if said.year is None and said.day}
    whole = {(e.year, e.month or 0, e.day) for e in expressions if e.year and e.day and (e.month, e.day) in twice}

    @cache
    def year_of(month: int, day: int) -> int | None:
        near = (_nearest((month, day), anchor) for anchor in whole)
        years = stated.get((month, day)) or {year for year in near if year}
        return next(iter(years)) if len(years) == 1 else None

    return year_of


def _nearest(said: tuple[int, int], whole: tuple[int, int, int]) -> int | None:
    """The year in which a month's day lies nearest to another; none where two lie nearly as near."""
    there = calendar_day(*whole)
    days = [day for step in (-1, 0, 1) if (day := calendar_day(whole[0] + step, *said))]
    near = [day for day in days if there and abs(day - there) <= timedelta(days=150)]
    return near[0].year if len(near) == 1 else None


def _contradicted(last: date, expressions: Sequence[Expression], found: Sequence[tuple[date, Expression]]) -> bool:
    """Whether something else is told of that came later, or that only the article's own day could date."""
    if any(day > last and said.side == "past" for day, said in found):
        return True
    return any(_is_later(said, last) or _is_of_another_week(said, last) for said in expressions)


def _is_later(said: Expression, last: date) -> bool:
    return said.year is not None and said.year > last.year and said.side != "future"


def _is_of_another_week(said: Expression, last: date) -> bool:
    """A bare weekday or "yesterday" is counted from the article's own day, which then is another."""
    is_weekday = said.side == "past" and said.day is None and said.weekday not in (None, last.weekday())
    return is_weekday or (said.offset is not None and said.unit == "day")
