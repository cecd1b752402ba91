"""Open `state.sqlite`: made whole and private, durable, brought to our schema, not taken for new when damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from briefing.errors import RecordsError
from briefing.files import write_whole
from briefing.records.schema import VERSION, statements

_RESTORE = (
    "put back a copy, or move the file away to begin anew (then what was sent is forgotten, and today's could go twice)"
)
_REMEDIES = {
    sqlite3.SQLITE_CORRUPT: _RESTORE,
    sqlite3.SQLITE_NOTADB: _RESTORE,
    sqlite3.SQLITE_FULL: "make room on the disk and run again",
    sqlite3.SQLITE_READONLY: "it and its folder must be yours to write",
    sqlite3.SQLITE_CANTOPEN: "it and its folder must be yours to write",
    sqlite3.SQLITE_BUSY: "another program holds it; wait until that ends",
}
_BUSY_TIMEOUT = 10.0
"""Seconds to wait for another process's transaction, which takes milliseconds: only a stuck one takes longer."""


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database, making it if there is none.

    What SQLite raises on opening and inside becomes a RecordsError with the path and a remedy.
    """
    _ensure(path)
    with translated(path), closing(connect(f"file:{quote(str(path))}?mode=rw")) as connection:
        check_version(connection, path)
        # FULL: with WAL's usual NORMAL a power cut may undo the last "sent", and the mail goes twice.
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
        migrate(connection)
        yield connection


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an earlier schema to ours, all or nothing; of two processes at once the second finds it done."""
    if _version(connection) == VERSION:
        return
    with transaction(connection):
        for statement in statements(_version(connection)):
            connection.execute(statement)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a RecordsError with the path and a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind; the rest tells details apart.
        remedy = _REMEDIES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "see whether its disk is well")
        raise RecordsError(f"{path}: {error}; {remedy}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite has rolled back itself where the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def connect(uri: str) -> sqlite3.Connection:
    """Open what the URI names, every statement a transaction of its own unless one is begun."""
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_TIMEOUT)


def _ensure(path: Path) -> None:
    try:
        if not path.exists():
            _create(path)
        size = path.stat().st_size
    except OSError as error:
        raise RecordsError(f"{path}: {error.strerror}; it and its folder must be yours to write") from error
    refuse_empty(path, size)


def refuse_empty(path: Path, size: int) -> None:
    """Raise RecordsError: ours is moved into place whole, so it is never empty; SQLite would take this one for new."""
    if size == 0:
        raise RecordsError(f"{path}: is empty; {_RESTORE}")


def _create(path: Path) -> None:
    with TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        draft = Path(folder) / path.name
        with translated(path), closing(connect(f"file:{quote(str(draft))}")) as connection:
            migrate(connection)
        write_whole(path, draft.read_bytes(), mode=0o600)


def damage(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a database."""
    found = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    orphans = [f"{table} points to what is not there" for table, *_ in connection.execute("PRAGMA foreign_key_check")]
    return (*found, *dict.fromkeys(orphans))


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema's version; raises RecordsError for a later one and for what is none of ours."""
    version = _version(connection)
    if version > VERSION:
        raise RecordsError(f"{path}: was written by a later version of briefing (schema {version}); upgrade briefing")
    if version < 1:
        raise RecordsError(f"{path}: is not a database of briefing; {_RESTORE}")
    return version
