"""Where the state was last sent or run from: a copy that was put back, or taken elsewhere, is told by it."""

from __future__ import annotations

import platform
import sqlite3
from pathlib import Path

from briefing.model import Problem
from briefing.records import database

_REMEDY = (
    "if that is a copy, or an older one put back, what was sent since is not known here and may go once more; end the "
    "runs there"
)


def moved(connection: sqlite3.Connection, folder: Path) -> tuple[Problem, ...]:
    """Return the problem that the state was last used elsewhere, if it was."""
    known = _known(connection)
    if known is None or known == _here(folder):
        return ()
    what = f"was last used on {known[0] or 'another machine'} as {known[1]}"
    return (Problem(str(folder), what, _REMEDY),)


def move(connection: sqlite3.Connection, folder: Path) -> None:
    """Remember that the state is used here."""
    here = _here(folder)
    if _known(connection) != here:
        with database.transaction(connection):
            connection.execute("DELETE FROM home")
            connection.execute("INSERT INTO home (host, folder) VALUES (?, ?)", here)


def _known(connection: sqlite3.Connection) -> tuple[str, str] | None:
    found = connection.execute("SELECT host, folder FROM home").fetchone()
    return (found[0], found[1]) if found else None


def _here(folder: Path) -> tuple[str, str]:
    """The machine's own name, without the domain, which may change with the network that a laptop is in."""
    return platform.node().partition(".")[0], str(folder.resolve()).encode(errors="backslashreplace").decode()
