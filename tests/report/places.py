"""Folders that a run writes to, and cannot: full, read-only, or not the user's, from the start or from mid-run on."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from tests.report.office import Office, Ran, whole_office
from tests.report.row import Row
from tests.report.sound import ended, halfway

SEED = 20261128
PLACES = ("state", "state/articles", "state/log", "pages", "site")
FILLER = ".filler"
ROOMS = (0, 8, 40)
"""Kilobytes that a full disk still has."""

NOBODY = 65534
FOR_ALL = "exit 1 names the path, a log stops nothing; no mail without its edition; all is made up for once it can be"


def rows(load: int) -> list[Row]:
    """Try each way on each place, at most so often; take the rights away in mid-run so often."""
    cases: dict[str, Callable[[Office, int, _Found], None]] = {
        "a full disk (tmpfs) under one folder": _full,
        "a disk that is mounted read-only under one folder": _read_only,
        "a folder that an ordinary user may not write to": _closed,
        "a folder whose rights are taken away in mid-run": _taken_away,
    }
    if not _may_mount():
        return [Row("F4", case, f"{load} runs", "mounting one needs root", FOR_ALL, is_kept=None) for case in cases]
    found = []
    with whole_office() as place:
        for case, tried in cases.items():
            result = _Found()
            tried(place, load, result)
            found.append(Row("F4", case, f"{result.runs} runs", result.figure, FOR_ALL, not result.wrong))
    return found


def _may_mount() -> bool:
    with TemporaryDirectory() as folder:
        done = subprocess.run(["mount", "-t", "tmpfs", "briefing", folder], capture_output=True)
        return done.returncode == 0 and subprocess.run(["umount", folder]).returncode == 0


class _Found:
    """What came of some runs."""

    def __init__(self) -> None:
        self.codes: Counter[int] = Counter()
        self.wrong: list[str] = []

    @property
    def runs(self) -> int:
        """How many there were."""
        return sum(self.codes.values())

    @property
    def figure(self) -> str:
        """In words."""
        said = ", ".join(f"{count} x exit {code}" for code, count in sorted(self.codes.items()))
        return f"{said}; {'; '.join(self.wrong[:5]) or 'nothing lost, nothing twice'}"

    def look(self, place: Office, name: str, ran: Ran) -> None:
        """See what a disturbed run has left."""
        self.codes[ran.code] += 1
        flaws = halfway(place)
        if ran.code not in (0, 1) or "Traceback" in ran.said:
            flaws.append(f"exit {ran.code}: {ran.said[-300:]!r}")
        elif ran.code == 1 and str(place.folder / name) not in ran.said and name not in ran.said:
            flaws.append(f"the path is not told: {ran.said[-300:]!r}")
        lines = ran.said.splitlines()
        flaws += [f"told twice: {line!r}" for line, count in Counter(lines).items() if count > 1]
        self.wrong += [f"{name}: {flaw}" for flaw in flaws]

    def look_again(self, place: Office, name: str, ran: Ran) -> None:
        """See what the next run has made of it."""
        self.wrong += [f"{name}: {flaw}" for flaw in ended(place, ran)]


def _full(place: Office, load: int, found: _Found) -> None:
    every = [(name, room) for room in ROOMS for name in PLACES]
    for name, room in random.Random(SEED).sample(every, min(load, len(every))):
        with _mounted(place, name) as folder:
            _fill(folder / FILLER, room)
            found.look(place, name, place.run("run"))
            (folder / FILLER).unlink()
            found.look_again(place, name, place.run("run"))


def _read_only(place: Office, load: int, found: _Found) -> None:
    for name in PLACES[-load:]:
        with _mounted(place, name) as folder:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
            found.look(place, name, place.run("run"))
            subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
            found.look_again(place, name, place.run("run"))


def _closed(place: Office, load: int, found: _Found) -> None:
    for name in PLACES[:load]:
        place.forget()
        _give_away(place, name)
        (place.folder / name).chmod(0o500)
        found.look(place, name, place.run("run", first=become_nobody))
        (place.folder / name).chmod(0o700)
        found.look_again(place, name, place.run("run", first=become_nobody))


def _taken_away(place: Office, load: int, found: _Found) -> None:
    rng, life = random.Random(SEED), _undisturbed(place)
    for number in range(load):
        place.forget()
        name = PLACES[number % len(PLACES)]
        _give_away(place, name)
        running = place.start("run", first=become_nobody)
        sleep(rng.uniform(0, life))
        (place.folder / name).chmod(0)
        ran = running.ended()
        (place.folder / name).chmod(0o700)
        found.look(place, name, ran)
        found.look_again(place, name, place.run("run", first=become_nobody))


def _undisturbed(place: Office) -> float:
    """Return how many seconds a run takes."""
    place.forget()
    return place.run("run").seconds


@contextmanager
def _mounted(place: Office, name: str) -> Iterator[Path]:
    """A disk of a megabyte in the folder's place; the rest of the office begins anew."""
    place.forget()
    folder = place.folder / name
    folder.mkdir(mode=0o700, parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "briefing", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def _fill(path: Path, room: int) -> None:
    with path.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(4096))
    os.truncate(path, path.stat().st_size - room * 1024)


def _give_away(place: Office, name: str) -> None:
    """Let all of the office be an ordinary user's, with an empty folder of that name."""
    place.folder.parent.chmod(0o711)
    (place.folder / name).mkdir(mode=0o700, parents=True)
    for path in (place.folder, *place.folder.rglob("*")):
        shutil.chown(path, NOBODY, NOBODY)


def become_nobody() -> None:
    """Go on as an ordinary user: for root no folder is closed."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
