"""A briefing with twelve recipients, and its commands as real processes that can be killed at any moment.

They are forked from this one, which has made an edition already: so all that they import and compile is there, and a
point of time is a point of the work, not of Python's start.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import chdir, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from briefing.assembly.proving import forget
from briefing.cli import start
from tests.report.counting import Server, counting
from tests.report.publisher import TEXTS, publishing

RECIPIENTS = tuple(f"reader{number:02}@example.com" for number in range(12))
FORMATS = ("md", "html", "json")
SETTINGS = """\
name = "office"
title = "The Orr briefing"
sources = ["{source}"]
output = "pages"
formats = ["{formats}"]
state = "{state}"

[mail]
sender = "desk@example.org"
recipients = {recipients}
host = "127.0.0.1"
port = {port}
security = "none"
timeout = 10
on_unknown = "{on_unknown}"

[run]
archive = "{archive}"

[fetch]
pause = 0
timeout = 5

[[theme]]
name = "The dam"
terms = ["dam"]
"""


@dataclass(frozen=True)
class Ran:
    """A process that has ended: its exit code (-9: killed), what it said, and how long it lived."""

    code: int
    said: str
    seconds: float


@dataclass
class Office:
    """The settings, the state, and the server that the mail goes to.

    With a `feed` an edition goes the whole way: it is fetched, comes out in several formats, and into an archive.
    """

    folder: Path
    server: Server
    readers: tuple[str, ...] = RECIPIENTS
    feed: str = ""
    state: Path = field(init=False)

    def __post_init__(self) -> None:
        """Write the articles; nothing is recorded yet."""
        self.state = self.folder / "state"
        (self.folder / "news").mkdir()
        for name, text in TEXTS.items():
            (self.folder / "news" / f"{name}.txt").write_text(text * 5)
        self.set()

    def set(self, *, on_unknown: str = "hold") -> None:
        """Write the settings."""
        values = {
            "source": self.feed or "news",
            "formats": '", "'.join(FORMATS if self.feed else FORMATS[:1]),
            "archive": "site" if self.feed else "",
            "state": self.state,
            "recipients": "[" + ", ".join(f'"{one}"' for one in self.readers) + "]",
            "port": self.server.port,
            "on_unknown": on_unknown,
        }
        (self.folder / "briefing.toml").write_text(SETTINGS.format(**values))

    def forget(self, kept: Path | None = None) -> None:
        """Begin anew, with the state that lies in `kept`."""
        self.server.forget()
        for name in ("state", "pages", "site"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        if kept:
            shutil.copytree(kept, self.state)

    def recorded(self) -> Path:
        """Return a state that has the day's edition, and no letters."""
        self.forget()
        made = self.run("build", "--publish", "-q")
        assert made.code == 0, made.said
        return Path(shutil.copytree(self.state, self.folder / "recorded"))

    def start(self, *arguments: str, first: Callable[[], object] = bool) -> Running:
        """Start a command; its process does something `first`."""
        said = self.folder.parent / f"said-{monotonic():.9f}"
        begun = monotonic()
        process = os.fork()
        if process == 0:
            _become(self.folder, said, arguments, first)
        return Running(process, said, begun)

    def run(self, *arguments: str, first: Callable[[], object] = bool) -> Ran:
        """Run a command to its end."""
        return self.start(*arguments, first=first).ended()

    def letters(self) -> dict[str, str]:
        """Return the state of each recipient's letter, as it stands on the disk."""
        with closing(sqlite3.connect(self.state / "state.sqlite")) as state:
            return dict(state.execute("SELECT recipient, state FROM outbox ORDER BY number").fetchall())

    def let_pass(self) -> None:
        """Let the pause before the next try of every letter be over."""
        if not (self.state / "state.sqlite").exists():
            return
        then = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
        with closing(sqlite3.connect(self.state / "state.sqlite")) as state, state:
            state.execute("UPDATE outbox SET at = ?, due = NULL WHERE state IN ('uncertain', 'deferred')", (then,))


@dataclass
class Running:
    """A process under way."""

    process: int
    file: Path
    begun: float

    def kill(self, seconds: float) -> bool:
        """Kill it when it has lived for so long; return whether it still lived."""
        sleep(max(0.0, self.begun + seconds - monotonic()))
        os.kill(self.process, signal.SIGKILL)
        return self.ended().code == -signal.SIGKILL

    def ended(self) -> Ran:
        """Wait for its end."""
        _, status = os.waitpid(self.process, 0)
        seconds = monotonic() - self.begun
        said = self.file.read_text("utf-8") if self.file.exists() else ""
        self.file.unlink(missing_ok=True)
        return Ran(os.waitstatus_to_exitcode(status), said, seconds)


def _become(folder: Path, said: Path, arguments: tuple[str, ...], first: Callable[[], object]) -> None:
    """Be that command, in a process that was just forked, and never return."""
    code = 70
    try:
        stream = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in (1, 2):
            os.dup2(stream, number)
        os.chdir(folder)
        first()
        code = start(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        sys.stdout.flush()
        os._exit(code)


@contextmanager
def office(readers: tuple[str, ...] = RECIPIENTS) -> Iterator[Office]:
    """Give an office whose commands start at once."""
    with TemporaryDirectory() as folder, counting(Path(folder)) as server:
        (Path(folder) / "office").mkdir()
        yield warm(Office(Path(folder) / "office", server, readers))


@contextmanager
def whole_office() -> Iterator[Office]:
    """Give one with three recipients, a feed and an archive."""
    with TemporaryDirectory() as folder, counting(Path(folder)) as server, publishing() as feed:
        (Path(folder) / "office").mkdir()
        yield warm(Office(Path(folder) / "office", server, RECIPIENTS[:3], feed))


def warm(made: Office) -> Office:
    """Let an edition be made in this process, so that all that it takes is there; nothing is left of it."""
    with chdir(made.folder):
        start(["run"])
        start(["send", "--again", "-q"])
    forget()
    made.forget()
    return made
