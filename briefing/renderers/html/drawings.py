"""Where things lie in the drawings of a page: a theme's days on their line, the articles by day and theme.

Places are per cent of the width, so that a drawing fits a phone and its circles and letters keep their size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log10, sqrt

from briefing.model import Briefing, FigureRow, Occasion, Reference, Timeline, Unit

DAYS = 10
"""The most columns of a picture: where the articles are of more days, a column is a month, then a year."""

NUMBERED = 14
"""The most days of a line whose dots have room for a number on a phone."""

_MARGIN = 4.0


@dataclass(frozen=True, slots=True)
class Dot:
    """An entry of a timeline on its line: `x` in per cent. A day without its year stands behind the others."""

    number: int
    x: float
    occasion: Occasion
    announced: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A timeline drawn: its dots, and the days of the reports as ticks; the further apart, the more it is shortened."""

    dots: tuple[Dot, ...]
    ticks: tuple[float, ...] = ()
    is_numbered: bool = True


def line(timeline: Timeline) -> Line:
    """Return where the days of a timeline lie."""
    dated = {o.first for o in timeline.occasions if o.first}
    reported = {r.dated.day for r in timeline.reports if r.dated.day}
    unsure = sum(o.first is None for o in timeline.occasions)
    at = _along(sorted(dated | reported), unsure)
    behind = iter([100 - _MARGIN - 10 * k for k in reversed(range(unsure))])
    dots = tuple(
        Dot(
            number,
            at[o.first] if o.first else next(behind),
            o,
            announced=all(h.announced for h in o.happenings),
            inferred=all(h.inferred for h in o.happenings),
        )
        for number, o in enumerate(timeline.occasions, 1)
    )
    return Line(dots, tuple(at[day] for day in sorted(reported)), len(dots) <= NUMBERED)


def _along(days: Sequence[date], behind: int) -> dict[date, float]:
    """Each day's place: a gap counts one and the logarithm of its days, so that a year leaves room for a week."""
    gaps = [1 + log10((after - before).days) for before, after in pairwise(days)]
    width, at, found = 100 - 2 * _MARGIN - (10 * behind + 4 if behind else 0), 0.0, {}
    for day, gap in zip(days, [*gaps, 0.0], strict=True):
        found[day] = round(_MARGIN + width * at / (sum(gaps) or 1), 2) if gaps else 50.0
        at += gap
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """Some days of a picture (`first` is None for the undated), in the middle of which `x` lies."""

    first: date | None
    unit: Unit
    x: float


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles of a row lie in a column, and how large the circle is that says so."""

    count: int
    x: float
    radius: float


@dataclass(frozen=True, slots=True)
class Row:
    """A theme (None: all articles), with a count for each column."""

    theme: str | None
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """The articles of the row."""
        return sum(one.count for one in self.counts)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles by day and theme."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def coverage(briefing: Briefing) -> Coverage | None:
    """Return the articles by day and theme, or None where there are not two of each to compare."""
    columns = _columns(briefing)
    if len(columns) < 2 or len(briefing.sections) < 2:
        return None
    rest = briefing.rest
    everything = _days(briefing.used, rest.days)
    most = max(1, *(_in(everything, c) for c in columns))
    about = {s.theme: {day: n for (theme, day), n in rest.about.items() if theme == s.theme} for s in briefing.sections}
    rows = [Row(s.theme, _counts(_days(s.about, about[s.theme]), columns, most)) for s in briefing.sections]
    return Coverage(columns, (*rows, Row(None, _counts(everything, columns, most))))


def _days(references: Iterable[Reference], counted: Mapping[date | None, int]) -> Counter[date | None]:
    """How many articles there are of each day, those that are only counted with them."""
    return Counter(reference.dated.day for reference in references) + Counter(counted)


def _columns(briefing: Briefing) -> tuple[Column, ...]:
    firsts: dict[date, Unit] = dict.fromkeys(briefing.days, "day")
    if len(firsts) > DAYS:
        firsts = {day.replace(day=1): "month" for day in briefing.days}
    if len(firsts) > DAYS:
        firsts = {day.replace(month=1, day=1): "year" for day in briefing.days}
    found: list[tuple[date | None, Unit]] = [*firsts.items(), *([(None, "day")] if briefing.count_undated else [])]  # type: ignore[list-item]
    return tuple(Column(first, unit, round(100 * (k + 0.5) / len(found), 2)) for k, (first, unit) in enumerate(found))


def _in(days: Mapping[date | None, int], column: Column) -> int:
    return sum(count for day, count in days.items() if _is_in(day, column))


def _is_in(day: date | None, column: Column) -> bool:
    if day is None or column.first is None:
        return day is column.first
    as_column = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    return as_column[column.unit] == column.first


def _counts(days: Mapping[date | None, int], columns: Sequence[Column], most: int) -> tuple[Count, ...]:
    return tuple(_count(_in(days, column), column.x, most) for column in columns)


def _count(count: int, x: float, most: int) -> Count:
    """Its area grows with the count; the smallest has room for a digit."""
    return Count(count, x, round(8 + 5 * sqrt(count / most), 1) if count else 0.0)


def cites_first(row: FigureRow, briefing: Briefing) -> bool:
    """Whether a row of figures is the first to cite its sentence: to it the sentence leads back."""
    rows = (one for section in briefing.sections for table in section.figures for one in table.rows)
    return next((one for one in rows if one.citation.label == row.citation.label), None) is row
