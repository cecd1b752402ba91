"""The window on the command line: durations and moments, in the machine's own zone, on days of 23 and of 25 hours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import pytest

import briefing
from briefing.records.state import asked
from briefing.settings.schema import PAGE_LANGUAGES

SCHEMA = json.loads(Path(briefing.__file__).with_name("renderers").joinpath("page.schema.json").read_text("utf-8"))
WINDOW = ("--since", "2026-10-24T07:00", "--until", "2026-10-25T07:00")


@pytest.fixture
def pile(tmp_path) -> Path:
    """An article for each hour of four days around the end of summer time in Brussels: few enough to be listed."""
    start = datetime(2026, 10, 23, 12, tzinfo=UTC)
    path = tmp_path / "pile.jsonl"
    rows = (row(start + timedelta(hours=k), f"Report {k}") for k in range(4 * 24))
    path.write_text("".join(f"{json.dumps(one)}\n" for one in rows), "utf-8")
    return path


def row(at: datetime, title: str) -> dict[str, str]:
    """An article of a moment."""
    text = f"{title}: the ferry to Orr left the harbour of Marn on time. Nobody was on board, the company said."
    return {"text": text, "title": title, "date": at.isoformat()}


def config(folder: Path, *lines: str) -> Path:
    """A file of settings."""
    path = folder / "briefing.toml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def used(page: Path) -> list[str]:
    """The titles of the articles that a JSON page was made from."""
    return [source["title"] for source in json.loads(page.read_text("utf-8"))["sources"] if not source["outside"]]


def made(page: Path) -> tuple[str | None, str | None]:
    """The window of a JSON page."""
    found = json.loads(page.read_text("utf-8"))["made"]
    return found["since"], found["until"]


@pytest.mark.parametrize("since", ["24h", "1 day"])
@pytest.mark.parametrize("ends", ["00:00", "02:30", "07:00"])
def test_editions_of_24_hours_hold_each_article_once_in_the_machines_own_zone(pile, since, ends):
    """The 25th has 25 hours in Brussels; `--date` of another day counts from that day's end; `verify` knows no zone."""
    settings = config(pile.parent, f'since = "{since}"', f'day_ends = "{ends}"', 'formats = ["json"]')
    days = [f"2026-10-{day}" for day in range(23, 29)]

    def run(*arguments: object, zone: str) -> int:
        command = [sys.executable, "-m", "briefing", *map(str, arguments)]
        return subprocess.run(command, env={**os.environ, "TZ": zone}, cwd=pile.parent, capture_output=True).returncode

    for day in days:
        stated = ("--config", settings, "--date", day, "-o", pile.with_name(f"{day}.json"))
        assert run("build", pile, *stated, zone="Europe/Brussels") == 0
    pages = [pile.with_name(f"{day}.json") for day in days]
    titles = [title for page in pages for title in used(page)]
    assert len(titles) == len(set(titles)) == 4 * 24
    if since == "24h":
        lengths = [datetime.fromisoformat(b) - datetime.fromisoformat(a) for a, b in map(made, pages)]
        assert sorted(length // timedelta(hours=1) for length in lengths) == [24, 24, 24, 24, 24, 25]
        assert all(one[1] == other[0] for one, other in pairwise(map(made, pages)))
    else:
        assert [made(page) for page in pages] == [(day, day) for day in days]
    assert run("verify", *pages, zone="Australia/Lord_Howe") == 0


def test_moments_are_those_of_the_briefings_zone(command, pile):
    """The first belongs to the window, the second does not; the page says both, and is proved."""
    settings = config(pile.parent, 'zone = "Europe/Brussels"')
    page = pile.with_name("page.json")
    assert command("build", pile, "--config", settings, *WINDOW, "-o", page).code == 0
    assert made(page) == ("2026-10-24T07:00:00+02:00", "2026-10-25T07:00:00+01:00")
    assert len(used(page)) == 25
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(page.read_text("utf-8")))
    assert command("verify", page).code == 0


@pytest.mark.parametrize("language", PAGE_LANGUAGES)
def test_the_page_says_its_window_in_its_language(command, pile, language):
    """Day, time and distance from UTC; whoever moves a bound is found out."""
    settings = config(pile.parent, 'zone = "Europe/Brussels"', f'page_language = "{language}"')
    page = pile.with_name("page.md")
    assert command("build", pile, "--config", settings, *WINDOW, "--date", "2026-10-25", "-o", page).code == 0
    text = page.read_text("utf-8")
    lines = [line for line in text.splitlines() if "(UTC+0" in line]
    assert ["(UTC+02:00)" in line for line in lines] == [True, False]
    assert all("7:00" in line and "2026" in line for line in lines)
    assert command("verify", page).code == 0
    page.write_text(text.replace("(UTC+02:00)", "(UTC+03:00)"), "utf-8")
    assert command("verify", page).code == 1
    page.write_text(text.replace("since=2026-10-24T07", "since=2026-10-24T08"), "utf-8")
    assert command("verify", page).code == 1


def test_a_page_made_again_with_the_moments_that_it_names_is_the_same(command, pile):
    """To the byte, whether a duration was asked for or what it came to."""
    settings = config(pile.parent, 'zone = "Europe/Brussels"', 'day_ends = "07:00"')
    pages = [pile.with_name(f"{name}.md") for name in ("one", "other")]
    more = (pile, "--config", settings, "--date", "2026-10-25")
    assert command("build", *more, "--since", "24h", "-o", pages[0]).code == 0
    assert command("build", *more, *WINDOW, "-o", pages[1]).code == 0
    assert pages[0].read_text("utf-8") == pages[1].read_text("utf-8")
    assert "would be built just so again" in command("explain", "--page", pages[0], "--config", settings).out


