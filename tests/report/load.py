"""Many articles, many readers, many days: what they take, and that nothing grows which should not.

`python -m tests.report.load DAYS` is thirty days as one process lives through them, by a clock that libfaketime sets.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.assembly.proving import forget
from briefing.cli import start
from tests.benchmarks.timing import made_articles
from tests.report.counting import counting
from tests.report.row import Row

ROOT = Path(__file__).parents[2]
CLOCK = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
DAY = date(2026, 11, 23)
THEMES, TERMS, READERS, DAYS, DAILY = 50, 20, 50, 30, 30
SETTINGS = """\
name = "load"
sources = ["pile.jsonl"]
zone = "UTC"
output = "pages"
state = "state"
since = "2 days"

[mail]
sender = "desk@example.org"
recipients = {readers}
{way}
"""
SINK = 'transport = "maildir"\nfolder = "sink"'
LEAN = ("nltk", "numpy")


@dataclass(frozen=True)
class Took:
    """What a command took: seconds by the clock, the most memory of its process in MB."""

    seconds: float
    memory: float


def rows(load: int) -> list[Row]:
    """Work on `load` articles at once, and write as many letters."""
    return [_a_day(), *_many_articles(load), _many_letters(load), _many_days(), *map(_start, ("--version", "--help"))]


def _a_day() -> Row:
    """A usual day, nothing kept from earlier ones."""
    with TemporaryDirectory() as folder:
        desk = _desk(Path(folder), articles=DAILY, readers=1)
        took = _took(desk, "build", "--no-cache", "--date", f"{DAY}", "-o", "page.md", "-q")
    is_kept = took.seconds < 3 and took.memory < 250
    return Row("L1", "a day, from cold", f"{DAILY} articles", _told(took), "< 3 s, < 250 MB", is_kept=is_kept)


def _many_articles(load: int) -> Iterator[Row]:
    """The same with a tenth of the articles and with all of them: what one more takes."""
    found = []
    for count in (load // 10, load):
        with TemporaryDirectory() as folder:
            desk = _desk(Path(folder), articles=count, readers=READERS)
            found.append(_took(desk, "run"))
            mails = len([*(desk / "sink" / "new").iterdir()])
        case = f"a run, {THEMES * TERMS} terms of {THEMES} themes"
        figure = f"{_told(found[-1])}, {count / found[-1].seconds:.0f} articles a second, {mails} mails"
        is_kept = found[-1].memory < 2000 and mails == READERS
        yield Row(
            "L3", case, f"{count:,} articles, {READERS} readers", figure, "< 2 GB, each mail once", is_kept=is_kept
        )
    least, most = found
    more = 1000 * (most.memory - least.memory) / (load - load // 10)
    figure = f"{more:.1f} kB for each article more"
    yield Row("L3", "memory", f"{load // 10:,} and {load:,} articles", figure, "< 20 kB", is_kept=more < 20)


def _many_letters(load: int) -> Row:
    """One edition for so many readers, to a server that takes 3 ms for each."""
    with TemporaryDirectory() as folder, counting(Path(folder)) as server:
        way = f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"'
        desk = _desk(Path(folder), articles=DAILY, readers=load, way=way)
        built = _took(desk, "run", "--draft")
        sent = _took(desk, "outbox", "release", "--all", "-q")
        taken = server.taken()
    speed = len(taken) / sent.seconds
    figure = f"{speed:.0f} mails a second, {sent.memory:.0f} MB, {len(taken):,} mails; written in {built.seconds:.0f} s"
    is_kept = speed > 50 and len(taken) == len({one.recipient for one in taken}) == load
    return Row("L6", "one edition to many", f"{load:,} readers", figure, "> 50 a second, each once", is_kept=is_kept)


def _many_days() -> Row:
    """A run a day in one process: what is there at the end against what was there after five days."""
    promise = "memory and descriptors as after five days; as many bytes each day; each mail once"
    if CLOCK is None:
        return Row("L7", "daily runs", f"{DAYS} days", "libfaketime is not installed", promise, is_kept=None)
    with TemporaryDirectory() as folder:
        desk = _desk(Path(folder), articles=DAILY * DAYS, readers=READERS, until=DAY, days=DAYS)
        told = _lived(desk, DAYS)
        rows = _rows(desk / "state" / "state.sqlite")
        mails = len([*(desk / "sink" / "new").iterdir()])
        files = sum(1 for path in (desk / "state").rglob("*") if path.is_file())
    early, last = told[4], told[-1]
    daily = [(later["bytes"] - sooner["bytes"]) / 1000 for sooner, later in ((told[4], told[16]), (told[16], told[28]))]
    figure = (
        f"memory {early['memory']:.0f} MB then {last['memory']:.0f} MB, "
        f"descriptors {early['open']} then {last['open']}; "
        f"state {daily[0] / 12:.0f} then {daily[1] / 12:.0f} kB a day, {rows:,} rows, {files} files; {mails:,} mails"
    )
    is_flat = last["memory"] < early["memory"] + 40 and last["open"] <= early["open"]
    is_even = daily[1] < 1.5 * daily[0] + 100
    is_kept = is_flat and is_even and mails == READERS * DAYS and {one["code"] for one in told} == {0}
    return Row("L7", "daily runs", f"{DAYS} days, {DAILY} articles each", figure, promise, is_kept=is_kept)


def _start(option: str) -> Row:
    """What it takes to be told something, and which libraries are imported for it."""
    call = [sys.executable, "-X", "importtime", "-m", "briefing", option]
    imported = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    found = [name for name in LEAN if f" {name}" in imported]
    least = min(_took(ROOT, option).seconds for _ in range(5))
    figure = (
        f"{1000 * least:.0f} ms at best of five; imports {' and '.join(found) or f'neither {LEAN[0]} nor {LEAN[1]}'}"
    )
    most = {"--version": 0.15, "--help": 0.2}[option]
    promise = f"< {1000 * most:.0f} ms; neither {LEAN[0]} nor {LEAN[1]}"
    return Row("L8", f"`briefing {option}`", "5 times", figure, promise, is_kept=not found and least < most)


def _desk(
    folder: Path, *, articles: int, readers: int, way: str = SINK, until: date | None = None, days: int = 1
) -> Path:
    """Make settings, and a pile whose articles lie on so many days up to `until`, or today."""
    desk = folder / "desk"
    desk.mkdir()
    last = until or date.today()  # noqa: DTZ011 (the briefing's zone is UTC, and so is the machine's in a report)
    addresses = json.dumps([f"reader{number}@example.com" for number in range(readers)])
    settings = SETTINGS.format(readers=addresses, way=way) + "".join(_theme(number) for number in range(THEMES))
    (desk / "briefing.toml").write_text(settings)
    with (desk / "pile.jsonl").open("w", encoding="utf-8") as pile:
        for number, paragraphs in enumerate(made_articles(articles, None)):
            day = last - timedelta(days=days - 1 - number * days // articles)
            row = {"text": "\n\n".join(paragraphs), "title": f"Report {number}", "source": f"Paper {number % 40}"}
            pile.write(json.dumps({**row, "date": f"{day}T00:30:00+00:00"}) + "\n")
    return desk


def _theme(number: int) -> str:
    """A theme with many terms, of which some are met."""
    nouns = ("harbour", "budget", "railway", "hospital", "strike", "election", "border", "treaty", "factory", "ferry")
    terms = [nouns[number % len(nouns)], *(f"term{number}x{k}" for k in range(TERMS - 1))]
    return f'\n[[theme]]\nname = "Theme {number}"\nterms = {json.dumps(terms)}\n'


def _took(desk: Path, *arguments: str) -> Took:
    """Run a command to its end, which must be a good one."""
    begun = time.monotonic()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", *arguments], cwd=desk, env=environ, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(arguments))
    return Took(time.monotonic() - begun, used.ru_maxrss / 1024)


def _told(took: Took) -> str:
    return f"{took.seconds:.1f} s, {took.memory:.0f} MB"


def _lived(desk: Path, days: int) -> list[dict[str, float]]:
    """Return what a process told of each of its days."""
    clock = desk / "clock"
    clock.write_text("2026-01-01 00:00:00")
    environ = {
        **os.environ, "LD_PRELOAD": str(CLOCK), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", "TZ": "UTC", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    call = [sys.executable, "-m", "tests.report.load", str(days)]
    done = subprocess.run(call, cwd=desk, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _live(days: int) -> None:
    """Run once a day in this process, by the clock that the file holds."""
    clock = Path(os.environ["FAKETIME_TIMESTAMP_FILE"])
    for number in range(days):
        clock.write_text(f"{DAY - timedelta(days=days - 1 - number)} 07:00:00")
        forget()  # each run is another process, as far as sources are concerned
        code = start(["run", "--due", "07:00"])
        memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        size = sum(path.stat().st_size for path in Path("state").rglob("*") if path.is_file())
        told = {"code": code, "memory": memory, "open": len([*Path("/proc/self/fd").iterdir()]), "bytes": size}
        print(json.dumps(told), flush=True)


def _rows(path: Path) -> int:
    """Count the rows of all tables."""
    with closing(sqlite3.connect(path)) as state:
        names = [name for (name,) in state.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return sum(state.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)


if __name__ == "__main__":
    _live(int(sys.argv[1]))
