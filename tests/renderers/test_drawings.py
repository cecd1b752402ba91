"""Where things lie in the drawings: in order, on the drawing, and as many as are told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.model import Article, Citation, Happening, Occasion, Reference, Theme, Timeline
from briefing.renderers.html.drawings import DAYS, NUMBERED, coverage, line

DAY = date(2026, 11, 22)
DATED = briefing.build([Article("A dam broke.", date=DAY)], date=DAY).references[0]


def timeline(days: list[date | None], *, announced: bool = False) -> Timeline:
    """A timeline of these days, each with one happening."""
    cited = Citation("1.1", DATED, 0, 5)
    happening = Happening(cited, "on Friday", 0, 9, announced=announced)
    return Timeline(tuple(Occasion(day, day, "day", (happening,)) for day in days), (DATED,))


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=20, unique=True), st.integers(0, 2))
def test_the_days_of_a_line_lie_in_order_and_on_it(days, unsure):
    """None on top of another, those without a year behind all others, each with the number of its place in the list."""
    drawn = line(timeline([*sorted(days), *[None] * unsure]))
    places = [dot.x for dot in drawn.dots]
    assert all(before < after for before, after in pairwise(places))
    assert 0 < places[0] <= places[-1] < 100
    assert [dot.number for dot in drawn.dots] == list(range(1, len(places) + 1))
    assert drawn.is_numbered == (len(places) <= NUMBERED)


def test_a_long_gap_is_longer_than_a_short_one_and_leaves_room_for_it():
    """A day and ten years: not to scale, as the page says."""
    first, second, third = (
        dot.x for dot in line(timeline([date(2016, 1, 1), date(2026, 1, 1), date(2026, 1, 2)])).dots
    )
    assert second - first > third - second > 10


def test_what_is_announced_is_drawn_as_that():
    """By its shape, not by a colour."""
    (dot,) = line(timeline([DAY], announced=True)).dots
    assert dot.announced
    assert not dot.inferred


THEMES = [Theme("The dam", ("dam",)), Theme("Voters", ("voters",))]


def news(days: list[date | None]) -> list[Article]:
    """An article on the dam for each day."""
    return [Article(f"The dam above Orr was seen by {k + 2} people.", date=day) for k, day in enumerate(days)]


@pytest.mark.parametrize(
    ("step", "unit"), [(timedelta(days=1), "day"), (timedelta(days=20), "month"), (timedelta(days=400), "year")]
)
def test_many_days_are_drawn_together(step, unit):
    """Days, else months, else years; every article is counted once in its column and in the sum."""
    days = [date(2010, 1, 5) + k * step for k in range(DAYS + (unit != "day"))]
    found = coverage(briefing.build([*news(days), Article("Voters in Marn stay at home.")], THEMES, date=DAY, words=99))
    assert {column.unit for column in found.columns if column.first} == {unit}
    assert found.columns[-1].first is None
    dam, voters, everything = found.rows
    assert (dam.theme, dam.total) == ("The dam", len(days))
    assert (voters.theme, [one.count for one in voters.counts][-1]) == ("Voters", 1)
    assert (everything.theme, everything.total) == (None, len(days) + 1)
    assert all(0 < column.x < 100 for column in found.columns)
    assert all((one.radius > 0) == (one.count > 0) for row in found.rows for one in row.counts)


def test_where_there_is_nothing_to_compare_there_is_no_picture():
    """One day, or one theme."""
    assert coverage(briefing.build(news([DAY]), THEMES, date=DAY)) is None
    assert coverage(briefing.build(news([DAY, None]), THEMES[:1], date=DAY)) is None


def test_an_article_that_is_not_used_is_not_counted():
    """Outside the days asked for."""
    assert isinstance(DATED, Reference)
    found = briefing.build(news([DAY, None]), THEMES, date=DAY)
    assert coverage(found).rows[-1].total == len(found.used)
