"""The window: durations as people write them, times as the clock shows them, and what they come to on odd days."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.settings import Settings
from briefing.settings.durations import LONGEST, Duration, duration, unlike
from briefing.settings.wall_clock import end_of, in_zone, moment_of, plain, wall_of
from briefing.settings.window import is_backwards, joined, resolved
from tests.settings.odd_days import DAYS, MINUTE, ODD_DAYS, TIMES, ZONES


def moment(text: str) -> datetime:
    """A moment, or what a clock shows, as it is written."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "length", "days"),
    [
        ("24h", timedelta(hours=24), 0),
        ("36 hours", timedelta(hours=36), 0),
        ("1 hour", timedelta(hours=1), 0),
        ("90m", timedelta(minutes=90), 0),
        ("90 Minutes", timedelta(minutes=90), 0),
        (" 5 min. ", timedelta(minutes=5), 0),
        ("1 day", timedelta(days=1), 1),
        ("3days", timedelta(days=3), 3),
        ("2 weeks", timedelta(days=14), 14),
        ("1W", timedelta(days=7), 7),
        ("520 weeks", LONGEST, 3640),
    ],
)
def test_a_duration_is_read_as_people_write_it(text, length, days):
    """Whatever its case and spaces; only days and weeks count days."""
    found = duration(text)
    assert found is not None
    assert (found.length, found.days) == (length, days)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""), ("24", ""), ("h", ""), ("-1h", ""), ("1.5h", ""), ("1h30m", ""), ("last", ""), ("2026-11-22", ""),
        ("0h", "longer than nothing"), ("9999999w", "at most 520 weeks"), ("521 weeks", "at most 520 weeks"),
        ("1 month", "differ in length"), ("2y", "differ in length"), ("3 dayz", "did you mean '3 days'?"),
        ("7 furlongs", "minutes, hours, days or weeks"), ("٣ days", "did you mean"),
    ],
)  # fmt: skip
def test_what_is_no_duration_is_told_apart(text, said):
    """And where it nearly is one, what is wrong with it."""
    if text == "٣ days":  # three in Arabic digits is three
        assert duration(text) == Duration(3, "day")
    else:
        assert duration(text) is None
        assert said in unlike(text)
        assert bool(said) is bool(unlike(text))


def clock(zone: str, around: date, days: int = 3) -> list[tuple[datetime, datetime]]:
    """Each minute of the days around one, with what the clock shows then."""
    start = datetime.combine(around, time(), UTC) - timedelta(days=days)
    place = ZoneInfo(zone)
    moments = (start + k * MINUTE for k in range(2 * days * 24 * 60))
    return [(moment, moment.astimezone(place).replace(tzinfo=None)) for moment in moments]


@pytest.mark.parametrize(("zone", "day"), ODD_DAYS.values(), ids=ODD_DAYS)
def test_a_time_is_the_first_moment_at_which_the_clock_shows_it_or_a_later_one(zone, day):
    """Held for each minute of the day and of those beside it against a clock that is watched from minute to minute."""
    shown = clock(zone, day)
    k = 0
    wall = datetime.combine(day, time()) - timedelta(days=1)
    while wall < datetime.combine(day, time()) + timedelta(days=2):
        while shown[k][1] < wall:
            k += 1
        assert moment_of(wall, zone) == shown[k][0], wall
        wall += MINUTE


def test_the_machines_own_zone_is_a_zone_like_any_other():
    """A process in TZ gives the same moments without a zone as with one."""
    code = (
        "from datetime import *; from briefing.settings.wall_clock import moment_of\n"
        "w = datetime(2026, 3, 28, 23); e = datetime(2026, 10, 24, 23)\n"
        "for k in range(0, 360, 10):\n"
        "  for start in (w, e):\n"
        "    t = start + timedelta(minutes=k); a, b = moment_of(t, ''), moment_of(t, 'Europe/Brussels')\n"
        "    assert (a, a.utcoffset()) == (b, b.utcoffset()), (a, b)"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"TZ": "Europe/Brussels", "PYTHONPATH": ":".join(sys.path)})
    assert done.returncode == 0


