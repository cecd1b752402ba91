"""Say which days an article's expressions mean, from its own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from briefing.model import Dated, Expression, Moment
from briefing.stages.resolve.period import Period, period

__all__ = ["period", "resolve"]

# What is published or changed later than that may be written for the next day's paper, whose "yesterday" is today: of
# nine British articles with "yesterday" at least four meant their own day, all last changed after that or a day later.
_EVENING = time(15)


def resolve(text: str, expressions: Iterable[Expression], dated: Dated, *, offset: int = 0) -> tuple[Moment, ...]:
    """Return the moment of each expression that can be told for sure; `text` stands at `offset` in the article.

    Where the article's own day is only known to lie within some days, or its text has been changed on a later one, an
    expression must mean the same from each of these.
    """
    return tuple(_moments(text, expressions, dated, offset))


def _moments(text: str, expressions: Iterable[Expression], dated: Dated, offset: int) -> Iterator[Moment]:
    own = _days(dated)
    for expression in expressions:
        found = _agreed(expression, own)
        if found is None or (_is_deictic(expression) and _may_be_for_tomorrow(dated)):
            continue
        words = " ".join(text[expression.start - offset : expression.end - offset].split())
        inferred = expression.year is None and dated.confidence == "inferred"
        yield Moment(words, expression.start, expression.end, *found, expression.unit, inferred)


def _days(dated: Dated) -> tuple[date | None, ...]:
    days = {dated.day, dated.last or dated.day, dated.updated.date() if dated.updated else dated.day}
    return tuple(sorted(days, key=str))


def _agreed(expression: Expression, own: Iterable[date | None]) -> Period | None:
    found = {period(expression, day) for day in own}
    return found.pop() if len(found) == 1 else None


def _is_deictic(expression: Expression) -> bool:
    """Whether it counts days from the article's own: "yesterday"."""
    names_none = expression.weekday is None and expression.day is None
    return expression.unit == "day" and bool(expression.offset) and names_none


def _may_be_for_tomorrow(dated: Dated) -> bool:
    stamps = (dated.time, dated.updated.time() if dated.updated else None)
    return any(stamp >= _EVENING for stamp in stamps if stamp)
