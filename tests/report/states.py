"""States that cannot be used: cut off anywhere, empty, of a later version, held, or no state at all."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.report.office import RECIPIENTS, Office, office
from tests.report.row import Row

SEED = 20261128
PROMISE = "exit 1 with the path and what to do, the file untouched, nobody mailed; with the copy put back all is well"
Spoil = Callable[[Path], object]


def rows(load: int) -> list[Row]:
    """Cut the state off at so many places, spoil it in each other way, and give settings of a later version."""
    with office(RECIPIENTS[:3]) as place:
        assert place.run("run").code == 0
        kept = Path(shutil.copytree(place.state, place.folder / "kept"))
        cut = _cuts((kept / "state.sqlite").stat().st_size, load)
        return [
            _row(place, kept, "a state that is cut off at any byte", {str(size): _cut_at(size) for size in cut}),
            _row(place, kept, f"a state that is none: {', '.join(OTHERS)}", OTHERS),
            _later_settings(place, kept),
        ]


def _cuts(size: int, load: int) -> list[int]:
    """Return where to cut: evenly spread, at the edges of pages and beside them too."""
    rng = random.Random(SEED)
    edges = [rng.randrange(0, size, 4096) + rng.choice((-1, 0, 1)) for _ in range(load // 4)]
    spread = [size * number // load for number in range(load - len(edges))]
    return sorted({min(max(each, 0), size - 1) for each in (*edges, *spread)})


def _cut_at(size: int) -> Spoil:
    return lambda path: os.truncate(path, size)


def _later(path: Path) -> None:
    with closing(sqlite3.connect(path)) as state:
        state.execute("PRAGMA user_version = 9999")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as state:
        state.execute("CREATE TABLE editions (title TEXT)")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "not" / "there")


def _held(path: Path) -> Callable[[], None]:
    """Hold it as another program would; the longest that a run waits is ten seconds."""
    state = sqlite3.connect(path, isolation_level=None)
    state.execute("BEGIN EXCLUSIVE")
    return state.close


OTHERS: dict[str, Spoil] = {
    "of a later schema": _later,
    "another program's database": _foreign,
    "random bytes": lambda path: path.write_bytes(random.Random(SEED).randbytes(40_000)),
    "text": lambda path: path.write_text("SQLite format 3\0" * 500),
    "a folder": _folder,
    "a link to nowhere": _nowhere,
    "held by another program": _held,
}


def _row(place: Office, kept: Path, case: str, spoils: dict[str, Spoil]) -> Row:
    codes, wrong = Counter[int](), list[str]()
    for name, spoil in spoils.items():
        flaws = _tried(place, kept, spoil, codes)
        wrong += [f"{name}: {flaw}" for flaw in flaws]
    said = ", ".join(f"{count} x exit {code}" for code, count in sorted(codes.items()))
    figure = f"{said}; {'; '.join(wrong[:5]) or 'nobody mailed, nothing changed'}"
    return Row("F13", case, f"{len(spoils)} states", figure, PROMISE, not wrong)


def _tried(place: Office, kept: Path, spoil: Spoil, codes: Counter[int]) -> list[str]:
    place.forget(kept)
    path = place.state / "state.sqlite"
    free = spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    ran = place.run("run")
    codes[ran.code] += 1
    flaws = []
    if ran.code != 1 or str(path) not in ran.said or ";" not in ran.said or "Traceback" in ran.said:
        flaws.append(f"exit {ran.code}: {ran.said[-300:]!r}")
    if path.is_file() and path.read_bytes() != before:
        flaws.append("the file was changed")
    if callable(free):
        free()
    came = len(place.server.taken())
    place.forget(kept)
    again = place.run("run")
    if again.code or again.said or place.server.taken():
        flaws.append(f"with the copy: exit {again.code}: {again.said[-300:]!r}")
    return [*flaws, *([f"{came} mails"] if came else [])]


def _later_settings(place: Office, kept: Path) -> Row:
    """What a later version knows and this one does not is a mistake, and what is meant is not guessed."""
    place.forget(kept)
    settings = place.folder / "briefing.toml"
    before = settings.read_text("utf-8")
    added = {"a table": "\n[telegraph]\nwire = 7\n", "a key": "\n[[theme]]\nname = 'x'\nterms = ['x']\nhue = 'red'\n"}
    wrong = []
    for name, more in added.items():
        settings.write_text(before + more, "utf-8")
        ran = place.run("run")
        if ran.code != 78 or "briefing.toml" not in ran.said or "Traceback" in ran.said or place.server.taken():
            wrong.append(f"{name}: exit {ran.code}: {ran.said[-300:]!r}")
    settings.write_text(before, "utf-8")
    promise = "exit 78 with the file and the name, nobody mailed"
    return Row("F13", "settings of a later version", "2 files", "; ".join(wrong) or "2 x exit 78", promise, not wrong)
