"""What is kept of hostile words: lines of the log, rows of the state, names of files."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.records.state import opened
from briefing.renderers import from_template
from tests.report.hostile.desk import Desk

LINE = re.compile(r"\d{4}-\d\d-\d\dT\S+ (?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +(?!forged)\S|    ")
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
PLACES = {"news", "briefing.toml", "pages", "state", "outgoing", "site", "exported"}
ELSEWHERE = (Path("/tmp/escaped"), Path.home() / "escaped", Path("/escaped"))
PACKAGE = Path(from_template.__file__).parents[1]


def log(desk: Desk) -> Iterator[str]:
    """Yield lines that are not one event of ours."""
    lines = (desk.folder / "state/log/briefing.log").read_text("utf-8").split("\n")[:-1]
    if not lines:
        yield "no log"
    yield from (line for line in lines if not LINE.match(line))


def database(desk: Desk) -> Iterator[str]:
    """Yield what is amiss in the state: damage, tables come or gone, a page that does not come back as it was."""
    with closing(sqlite3.connect(desk.folder / "state/state.sqlite")) as state:
        checks = [
            state.execute("PRAGMA integrity_check").fetchall(),
            state.execute("PRAGMA foreign_key_check").fetchall(),
        ]
        tables = {name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        (letters,) = state.execute("SELECT count(*) FROM outbox").fetchone()
    if checks != [[("ok",)], []]:
        yield str(checks)
    if tables != _tables():
        yield str(tables ^ _tables())
    if letters != len(list((desk.folder / "outgoing").iterdir())):
        yield f"{letters} letters"
    for path in (desk.folder / "pages").iterdir():
        recorded = desk.folder / "exported" / f"{path.stem}-r1{path.suffix}"
        if recorded.read_bytes() != path.read_bytes():
            yield f"{path.name} comes back otherwise"


def _tables() -> set[str]:
    """The tables of a state that nothing was written to."""
    with (
        TemporaryDirectory() as folder,
        opened(Path(folder)),
        closing(sqlite3.connect(f"{folder}/state.sqlite")) as state,
    ):
        return {name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def files(desk: Desk) -> Iterator[str]:
    """Yield files where none should be, and names that are not ours."""
    yield from (str(path) for path in desk.folder.parent.iterdir() if path != desk.folder)
    yield from (path.name for path in desk.folder.iterdir() if path.name not in PLACES)
    yield from (str(path) for path in ELSEWHERE if path.exists())
    for place in sorted(PLACES - {"news", "briefing.toml"}):
        for path in (desk.folder / place).rglob("*"):
            if not NAME.fullmatch(path.name) or path.is_symlink():
                yield str(path)


def no_tables(_: Desk) -> Iterator[str]:
    """Yield what writes a table for spreadsheets: nothing does, so no formula needs to be disarmed."""
    yield from (str(path) for path in PACKAGE.rglob("*.py") if "csv.writer" in path.read_text("utf-8"))
