"""Processes that are killed, and a server that dies: whatever happens, the next run loses and repeats nothing."""

from __future__ import annotations

import fcntl
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.collect.conftest import entry, feed, page
from tests.web_server import Reply, Route, Seen, WebServer

TEXT = "Engineers found crack number {} in the northern quay on Friday morning. The port council meets on Monday. "
WHOLE, LINKED = 6, 4
"""Entries of the feed whose text stands in it, and those that have it on a page."""

KEYS = [*(f"linked-{n}" for n in range(LINKED)), *(f"whole-{n}" for n in range(WHOLE))]

SEED = 20261128
KILLS, CUTS = 2, 1
"""How often in the suite. 60 kills of `fetch`, `build` and `run`, and 100 cuts, take a quarter of an hour."""


@dataclass
class Cable:
    """What a server's bytes go through: after `left` of them it is dead until it is mended."""

    left: float = float("inf")
    sent: int = 0

    def through(self, reply: Reply) -> Reply:
        """Return as much of a reply as still comes through, as it goes over the line."""
        whole = b"".join(reply.parts())
        part = whole[: int(min(self.left, len(whole)))]
        self.left -= len(part)
        self.sent += len(part)
        return Reply(raw=part)


@dataclass
class Press:
    """A publisher: a feed with an ETag, some entries of which are on pages, and the settings that name it."""

    server: WebServer
    folder: Path
    cable: Cable = field(default_factory=Cable)
    pause: float = 0.0
    says_length: bool = True

    def __post_init__(self) -> None:
        """Write the settings; the state is empty."""
        for number in range(LINKED):
            self.server.routes[f"/linked-{number}"] = self._route(
                page(TEXT.format(f"B{number}") * 9, title=str(number))
            )
        at = datetime.now(UTC) - timedelta(hours=2)
        entries = [
            entry(f"whole-{n}", TEXT.format(f"A{n}") * 9, at=at, link=self._at(f"/whole-{n}")) for n in range(WHOLE)
        ]
        entries += [entry(f"linked-{n}", "", at=at, link=self._at(f"/linked-{n}")) for n in range(LINKED)]
        self.server.routes["/feed"] = self._route(feed(*entries), '"7"')
        self.server.routes["/robots.txt"] = self._route(b"User-agent: *\nAllow: /\n")
        (self.folder / "briefing.toml").write_text(
            f'name = "killed"\nstate = "{self.folder}/state"\nsources = ["{self._at("/feed")}"]\n'
            f'output = "{self.folder}/pages"\nwords = 2000\n[fetch]\npause = 0\ntimeout = 5\n',
            "utf-8",
        )

    def _at(self, path: str) -> str:
        return self.server.address(path)

    def _route(self, body: bytes, etag: str = "") -> Route:
        def answer(seen: Seen) -> Reply:
            sleep(self.pause)
            if etag and seen.headers.get("if-none-match") == etag:
                return self.cable.through(Reply(b"", 304))
            headers = {"ETag": etag} if etag else {}
            whole: bytes | list[bytes] = body if self.says_length else [body]
            return self.cable.through(Reply(whole, 200, headers))

        return answer

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command in a process of its own."""
        command = [sys.executable, "-m", "briefing", *arguments]
        return subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, *arguments: str) -> tuple[int, str]:
        """Run a command to its end."""
        with self.start(*arguments) as process:
            out, _ = process.communicate(timeout=120)
            return process.returncode, out.decode()

    def forget(self) -> None:
        """Begin anew."""
        for name in ("state", "pages"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    @property
    def state(self) -> sqlite3.Connection:
        """The state, as it stands on the disk."""
        return sqlite3.connect(self.folder / "state" / "state.sqlite")


@pytest.fixture
def press(tmp_path: Path):
    """A publisher with a server of its own."""
    server = WebServer()
    yield Press(server, tmp_path)
    server.stop()


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a process has started."""
    with suppress(OSError):
        return [int(each) for each in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    return []


def is_running(process: int) -> bool:
    """Whether there is a process of that number that still does something."""
    with suppress(OSError):
        return re.search(r"^State:\s+[^ZX]", Path(f"/proc/{process}/status").read_text(), re.MULTILINE) is not None
    return False


def killed(process: subprocess.Popen[bytes], seconds: float) -> list[int]:
    """Kill a process after so many seconds, unless it has ended; return the processes that it had started."""
    begun = monotonic()
    while process.poll() is None and monotonic() - begun < seconds:
        sleep(0.005)
    started = workers(process)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return started


def is_free(press: Press) -> bool:
    """Whether nobody holds the lock."""
    path = press.folder / "state" / "lock"
    if not path.exists():
        return True
    with path.open() as file, suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def check_halfway(press: Press) -> None:
    """Whenever it ends: the state opens, an ETag never stands without its entries, and no page is half a page."""
    assert is_free(press)
    if (press.folder / "state" / "state.sqlite").exists():
        with closing(press.state) as state:
            assert state.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if state.execute("SELECT count(*) FROM channels WHERE etag != ''").fetchone()[0]:
                items = state.execute("SELECT count(*) FROM items").fetchone()[0]
                assert items == WHOLE + LINKED
    for written in (press.folder / "pages").glob("*.md") if (press.folder / "pages").exists() else ():
        assert press.run("verify", str(written))[0] == 0, written.read_text("utf-8")


def check_end(press: Press) -> None:
    """In the end each entry is there once, with its whole text."""
    with closing(press.state) as state:
        found = state.execute("SELECT key, state, what, sha256 FROM items WHERE NOT superseded ORDER BY key").fetchall()
    assert [row[:3] for row in found] == [(key, "kept", "") for key in KEYS]
    assert len({row[3] for row in found}) == WHOLE + LINKED
    for key, *_, sha256 in found:
        text = (press.folder / "state" / "articles" / sha256).read_text("utf-8")
        mark = f"number {'A' if key.startswith('whole') else 'B'}{key[-1]} "
        assert text.count(mark) == 9


def killed_once(press: Press, arguments: tuple[str, ...], seconds: float) -> bool:
    """Kill a command after so many seconds, look at what it left, and run it again; return whether it was killed."""
    process = press.start(*arguments)
    left = killed(process, seconds)
    check_halfway(press)
    end = monotonic() + 15
    while (alive := [each for each in left if is_running(each)]) and monotonic() < end:
        sleep(0.05)
    assert not alive
    code, said = press.run(*arguments)
    assert code == 0, said
    check_end(press)
    if arguments[0] != "fetch":
        (written,) = (press.folder / "pages").iterdir()
        assert written.suffix == ".md"
        assert re.findall(r"^\d+\. \[Story (\S+?)\]", written.read_text("utf-8"), re.MULTILINE) == KEYS
        assert press.run("verify", str(written))[0] == 0
    return process.returncode == -signal.SIGKILL


def cut_once(press: Press, arguments: tuple[str, ...], size: int) -> None:
    """Let the server die after so many bytes, look at what is there, mend it, and run again."""
    press.cable.left = size
    code, said = press.run(*arguments)
    assert code in (0, 3), said
    assert "Traceback" not in said
    check_halfway(press)
    press.cable.left = float("inf")
    code, said = press.run(*arguments)
    assert code == 0, said
    check_end(press)


def test_a_run_that_is_killed_loses_and_repeats_nothing(press):
    """At a random moment of its life; nothing of it stays behind that does something."""
    rng = random.Random(SEED)
    press.pause = 0.05
    begun = monotonic()
    assert press.run("build")[0] == 0
    whole = monotonic() - begun
    for _ in range(KILLS):
        press.forget()
        killed_once(press, ("build",), rng.uniform(0.3, 1) * whole)


@pytest.mark.parametrize("says_length", [True, False])
def test_a_server_that_dies_at_any_byte_loses_and_repeats_nothing(press, says_length):
    """Before it answers, in a head, in a body, between the feed and its pages; with a length in its answers or none."""
    press.says_length = says_length
    assert press.run("fetch")[0] == 0
    whole, rng = press.cable.sent, random.Random(SEED)
    for part in range(CUTS):
        press.forget()
        cut_once(press, ("fetch",), rng.randrange(whole * part // CUTS, whole * (part + 1) // CUTS))