@pytest.mark.parametrize("wall", ["0001-01-01T00:00", "9999-12-31T23:59:59"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "Europe/Brussels"])
def test_the_ends_of_the_calendar_are_moments(wall, zone):
    """Nothing breaks there."""
    wall = moment(wall)
    assert moment_of(wall, zone).tzinfo is not None
    assert in_zone(wall.replace(tzinfo=UTC), zone).tzinfo is not None
    assert end_of(wall.date(), time(), zone).tzinfo is not None


@settings(max_examples=300, deadline=None)
@given(zone=ZONES, day=DAYS, at=TIMES, late=st.integers(0, 59), fold=st.integers(0, 1), of=st.sampled_from((1, 2, 7)))
def test_daily_windows_of_hours_meet(zone, day, at, late, fold, of):
    """Run at the same time by the clock, late by seconds, first or second time round: they neither overlap nor part."""
    asked = Settings(since=Duration(24 * of, "hour"), zone=zone)
    runs = [datetime.combine(day + timedelta(days=k * of), at) for k in range(4)]
    moments = [wall.replace(tzinfo=ZoneInfo(zone), fold=fold, second=late) for wall in runs]
    assume(all(wall_of(m.astimezone(UTC), zone) == w.replace(second=late) for m, w in zip(moments, runs, strict=True)))
    windows = [resolved(asked, None, moment) for moment in moments]
    for one, next_one in pairwise(windows):
        assert one.since < one.until == next_one.since
        assert one.until.utcoffset() == next_one.since.utcoffset()


@settings(max_examples=200, deadline=None)
@given(zone=ZONES, day=DAYS, ends=TIMES, at=TIMES, of=st.integers(1, 14))
def test_daily_windows_of_whole_days_meet(zone, day, ends, at, of):
    """At whatever time of the next day they are made: days follow upon days."""
    asked = Settings(since=Duration(of, "day"), zone=zone, day_ends=ends.isoformat("minutes"))
    days = [day + timedelta(days=k * of) for k in range(3)]
    windows = [resolved(asked, d, moment_of(datetime.combine(d + timedelta(days=1), at), zone)) for d in days]
    assume(all(wall_of(moment_of(datetime.combine(d + timedelta(days=1), at), zone), zone).date() != d for d in days))
    assert [window.until for window in windows] == days
    for one, next_one in pairwise(windows):
        assert next_one.since - one.until == timedelta(days=1)


BRUSSELS = ZoneInfo("Europe/Brussels")
RUN = datetime(2026, 11, 27, 7, 0, 42, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("since", "until", "day", "ends", "window"),
    [
        ("24h", None, None, "00:00", ("2026-11-26T07:00+01:00", "2026-11-27T07:00+01:00")),
        ("24h", None, date(2026, 11, 27), "00:00", ("2026-11-26T07:00+01:00", "2026-11-27T07:00+01:00")),
        ("24h", None, date(2026, 11, 20), "00:00", ("2026-11-20T00:00+01:00", "2026-11-21T00:00+01:00")),
        ("24h", None, date(2026, 11, 20), "06:00", ("2026-11-19T06:00+01:00", "2026-11-20T06:00+01:00")),
        ("24h", date(2026, 11, 20), None, "06:00", ("2026-11-19T06:00+01:00", "2026-11-20T06:00+01:00")),
        ("24h", moment("2026-10-25T07:00"), None, "00:00", ("2026-10-24T07:00+02:00", "2026-10-25T07:00+01:00")),
        ("1 day", None, None, "06:00", ("2026-11-27", "2026-11-27")),
        ("1 day", None, None, "00:00", ("2026-11-26T07:00+01:00", "2026-11-27T07:00+01:00")),
        ("3 days", None, date(2026, 11, 20), "00:00", ("2026-11-18", "2026-11-20")),
        ("2 weeks", date(2026, 11, 20), None, "00:00", ("2026-11-07", "2026-11-20")),
        ("2 weeks", date(1, 1, 5), None, "00:00", ("0001-01-01", "0001-01-05")),
        ("1 day", moment("2026-03-29T07:00"), None, "00:00", ("2026-03-28T07:00+01:00", "2026-03-29T07:00+02:00")),
    ],
)  # fmt: skip
def test_a_duration_is_counted_back_from_the_run_or_the_end_of_a_day(since, until, day, ends, window):
    """On the clock of the zone; days are whole ones, unless the last has not ended yet."""
    asked = Settings(since=duration(since), until=until, zone="Europe/Brussels", day_ends=ends)
    found = resolved(asked, day, RUN)
    read = [moment(w) if "T" in w else date.fromisoformat(w) for w in window]
    assert [found.since, found.until] == read
    assert [type(found.since), type(found.until)] == [type(r) for r in read]


