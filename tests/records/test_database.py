"""A database that is damaged, foreign or in the way is told apart from a new one, with a remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import RecordsError
from briefing.records import database

Spoil = Callable[[Path], object]


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _from_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _torn(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 4000)


def _write_with(path: Path, pragma: str) -> None:
    with database.opened(path) as connection:
        connection.execute(f"PRAGMA {pragma}")
        with database.transaction(connection):
            connection.execute("INSERT INTO problems VALUES ('daily', 'a.txt', hex(randomblob(200000)), '2026-11-22')")


SPOILT: list[tuple[str, Spoil, str]] = [
    ("empty", lambda path: path.write_bytes(b""), "is empty; put back a copy"),
    ("text", lambda path: path.write_text("no database " * 100), "file is not a database; put back a copy"),
    ("torn", _torn, "malformed; put back a copy"),
    ("foreign", lambda path: (path.unlink(), _foreign(path)), "is not a database of briefing; put back a copy"),
    ("future", _from_the_future, r"a later version of briefing \(schema 99\); upgrade"),
    ("folder", lambda path: (path.unlink(), path.mkdir()), "must be yours to write"),
]


@pytest.mark.parametrize(("spoil", "says"), [case[1:] for case in SPOILT], ids=[case[0] for case in SPOILT])
def test_what_is_not_ours_is_never_taken_for_new(tmp_path: Path, spoil: Spoil, says: str) -> None:
    """Beginning anew unasked would forget what was sent, and send it again."""
    path = tmp_path / "state.sqlite"
    with database.opened(path):
        pass
    spoil(path)
    with pytest.raises(RecordsError, match=says) as caught, database.opened(path) as connection:
        connection.execute("SELECT * FROM editions").fetchall()
    assert str(caught.value).startswith(str(path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The path and the remedy are in the error."""
    with pytest.raises(RecordsError, match=r"gone/state\.sqlite: .*must be yours to write"):
        database.opened(tmp_path / "gone" / "state.sqlite").__enter__()


@pytest.mark.parametrize(
    ("pragma", "says"),
    [("max_page_count = 20", "full; make room"), ("query_only = 1", "readonly database; it and its folder")],
)
def test_a_full_or_read_only_disk_says_what_to_do(tmp_path: Path, pragma: str, says: str) -> None:
    """SQLite's own words, the path and a remedy; what was committed before stays."""
    path = tmp_path / "state.sqlite"
    with pytest.raises(RecordsError, match=says):
        _write_with(path, pragma)
    with database.opened(path) as connection:
        assert connection.execute("SELECT count(*) FROM problems").fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    """Write-ahead log with full synchronisation, foreign keys kept, schema numbered."""
    with database.opened(tmp_path / "state.sqlite") as connection:
        asked = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert asked == ["wal", 2]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA user_version").fetchone() == (database.VERSION,)


def test_only_the_databases_own_errors_are_translated(tmp_path: Path) -> None:
    """A failure of something else inside is not blamed on the state."""
    with pytest.raises(ConnectionResetError), database.opened(tmp_path / "state.sqlite"):
        raise ConnectionResetError
