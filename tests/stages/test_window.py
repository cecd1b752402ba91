"""Windows of moments: each article whose time is known lies in exactly one of those that follow each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Dated
from briefing.settings.wall_clock import end_of, moment_of
from briefing.stages.date.stated import from_metadata
from briefing.stages.date.window import is_within
from tests.settings.odd_days import DAYS, MINUTE, ODD_DAYS, TIMES, ZONES

ENDS = (time(0), time(1, 45), time(2), time(2, 15), time(2, 30), time(3), time(6), time(23, 30))


def dated(at: datetime, zone: str) -> Dated:
    """The day of an article whose metadata state that moment."""
    found = from_metadata(Article("Rain.", date=at.date(), at=at), zone)
    assert found
    return found


def minutes(day: date) -> list[datetime]:
    """The moments of a day and those beside it, every five minutes, a second before and after them too."""
    start = datetime.combine(day, time(), UTC) - timedelta(days=1)
    return [start + 5 * k * MINUTE + timedelta(seconds=s) for k in range(3 * 288) for s in (-1, 0, 1)]


@pytest.mark.parametrize("ends", ENDS, ids=str)
@pytest.mark.parametrize(("zone", "day"), ODD_DAYS.values(), ids=ODD_DAYS)
def test_no_moment_of_an_odd_day_is_lost_or_repeated(zone, day, ends):
    """By windows of moments that begin at a time of day, by days that end then, and by both in turn.

    The days are in order as well: what is published later is never of an earlier day, once that has ended.
    """
    days = [day + timedelta(days=k) for k in range(-3, 5)]
    bounds = [moment_of(datetime.combine(one, ends), zone) for one in days]
    latest = days[0]
    for at in minutes(day):
        article = dated(at, zone)
        windows = [pair for pair in pairwise(bounds) if is_within(article, *pair, zone=zone)]
        holds = [one for one in days if is_within(article, one, one, day_ends=ends, zone=zone)]
        assert len(windows) == 1, at
        assert windows[0][0] <= at < windows[0][1]
        assert len(holds) == 1, at
        if ends != time(0):  # the calendar's own days are those that the clock shows
            assert holds[0] >= latest, at
            latest = holds[0]
            end = end_of(days[3], ends, zone)
            before = is_within(article, None, days[3], day_ends=ends, zone=zone)
            assert before != is_within(article, end, None, day_ends=ends, zone=zone), at


@settings(max_examples=300, deadline=None)
@given(
    zone=ZONES,
    day=DAYS,
    ends=TIMES,
    away=st.timedeltas(timedelta(days=-2), timedelta(days=2)),
    stated=st.sampled_from(["", "UTC", "America/New_York", "Asia/Tokyo"]),
)
def test_every_article_with_a_time_falls_into_one_of_the_days_windows(zone, day, ends, away, stated):
    """Whatever zone its time is stated in, or none: that of the briefing is meant then."""
    at = datetime.combine(day, time(12)) + away
    article = dated(at.replace(tzinfo=ZoneInfo(stated)) if stated else at, zone)
    days = [day + timedelta(days=k) for k in range(-5, 6)]
    bounds = [moment_of(datetime.combine(one, ends), zone) for one in days]
    assert sum(is_within(article, *pair, zone=zone) for pair in pairwise(bounds)) == 1
    assert sum(is_within(article, one, one, day_ends=ends, zone=zone) for one in days) == 1


def test_without_a_zone_a_time_that_states_none_is_of_the_bounds():
    """Then the machine's clock is meant, and the bound says how that stood."""
    bound = datetime.fromisoformat("2026-11-27T07:00+05:30")
    early, late = (dated(datetime.fromisoformat(f"2026-11-27T0{hour}:59"), "") for hour in (6, 7))
    assert not is_within(early, bound, None)
    assert is_within(late, bound, None)
    assert is_within(early, None, bound)
    assert not is_within(late, None, bound)


@pytest.mark.parametrize(
    ("day", "last", "is_in"),
    [
        (date(2026, 11, 25), None, False),
        (date(2026, 11, 26), None, True),
        (date(2026, 11, 27), None, True),
        (date(2026, 11, 28), None, False),
        (date(2026, 11, 24), date(2026, 11, 26), True),
        (date(2026, 11, 24), date(2026, 11, 25), False),
        (None, None, True),
        (date.min, None, False),
        (date.max, None, False),
    ],
)
def test_an_article_of_which_only_the_day_is_known_is_kept_where_it_may_be(day, last, is_in):
    """If some of its day lies in the window."""
    since, until = (datetime.fromisoformat(f"2026-11-{d}T07:00+01:00") for d in (26, 27))
    assert is_within(Dated(day, last=last), since, until, zone="Europe/Brussels") is is_in
    assert is_within(Dated(day, last=last), since, until) is is_in


def test_a_day_that_touches_a_window_only_at_its_end_is_outside():
    """Midnight is the first moment of the next day."""
    midnight = datetime.fromisoformat("2026-11-27T00:00+01:00")
    before, after = Dated(date(2026, 11, 26)), Dated(date(2026, 11, 27))
    assert not is_within(before, midnight, None, zone="Europe/Brussels")
    assert is_within(after, midnight, None, zone="Europe/Brussels")
    assert is_within(before, None, midnight, zone="Europe/Brussels")
    assert not is_within(after, None, midnight, zone="Europe/Brussels")
