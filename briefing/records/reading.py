"""Read `state.sqlite` and leave no trace: no file beside it, no lock that holds up a run, no newer schema."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from briefing.errors import RecordsError
from briefing.records.database import check_version, connect, migrate, refuse_empty, translated
from briefing.records.schema import VERSION

T = TypeVar("T")

_TRIES = 10


def read(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T | None:
    """Return what `ask` finds in the database at one moment, or None where there is none; no right to write is needed.

    `ask` may be called again where a run has written meanwhile. An earlier schema is read as it will be, from a copy in
    memory. Raises RecordsError for what is damaged, foreign or later.
    """
    for _ in range(_TRIES):
        before = _stamp(path)
        if before is None:
            return None
        try:
            found = _asked(path, ask)
        except RecordsError:
            if _stamp(path) == before:
                raise
        else:
            if _stamp(path) == before:
                return found
    raise RecordsError(f"{path}: is being written to all the time; wait until no run is at work")


def version(path: Path) -> int | None:
    """Return the version of the database's schema, or None where there is none; raises RecordsError as `read` does."""
    if _stamp(path) is None:
        return None
    with translated(path), closing(connect(f"file:{quote(str(path))}?{_mode(path)}")) as connection:
        return check_version(connection, path)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells whether the file was written to: SQLite does so only when it moves its log there."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RecordsError(f"{path}: {error.strerror}; it and its folder must be yours to read") from error
    refuse_empty(path, found.st_size)
    return found.st_ino, found.st_size, found.st_mtime_ns


def _asked(path: Path, ask: Callable[[sqlite3.Connection], T]) -> T:
    """Ask once; the answer counts if nobody has written into the file meanwhile."""
    with translated(path), closing(connect(f"file:{quote(str(path))}?{_mode(path)}")) as connection:
        version = check_version(connection, path)
        with closing(connection if version == VERSION else _copy(connection)) as current:
            current.execute("BEGIN")
            return ask(current)


def _mode(path: Path) -> str:
    """Without a log the file is the whole, and is read as one that nobody changes.

    Opened otherwise, SQLite makes two files beside it and leaves them there. Where there is a log, those are there
    already, and what was written last is in it.
    """
    log = path.with_name(f"{path.name}-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"


def _copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = connect("file::memory:")
    connection.backup(copy)
    migrate(copy)
    return copy