def test_days_and_last_stay_as_they_are():
    """Only durations and moments are made definite."""
    for asked in (
        Settings(),
        Settings(since=date(2026, 11, 20), zone="Europe/Brussels"),
        Settings(since="last", until=date(2026, 11, 20)),
    ):
        assert resolved(asked, None, RUN) == asked


def test_a_moment_without_a_zone_is_of_the_briefings():
    """One with a zone is the same moment, as the briefing's clock shows it."""
    asked = Settings(since=moment("2026-11-26T07:00"), until=moment("2026-11-27T07:00+00:00"), zone="Europe/Brussels")
    found = resolved(asked, None, RUN)
    assert (found.since.isoformat(), found.until.isoformat()) == (
        "2026-11-26T07:00:00+01:00",
        "2026-11-27T08:00:00+01:00",
    )


@settings(max_examples=100, deadline=None)
@given(zone=ZONES, wall=st.datetimes(moment("1901-01-01"), moment("2099-01-01")))
def test_a_moment_is_read_back_from_a_page_as_the_same(zone, wall):
    """To the letter: the seal over a page is over its very form."""
    found = moment_of(wall, zone)
    assert repr(plain(found)) == repr(found) == repr(datetime.fromisoformat(found.isoformat()))


def test_a_window_that_ends_where_it_begins_is_empty_not_backwards():
    """Of moments; one of days holds that day."""
    at = moment("2026-11-27T07:00")
    assert not is_backwards(at, at)
    assert is_backwards(at + MINUTE, at)
    assert not is_backwards(date(2026, 11, 27), at)
    assert is_backwards(date(2026, 11, 28), at)


@pytest.mark.parametrize(
    ("since", "ended", "begins"),
    [
        ("2026-11-20", "2026-11-17", "2026-11-18"),
        ("2026-11-20", "2026-11-19", "2026-11-20"),
        ("2026-11-20", "2026-11-24", "2026-11-20"),
        ("2026-11-20T07:00+01:00", "2026-11-19T07:00+01:00", "2026-11-19T07:00+01:00"),
        ("2026-11-20T07:00+01:00", "2026-11-20T09:00+01:00", "2026-11-20T07:00+01:00"),
        ("2026-11-20T07:00+01:00", "2026-11-20T05:30Z", "2026-11-20T06:30+01:00"),
        ("2026-11-20T07:00+01:00", "2026-11-17", "2026-11-17T06:00+01:00"),
        ("2026-11-20T07:00+01:00", "2026-11-20", "2026-11-20T06:00+01:00"),
        ("2026-11-20", "2026-11-18T07:00+01:00", "2026-11-18T07:00+01:00"),
        ("2026-11-20", "2026-11-19T06:00+01:00", "2026-11-20"),
    ],
)
def test_a_window_begins_where_the_one_before_ended_and_never_later_than_it_would(since, ended, begins):
    """Days and moments alike: a day of news begins and ends at 06:00 here, so that the 20th begins on the 19th."""
    first, last, expected = (moment(t) if "T" in t else date.fromisoformat(t) for t in (since, ended, begins))
    given = Settings(since=first, until=date(2026, 11, 24), zone="Europe/Brussels", day_ends="06:00")
    assert joined(given, last).since == expected
    assert joined(given, last).until == given.until