def test_days_say_no_more_than_they_did(command, pile):
    """And whole days asked for as a duration are days."""
    settings = config(pile.parent, 'zone = "Europe/Brussels"')
    pages = [pile.with_name(f"{name}.md") for name in ("one", "other")]
    more = (pile, "--config", settings, "--date", "2026-10-25")
    assert command("build", *more, "--since", "2 days", "-o", pages[0]).code == 0
    assert command("build", *more, "--since", "2026-10-24", "--until", "2026-10-25", "-o", pages[1]).code == 0
    assert pages[0].read_text("utf-8") == pages[1].read_text("utf-8")
    assert "known to be from" not in pages[0].read_text("utf-8")


def test_a_window_of_nothing_is_an_honest_page(command, pile):
    """One that ends before it begins is told instead."""
    at = ("--since", "2026-10-24T07:00Z", "--until")
    page = pile.with_name("page.md")
    assert command("build", pile, *at, "2026-10-24T07:00Z", "-o", page).code == 0
    assert "There is nothing to report." in page.read_text("utf-8")
    assert command("verify", page).code == 0
    ran = command("build", pile, *at, "2026-10-24T06:59Z", "-o", page)
    assert ran.code == 78
    assert "since: 2026-10-24T07:00:00+00:00 is after until, 2026-10-24T06:59:00+00:00" in ran.err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--since", "2 wekks", "did you mean '2 weeks'?"),
        ("--since", "1 month", "count weeks or days"),
        ("--since", "2026-10-24T25:00", "is no day and no moment"),
        ("--until", "24h", "is no day and no moment; write it as in 2026-11-22 or 2026-11-22T07:00"),
    ],
)
def test_what_is_no_window_is_told(command, pile, option, value, said):
    """With what to write instead."""
    ran = command("build", pile, option, value)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("zone", ["", "Europe/Brussels", "Australia/Lord_Howe"])
def test_a_run_takes_what_the_last_hours_brought(command, tmp_path, zone):
    """By the clock of the run; what is recorded is the window that it came to, and its page is proved."""
    now = datetime.now(UTC)
    ages = {"fresh": 1, "yesterday's": 22, "old": 26, "to come": -2}
    rows = (row(now - timedelta(hours=hours), title) for title, hours in ages.items())
    (tmp_path / "pile.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows), "utf-8")
    stated = ('name = "orr"', 'sources = ["pile.jsonl"]', 'formats = ["json"]', 'output = "pages"', 'state = "state"')
    settings = config(tmp_path, *stated, f'zone = "{zone}"', 'since = "24h"')
    for _ in range(2):
        ran = command("run", "--config", settings)
        assert (ran.code, ran.err) == (0, "")
    (page,) = (tmp_path / "pages").iterdir()
    assert sorted(used(page)) == ["fresh", "yesterday's"]
    assert command("verify", page).code == 0
    edition = asked(tmp_path / "state", lambda state: state.edition("orr", date.fromisoformat(page.stem)))
    assert (edition.made.since.isoformat(), edition.made.until.isoformat()) == made(page)


def test_a_run_later_in_the_day_makes_no_other_edition_of_the_same_articles(command, tmp_path):
    """The window that the day's first run came to stands; with another length in the settings it is counted anew."""
    write = {"name": "orr", "sources": ["pile.jsonl"], "output": "pages", "state": "state", "zone": "Europe/Brussels"}
    (tmp_path / "pile.jsonl").write_text(
        json.dumps(row(datetime.now(UTC) - timedelta(hours=1), "fresh")) + "\n", "utf-8"
    )
    stated = [f"{key} = {json.dumps(value)}" for key, value in write.items()]
    settings = config(tmp_path, *stated, 'since = "24h"')
    day = datetime.now(ZoneInfo("Europe/Brussels")).date()
    end = (datetime.now(ZoneInfo("Europe/Brussels")) - timedelta(minutes=5)).replace(
        second=0, microsecond=0, tzinfo=None
    )
    window = ("--since", (end - timedelta(days=1)).isoformat(), "--until", end.isoformat())
    assert command("build", "--publish", "--config", settings, *window).code == 0
    assert command("run", "--config", settings).code == 0

    def edition():
        return asked(tmp_path / "state", lambda state: state.edition("orr", day))

    first = edition()
    assert (first.revision, first.made.until.replace(tzinfo=None)) == (1, end)
    config(tmp_path, *stated, 'since = "23 hours"')
    assert command("run", "--config", settings).code == 0
    assert (edition().revision, edition().made.until > first.made.until) == (2, True)


def test_the_environment_and_the_file_take_the_same_spellings(command, pile, monkeypatch):
    """A duration as a text, a moment as TOML has it."""
    page = pile.with_name("page.json")
    monkeypatch.setenv("BRIEFING_SINCE", "36 hours")
    settings = config(pile.parent, "until = 2026-10-25T07:00:00", 'zone = "Europe/Brussels"')
    assert command("build", pile, "--config", settings, "-o", page).code == 0
    assert made(page) == ("2026-10-23T19:00:00+02:00", "2026-10-25T07:00:00+01:00")
