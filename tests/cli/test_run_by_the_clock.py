"""Changed clocks, sleep, and days that are no usual ones: an edition a day, and no article that is in none of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.records.state import asked
from tests.machine import unavailable

LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
SETTINGS = """\
name = "orr"
sources = ["pile.jsonl"]
output = "pages"
state = "state"
formats = ["json"]
zone = "{zone}"
since = "{since}"

[mail]
sender = "desk@example.org"
recipients = ["ada@example.com"]
folder = "outgoing"
"""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Desk:
    """Settings, a pile with an article for every few hours, and calls by the clock."""

    folder: Path
    start: datetime
    days: int

    def settings(self, zone: str = "Europe/Berlin", since: str = "24h") -> None:
        """Write the settings."""
        (self.folder / "briefing.toml").write_text(SETTINGS.format(zone=zone, since=since), "utf-8")

    @property
    def moments(self) -> list[datetime]:
        """When the articles were published."""
        return [self.start + number * timedelta(hours=3, minutes=20) for number in range(int(self.days * 7.2))]

    def fill(self) -> None:
        """Write the pile."""
        rows = (
            {"text": f"The ferry {n} left Marn on time. Nobody was hurt.", "title": f"{n}", "date": at.isoformat()}
            for n, at in enumerate(self.moments)
        )
        (self.folder / "pile.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")

    def calls(self, moments: Iterable[datetime], *arguments: str) -> list[int]:
        """The exit codes of calls at these moments."""
        clock = self.folder / "clock"
        clock.write_text("2026-01-01 00:00:00")
        told = "".join(f"{json.dumps([f'{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}', *arguments])}\n" for at in moments)
        environ = {
            **os.environ, "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", "TZ": "UTC",
        }  # fmt: skip
        script = Path(__file__).with_name("calls_by_the_clock.py")
        done = subprocess.run(
            [sys.executable, script], cwd=self.folder, env=environ, input=told, capture_output=True, text=True
        )
        assert (done.returncode, done.stderr) == (0, "")
        return [int(code) for code in done.stdout.split()]

    def editions(self) -> dict[date, list[int]]:
        """The articles of each edition, by day, from the last revision of each."""

        def found(state) -> Iterator[tuple[date, list[int]]]:
            for day in {entry.day for entry in state.entries("orr")}:
                yield day, sorted(int(seen.title) for seen in state.edition("orr", day).articles)

        return dict(sorted(asked(self.folder / "state", lambda state: [*found(state)])))

    def check(self, first: datetime, last: datetime, twice: tuple[datetime, datetime] | None = None) -> None:
        """Each article between two moments is in an edition, no other is, and one mail has left for each edition.

        It is in one alone, unless it was published between two moments at which windows of 24 hours overlap.
        """
        wanted = self.between(first, last) + (self.between(*twice) if twice else [])
        assert sorted(number for numbers in self.editions().values() for number in numbers) == sorted(wanted)
        days = [path.name[4:14] for path in sorted((self.folder / "outgoing").iterdir())]
        assert days == [day.isoformat() for day in self.editions()]

    def between(self, first: datetime, last: datetime) -> list[int]:
        """The articles that were published from one moment to another."""
        return [number for number, at in enumerate(self.moments) if first <= at < last]


@pytest.fixture
def made(tmp_path: Path):
    """Return a function that makes a desk with articles from a moment on, for some days."""
    if LIBRARY is None:
        unavailable("libfaketime is not installed")

    def desk(start: datetime, days: int, **settings: str) -> Desk:
        found = Desk(tmp_path, start, days)
        found.settings(**settings)
        found.fill()
        return found

    return desk


def hourly(first: datetime, last: datetime, minute: int = 0) -> list[datetime]:
    """Every hour, as a scheduler calls."""
    return [first + number * HOUR + timedelta(minutes=minute) for number in range(int((last - first) / HOUR) + 1)]


def at(text: str) -> datetime:
    """A moment of UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "first", "last", "days"),
    [
        # The clock leaves 02:30 out on 29 March, and shows it twice on 25 October.
        ("02:30", "2026-03-28T01:30", "2026-03-30T12:30", ["2026-03-28", "2026-03-29", "2026-03-30"]),
        ("02:30", "2026-10-24T00:30", "2026-10-26T12:30", ["2026-10-24", "2026-10-25", "2026-10-26"]),
        ("07:00", "2028-02-28T06:00", "2028-03-01T12:00", ["2028-02-28", "2028-02-29", "2028-03-01"]),
        ("00:00", "2026-12-30T23:00", "2027-01-02T12:00", ["2026-12-31", "2027-01-01", "2027-01-02"]),
    ],
)
def test_days_that_are_no_usual_ones(made, due, first, last, days):
    """Both changes of the clock, the leap day, the turn of the year: an edition each, and no gap between them."""
    first, last = at(first), at(last)
    desk = made(first - 2 * DAY, 6)
    assert set(desk.calls(hourly(first, last), "run", "--due", due)) == {0}
    assert [day.isoformat() for day in desk.editions()] == days
    ends = asked(desk.folder / "state", lambda state: state.edition("orr").made.until)
    begins = asked(desk.folder / "state", lambda state: state.edition("orr", date.fromisoformat(days[0])).made.since)
    desk.check(begins, ends)


