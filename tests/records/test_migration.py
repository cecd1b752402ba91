"""A state of an earlier schema: nothing of it is lost, whoever opens it, and however that ends."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.errors import RecordsError
from briefing.model import Edition, Past, Problem
from briefing.records import database
from briefing.records.schema import VERSION
from briefing.records.state import asked, opened, remembered

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
DUMP = Path(__file__).with_name("schema_1.sql")
CONTENT = ("editions", "pages", "problems")

OPEN = """
import sys
from pathlib import Path
from briefing.records.state import opened
print("ready", flush=True)
sys.stdin.readline()
with opened(Path(sys.argv[1])) as state:
    print(state.edition("harbour").revision, flush=True)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a state of schema 1."""
    restore(tmp_path)
    return tmp_path


def restore(folder: Path) -> None:
    """Make a state of schema 1 from its dump, closed and private as a run leaves it."""
    path = folder / "state.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(DUMP.read_text("utf-8"))
    path.chmod(0o600)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of schema 1's tables, in the columns that they had."""
    columns = {"editions": "id, name, day, revision, title, made_at"}
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: sorted(connection.execute(f"SELECT {columns.get(name, '*')} FROM {name}").fetchall())
            for name in CONTENT
        }


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong."""
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and not connection.execute("PRAGMA foreign_key_check").fetchall()
        )


@contextmanager
def a_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that opens the state when it is told to."""
    command = [sys.executable, "-c", OPEN, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def go(process: subprocess.Popen[str]) -> None:
    """Tell a process to open the state."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_nothing_is_lost(old: Path) -> None:
    """Editions to the byte, revisions, what became of each mail, known problems; and the new schema is whole."""
    before = content(old / "state.sqlite")
    with opened(old) as state:
        edition = state.edition("harbour")
        assert edition is not None
        assert (edition.day, edition.revision, edition.statements, edition.articles) == (DAY, 2, (), ())
        assert edition.pages["md"].endswith("It’s over. [1.1]\r\n")
        letters = [(one.day.day, one.recipient[:3], one.message_id, one.state) for one in state.letters("harbour")]
        assert letters == [
            *((day, who, f"<{day}{who[0]}@example.org>", "sent") for day in (20, 21) for who in ("ada", "ben")),
            (22, "ada", "<22a@example.org>", "sent"),
            (22, "ben", "<22b@example.org>", "uncertain"),  # what was refused is no letter yet: it is written anew
        ]
        assert state.letters("harbour", states=("uncertain",))[0].words == "the line broke"
        assert state.new_problems("harbour", [Problem("empty.txt", "is empty")], day=DAY) == ()
        assert [(one.statements, one.articles, one.sent) for one in state.entries("harbour")] == [
            (None, None, 2), (None, None, 2), (None, None, 1), (None, None, 0),
        ]  # fmt: skip
    after = content(old / "state.sqlite")
    assert {**after, "problems": None} == {**before, "problems": None}
    assert is_whole(old / "state.sqlite")


def test_it_goes_on_where_it_was(old: Path) -> None:
    """The next revision has the next number, the same pages make none, and a past begins with the days there were."""
    with opened(old) as state:
        last = state.edition("harbour")
        assert last is not None
        assert state.record(replace(last, revision=0), at=NOW) == 2
        assert state.record(replace(last, pages={"md": "# New\n"}), at=NOW) == 3
        assert state.past("harbour", date(2026, 11, 22)) == Past(last=date(2026, 11, 21))


def test_a_new_state_and_a_migrated_one_have_the_same_tables(old: Path, tmp_path: Path) -> None:
    """Steps that lead to different schemas would be two schemas of one number."""
    (tmp_path / "new").mkdir()
    schemas = []
    for path in (old / "state.sqlite", tmp_path / "new" / "state.sqlite"):
        with database.opened(path) as connection:
            rows = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
            assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        schemas.append([(name, " ".join((sql or "").replace("\n", " ").split())) for name, sql in rows])
    assert schemas[0] == schemas[1]


@pytest.mark.parametrize("number", range(1, 19))
def test_a_step_that_fails_leaves_the_old_schema(old: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever of its statements it is: all of them are one transaction, and the next opening begins anew."""
    before = content(old / "state.sqlite")
    real = database.statements
    assert len(real(1)) < 19

    def failing(since: int) -> list[str]:
        return [*real(since)[: number - 1], "SELECT * FROM nowhere", *real(since)[number - 1 :]]

    monkeypatch.setattr(database, "statements", failing)
    with pytest.raises(RecordsError, match="nowhere"), opened(old):
        pytest.fail("half a schema was opened")
    with closing(sqlite3.connect(old / "state.sqlite")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert content(old / "state.sqlite") == before
    monkeypatch.undo()
    test_nothing_is_lost(old)


def test_two_processes_that_open_at_once_migrate_once(tmp_path: Path) -> None:
    """The second waits for the first, and finds it done."""
    for round_ in range(3):
        folder = tmp_path / str(round_)
        folder.mkdir()
        restore(folder)
        before = content(folder / "state.sqlite")
        with a_process(folder) as one, a_process(folder) as other:
            go(one)
            go(other)
            assert one.communicate(timeout=30)[0] == other.communicate(timeout=30)[0] == "2\n"
        assert content(folder / "state.sqlite") == before
        assert is_whole(folder / "state.sqlite")


def test_kill_9_at_any_moment_leaves_the_old_schema_or_the_new(tmp_path: Path) -> None:
    """A migration takes some milliseconds: kills at random moments of them, and the next opening ends it."""
    chance = random.Random(5)
    for round_ in range(12):
        folder = tmp_path / str(round_)
        folder.mkdir()
        restore(folder)
        before = content(folder / "state.sqlite")
        with a_process(folder) as process:
            go(process)
            time.sleep(chance.uniform(0, 0.03))
            process.kill()
        with opened(folder) as state:
            assert state.edition("harbour") is not None
        assert content(folder / "state.sqlite") == before
        assert is_whole(folder / "state.sqlite")


def traces(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder with its hash and time."""
    return {
        path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.iterdir())
    }


def test_reading_an_old_state_leaves_it_as_it_is(old: Path) -> None:
    """Its past is the days that it has; no file is made, none is changed, and it stays of schema 1."""
    before = traces(old)
    assert remembered(old, "harbour", date(2026, 11, 23)) == Past(last=DAY)
    assert remembered(old, "harbour", date(2026, 11, 20)) == Past()
    assert len(asked(old, lambda state: state.entries("harbour")) or ()) == 4
    assert traces(old) == before


def test_reading_where_there_is_nothing_makes_nothing(tmp_path: Path) -> None:
    """Neither folder nor file."""
    assert remembered(tmp_path / "state", "harbour", DAY) == Past()
    assert remembered(tmp_path, "harbour", DAY) == Past()
    assert list(tmp_path.iterdir()) == []


def test_reading_holds_up_no_run_and_sees_what_was_committed(old: Path) -> None:
    """While a run has the state open, with a transaction begun, what is in its log counts."""
    with opened(old) as state:
        state.record(Edition("harbour", date(2026, 11, 23), "Harbour", {"md": "x"}), at=NOW)
        with database.transaction(state._connection):
            state._connection.execute("DELETE FROM pages")
            assert remembered(old, "harbour", date(2026, 12, 1)).last == date(2026, 11, 23)
        state.record(Edition("harbour", date(2026, 11, 24), "Harbour", {"md": "x"}), at=NOW)
    assert remembered(old, "harbour", date(2026, 12, 1)).last == date(2026, 11, 24)


def test_what_was_written_meanwhile_is_read_again(old: Path) -> None:
    """An answer from a file that changed under it is thrown away."""
    answers = []

    def ask(state):
        answers.append(state.edition("harbour").revision)
        if len(answers) == 1:
            with opened(old) as writer:
                writer.record(Edition("harbour", DAY, "Harbour", {"md": "y"}), at=NOW)
        return answers[-1]

    assert asked(old, ask) == 3
    assert answers == [2, 3]


def test_no_right_to_write_is_needed_to_read(old: Path) -> None:
    """A colleague's state, on a disk that is mounted read-only."""
    with opened(old) as state:
        state.record(Edition("harbour", date(2026, 11, 23), "Harbour", {"md": "x"}), at=NOW)
    reader = f"""
import os
from datetime import date
from pathlib import Path
from briefing.records.state import remembered
os.geteuid() or os.setuid(65534)
print(remembered(Path({str(old)!r}), "harbour", date(2026, 12, 1)).last)
"""
    for path in (old, *old.parents):
        if path.stat().st_uid == os.getuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o055 if path.is_dir() else 0o644)
    old.chmod(0o555)
    (old / "state.sqlite").chmod(0o444)
    try:
        done = subprocess.run([sys.executable, "-c", reader], capture_output=True, text=True, timeout=60)
        assert (done.stdout, done.stderr) == ("2026-11-23\n", "")
    finally:
        old.chmod(0o755)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda path: path.write_bytes(b""), "is empty; put back a copy"),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), "malformed; put back a copy"),
        (lambda path: path.write_text("no database " * 100), "not a database; put back a copy"),
        (lambda path: (path.unlink(), path.mkdir()), "must be yours to read"),
    ],
    ids=["empty", "torn", "text", "folder"],
)
def test_a_damaged_state_is_no_empty_past(old: Path, spoil, says: str) -> None:
    """Else everything would be new again, in silence."""
    with opened(old):
        pass
    spoil(old / "state.sqlite")
    with pytest.raises(RecordsError, match=says) as caught:
        remembered(old, "harbour", DAY)
    assert str(caught.value).startswith(str(old / "state.sqlite"))


def test_a_later_schema_is_not_read_either(old: Path) -> None:
    """It may say something else by the same names."""
    with closing(sqlite3.connect(old / "state.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(RecordsError, match=r"a later version of briefing \(schema 99\); upgrade"):
        remembered(old, "harbour", DAY)
