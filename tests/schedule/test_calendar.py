"""When an edition is due, also on the days on which clocks are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from briefing.schedule.calendar import QUARTER, Timetable, days_of, time_of
from briefing.settings.wall_clock import wall_of

DAILY = frozenset(range(7))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("mon,wed", {0, 2}),
        ("daily", set(DAILY)),
        ("sun", {6}),
        ("fri-mon", {4, 5, 6, 0}),
        ("mon-wed,sat", {0, 1, 2, 5}),
        ("tue-tue", {1}),
    ],
)
def test_days_are_named_as_people_name_them(text: str, days: set[int]) -> None:
    """Single days, spans, spans over the week's end, and all."""
    assert days_of(text) == days


@pytest.mark.parametrize("text", ["", "mon-", "-fri", "monday", "mon, wed", "1-5", "mon-fri-sun", "daily,mon", "MON"])
def test_what_names_no_days_is_refused(text: str) -> None:
    """With how to write them."""
    with pytest.raises(ValueError, match="names no days; write them as in mon-fri, mon,wed or daily"):
        days_of(text)


@pytest.mark.parametrize("text", ["", "7:00", "24:00", "07:60", "07:00:00", "0700", "٠٧:٠٠", "07:00\n"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    """With how to write one."""
    with pytest.raises(ValueError, match="is no time of day; write it as in 07:00"):
        time_of(text)


def utc(text: str) -> datetime:
    """A moment, written in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


CHANGES = [
    # zone, at, the day, its moment, what is special
    ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00", "left out: as the clock jumps to 03:00"),
    ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30", "shown twice: the first"),
    ("Europe/Berlin", "07:00", "2026-03-29", "2026-03-29T05:00", "the day is short"),
    ("Europe/Berlin", "07:00", "2026-10-25", "2026-10-25T06:00", "the day is long"),
    ("America/New_York", "02:10", "2026-03-08", "2026-03-08T07:00", "left out elsewhere"),
    ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30", "shown twice elsewhere"),
    ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30", "a change of half an hour"),
    ("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45", "half an hour shown twice"),
    ("Pacific/Chatham", "02:50", "2026-09-27", "2026-09-26T14:00", "quarters of an hour, and left out"),
    ("Africa/Cairo", "00:10", "2026-04-24", "2026-04-23T22:00", "the day begins at 01:00"),
    ("America/Santiago", "00:30", "2026-09-06", "2026-09-06T04:00", "the day begins at 01:00, south of the line"),
    ("America/Havana", "00:30", "2026-11-01", "2026-11-01T04:30", "the first hour twice"),
    ("Asia/Kathmandu", "07:00", "2026-06-01", "2026-06-01T01:15", "45 minutes, never changed"),
]


@pytest.mark.parametrize(("zone", "at", "day", "moment"), [c[:4] for c in CHANGES], ids=[c[4] for c in CHANGES])
def test_a_day_has_one_moment_whatever_is_done_to_its_clock(zone: str, at: str, day: str, moment: str) -> None:
    """It is the last one from then until the next day's, and the next one until then."""
    timetable = Timetable(time_of(at), DAILY, zone)
    expected, second = utc(moment), timedelta(seconds=1)
    assert timetable.last(expected) == expected
    assert timetable.last(expected + timedelta(hours=13)) == expected
    assert timetable.last(expected - second) < expected
    assert timetable.next(expected - second, 1) == (expected,)
    assert timetable.next(expected, 1)[0] > expected
    same_day = Timetable(time_of(at), frozenset({date.fromisoformat(day).weekday()}), zone)
    assert same_day.last(expected + timedelta(days=5)) == expected


def test_a_day_that_never_was_has_its_moment_as_the_next_one_begins() -> None:
    """Samoa went from Thursday to Saturday; the morning of Friday is no reason to miss one, nor to have two at once."""
    friday, saturday = utc("2011-12-30T10:00"), utc("2011-12-30T17:00")
    assert Timetable.of("07:00", "daily", "Pacific/Apia").next(utc("2011-12-30T00:00"), 2) == (friday, saturday)
    assert Timetable.of("07:00", "fri", "Pacific/Apia").last(utc("2012-01-05T00:00")) == friday
    assert Timetable.of("00:00", "daily", "Pacific/Apia").next(utc("2011-12-30T00:00"), 2)[0] == friday
    assert Timetable.of("00:00", "daily", "Pacific/Apia").next(friday, 1) == (friday + timedelta(days=1),)


def test_days_of_the_week_are_those_of_the_briefings_zone() -> None:
    """Monday morning in Auckland is Sunday in London."""
    timetable = Timetable.of("07:00", "mon", "Pacific/Auckland")
    assert timetable.last(utc("2026-06-10T00:00")) == utc("2026-06-07T19:00")
    assert timetable.next(utc("2026-06-07T19:00"), 2) == (utc("2026-06-14T19:00"), utc("2026-06-21T19:00"))


def test_five_times_over_a_week_end_and_a_changed_clock() -> None:
    """Weekdays only, each at seven by the clock."""
    timetable = Timetable.of("07:00", "mon-fri", "Europe/Berlin")
    found = timetable.next(utc("2026-10-22T12:00"), 5)
    assert [f"{wall_of(m, 'Europe/Berlin'):%a %d %H:%M}" for m in found] == [
        "Fri 23 07:00", "Mon 26 07:00", "Tue 27 07:00", "Wed 28 07:00", "Thu 29 07:00",
    ]  # fmt: skip


def test_every_zone_lies_quarters_of_an_hour_from_every_other() -> None:
    """What the one line of a crontab rests on; if a land ever departs from it, this tells."""
    months = [datetime(year, month, 1, tzinfo=UTC) for year in (2026, 2027) for month in range(1, 13)]
    offsets = {moment.astimezone(ZoneInfo(name)).utcoffset() for name in available_timezones() for moment in months}
    assert len(offsets) > 30
    assert [offset for offset in offsets if offset is None or offset % timedelta(minutes=QUARTER)] == []


SIMULATED = [
    ("Europe/Berlin", "02:30", "UTC"),
    ("Europe/Berlin", "02:40", "America/New_York"),
    ("UTC", "07:10", "Europe/Berlin"),
    ("Pacific/Chatham", "02:50", "Asia/Kathmandu"),
    ("Australia/Lord_Howe", "01:45", "Europe/Berlin"),
    ("America/Santiago", "00:00", "Australia/Adelaide"),
]


@pytest.mark.parametrize(("zone", "at", "machine"), SIMULATED)
def test_each_day_has_one_edition_within_a_quarter_of_an_hour(zone: str, at: str, machine: str) -> None:
    """As cron looks, by the minutes of a machine in another zone, in the days around every change of either clock."""
    timetable = Timetable(time_of(at), DAILY, zone)
    noon = utc("2026-01-10T12:00") + timedelta(minutes=timetable.at.minute % QUARTER)
    year = [noon + timedelta(days=day) for day in range(365)]
    changed = [d for d in year if any(_offset(d, z) != _offset(d + timedelta(days=1), z) for z in (zone, machine))]
    assert len(changed) >= 2
    for start in (day - timedelta(days=1) for day in changed):
        looks = [start + timedelta(minutes=QUARTER * look) for look in range(3 * 96)]
        assert {wall_of(look, machine).minute for look in looks} == set(timetable.minutes)
        editions = []
        for look in looks:
            if timetable.due(look, served=(editions or [start])[-1]):
                editions.append(look)
        days = [wall_of(edition, zone).date() for edition in editions]
        assert len(days) == 3
        assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
        assert all(edition - timetable.last(edition) < timedelta(minutes=QUARTER) for edition in editions)


def _offset(moment: datetime, zone: str) -> timedelta | None:
    return moment.astimezone(ZoneInfo(zone)).utcoffset()


NOON = utc("2026-11-25T12:00")
SEVEN = utc("2026-11-25T07:00")
HOUR = timedelta(hours=1)
DUE = [
    (None, None, SEVEN, "never made, and nobody says since when"),
    (None, SEVEN, None, "made on the stroke"),
    (None, SEVEN - HOUR, SEVEN, "one that was made before its time is not it"),
    (SEVEN + HOUR, None, None, "set up after it"),
    (SEVEN, None, SEVEN, "set up on the stroke"),
    (SEVEN + HOUR, SEVEN - 9 * HOUR, None, "set up anew after it"),
    (SEVEN - HOUR, SEVEN - 30 * 24 * HOUR, SEVEN, "one edition for a month of sleep"),
    (None, NOON + HOUR, None, "the clock was set back by an hour"),
    (None, NOON + 3650 * 24 * HOUR, SEVEN, "the clock was ten years ahead when one was made"),
    (NOON + 3650 * 24 * HOUR, None, SEVEN, "or when it was set up"),
]


@pytest.mark.parametrize(("since", "served", "due"), [d[:3] for d in DUE], ids=[d[3] for d in DUE])
def test_an_edition_is_due_once_its_time_has_passed_and_until_it_is_made(
    since: datetime | None, served: datetime | None, due: datetime | None
) -> None:
    """Only the last time counts: what was slept through is one edition."""
    assert Timetable(time(7), DAILY, "UTC").due(NOON, since=since, served=served) == due