@pytest.mark.parametrize(("days", "since"), [(1, "24h"), (3, "24h"), (30, "24h"), (3, "1 day"), (3, "last")])
def test_one_edition_makes_up_for_the_days_that_the_machine_slept(made, days, since):
    """It takes what all of them brought; the next one goes on from there, and is no shorter for that."""
    first = at("2026-11-10T06:00")
    desk = made(first - 2 * DAY, 36, since=since)
    wakes, after = first + days * DAY + timedelta(hours=2, minutes=40), first + (days + 1) * DAY
    codes = desk.calls([first, first + HOUR, wakes, wakes + HOUR, after], "run", "--due", "07:00")
    assert codes == [0] * 5
    assert [(day - first.date()).days for day in desk.editions()] == [0, days, days + 1]
    if since == "last":
        numbers = [number for numbers in desk.editions().values() for number in numbers]
        assert len(numbers) == len(set(numbers))
        assert set(desk.between(first - DAY, after)) <= set(numbers)
    else:
        desk.check(first - DAY, after, twice=(after - DAY, wakes))


def test_who_wakes_before_the_time_gets_what_is_missing_and_then_the_day(made):
    """The edition that was due yesterday bears that day and ends with it; today's comes at its time."""
    first = at("2026-11-10T06:00")
    desk = made(first - 2 * DAY, 8)
    night, after = first + 3 * DAY - 4 * HOUR, first + 3 * DAY
    desk.calls([first, night, night + HOUR, after], "run", "--due", "07:00")
    assert [day.day for day in desk.editions()] == [10, 12, 13]
    desk.check(first - DAY, after, twice=(after - DAY, after - 7 * HOUR))


def test_days_of_the_week_leave_nothing_out(made):
    """Monday's edition has the weekend."""
    friday = at("2026-11-13T06:00")
    desk = made(friday - 2 * DAY, 8)
    desk.calls(hourly(friday, friday + 3 * DAY), "run", "--due", "07:00", "--days", "mon-fri")
    assert [day.day for day in desk.editions()] == [13, 16]
    desk.check(friday - DAY, friday + 3 * DAY)


def test_a_clock_that_goes_back_a_day_makes_no_second_edition(made):
    """Nor does it leave anything out once it is right again."""
    first = at("2026-11-10T06:00")
    desk = made(first - 2 * DAY, 6)
    back = [first + DAY, first + DAY - 20 * HOUR, first + HOUR, first + DAY - HOUR, first + DAY + HOUR]
    desk.calls([first, *back, first + 2 * DAY], "run", "--due", "07:00")
    assert [day.day for day in desk.editions()] == [10, 11, 12]
    desk.check(first - DAY, first + 2 * DAY)


def test_a_clock_that_was_ten_years_ahead_keeps_no_edition_from_its_day(made):
    """What it brought too early comes again in its day: nobody can know that it was wrong then."""
    first = at("2026-11-10T06:00")
    desk = made(first - 2 * DAY, 6)
    desk.calls([first, first + 3653 * DAY, first + HOUR, first + DAY, first + 2 * DAY], "run", "--due", "07:00")
    days = desk.editions()
    assert [day.isoformat() for day in days] == ["2026-11-10", "2026-11-11", "2026-11-12", "2036-11-10"]
    right = sorted(number for day, numbers in days.items() if day.year == 2026 for number in numbers)
    wanted = [number for number, moment in enumerate(desk.moments) if first - DAY <= moment < first + 2 * DAY]
    assert right == wanted


@pytest.mark.parametrize(("zone", "ends", "twice"), [("America/New_York", 30, 0), ("Pacific/Auckland", 36, 12)])
def test_another_zone_in_the_settings_leaves_nothing_out(made, zone, ends, twice):
    """From then on it is due by that zone's clock, an edition for each of its days; hours after the first's count."""
    first = at("2026-11-10T06:00")
    desk = made(first - 2 * DAY, 6)
    desk.calls([first, first + HOUR], "run", "--due", "07:00")
    desk.settings(zone)
    desk.calls(hourly(first + 4 * HOUR, first + 40 * HOUR), "run", "--due", "07:00")
    after = first + ends * HOUR
    desk.check(first - DAY, after, twice=(first - twice * HOUR, first))
