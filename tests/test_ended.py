"""Runs that end early, run together or find the disk full: real processes, and what they leave behind."""

from __future__ import annotations

import json
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path

import pytest

from briefing.records.state import asked, remembered
from tests.web_server import Reply, WebServer

SETTINGS = """\
name = "harbour"
sources = ["{home}/articles"]
output = "{home}/pages"
formats = ["md", "json"]
state = "{home}/state"

[mail]
sender = "desk@example.org"
recipients = [{recipients}]
folder = "{home}/outgoing"

[[theme]]
name = "Harbour strike"
terms = ["harbour", "dock workers", "strike"]
"""
RECIPIENTS = tuple(f"reader{number}@example.com" for number in range(6))
ARTICLES = {
    "strike.txt": "About 1,200 dock workers walked out at the northern harbour on Friday. Talks had broken down.",
    "talks.txt": "The ministry named a mediator on Saturday to end the strike. Talks are to resume on Monday.",
    "ferry.txt": "A ferry with 300 passengers ran aground off Marl in thick fog. Nobody on board was hurt.",
}
FOREVER = date(2199, 1, 1)


@dataclass(frozen=True)
class Home:
    """Settings, three articles, and whatever runs make beside them."""

    path: Path

    @contextmanager
    def started(self, *command: str, most: int = resource.RLIM_INFINITY) -> Iterator[subprocess.Popen[str]]:
        """A process that runs; none of its files may grow beyond `most` bytes, as on a full disk."""
        call = [sys.executable, "-m", "briefing", *command, "--config", str(self.path / "briefing.toml")]
        how = {"cwd": self.path, "text": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        # Whoever started the tests in the background has had them ignore SIGINT, which children inherit.
        heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        with subprocess.Popen(call, **how, preexec_fn=heard) as process:  # noqa: PLW1509
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            yield process

    def run(self, *command: str, most: int = resource.RLIM_INFINITY) -> tuple[int, str]:
        """The exit code of a command that runs to its end, and what it said."""
        with self.started(*(command or ("run",)), most=most) as process:
            _, said = process.communicate(timeout=120)
        return process.returncode, said

    def mails(self) -> Counter[str]:
        """How many mails each recipient has got."""
        found = sorted(self.path.glob("outgoing/*.eml"))
        return Counter(str(message_from_bytes(path.read_bytes(), policy=policy.default)["To"]) for path in found)

    def uncertain(self) -> set[str]:
        """Whose letters may or may not have arrived, as the outbox has it."""
        found = asked(self.path / "state", lambda state: state.letters("harbour", states=("uncertain",)))
        return {one.recipient.address for one in found}

    def check(self) -> None:
        """Everything that must hold whenever no run is at work."""
        state = self.path / "state" / "state.sqlite"
        if not state.exists():
            return
        with closing(sqlite3.connect(f"file:{state}?mode=ro", uri=True)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for page in self.path.glob("pages/*.json"):
            json.loads(page.read_bytes())
        asked(self.path / "state", self._check)

    def _check(self, state) -> None:
        """An edition is there as a whole, with what it printed and every text behind it, or not at all."""
        for entry in state.entries("harbour"):
            edition = state.edition("harbour", entry.day, entry.revision)
            assert set(edition.pages) == {"md", "json", "subject", "text", "mail"}
            assert len(edition.statements) == json.loads(edition.pages["json"])["counts"]["extracts"]
            assert all(state.stored(sha256) is not None for sha256 in edition.listed)
            assert all(one.text in state.stored(one.article) for one in edition.statements)

    def check_made(self) -> None:
        """One edition of one revision, remembered once, and its files are what is recorded."""
        entries = asked(self.path / "state", lambda state: state.entries("harbour"))
        assert [entry.revision for entry in entries] == [1]
        edition = asked(self.path / "state", lambda state: state.edition("harbour"))
        for form in ("md", "json"):
            assert (self.path / "pages" / f"{edition.day}.{form}").read_bytes() == edition.pages[form].encode()
        assert remembered(self.path / "state", "harbour", FOREVER).statements == edition.statements
        self.check()


def made(folder: Path) -> Home:
    """A home of that name."""
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    recipients = ", ".join(f'"{recipient}"' for recipient in RECIPIENTS)
    (folder / "briefing.toml").write_text(SETTINGS.format(home=folder, recipients=recipients), encoding="utf-8")
    return Home(folder)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """One home."""
    return made(tmp_path / "home")


def test_kill_9_at_any_moment_of_a_run_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    """What is left is whole, and the next run ends it; half the kills fall anywhere, half where it records and sends.

    A mail whose fate nobody can know is held and told, never sent twice; tests/report kills within the hand-over.
    """
    chance, ended = random.Random(5), []
    for number in range(6):
        home = made(tmp_path / str(number))
        with home.started("run") as process:
            if number % 2:
                _wait_for(home.path / "state" / "articles")
            time.sleep(chance.uniform(0, 0.12 if number % 2 else 1.0))
            process.send_signal(signal.SIGKILL)
        ended.append(process.returncode)
        home.check()
        code, said = home.run()
        home.check_made()
        got = home.mails()
        missing = set(RECIPIENTS) - set(got)
        assert max(got.values()) == 1
        assert missing <= home.uncertain()
        assert code == (3 if home.uncertain() else 0), said
    assert -signal.SIGKILL in ended


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_run_between_two_mails(tmp_path: Path, number: int, code: int) -> None:
    """Without a word; what is in hand is finished and noted, so nothing is in doubt, and the next run does the rest."""
    ended = []
    for moment in range(2):
        home = made(tmp_path / str(moment))
        with home.started("run") as process:
            _wait_for(home.path / ("outgoing" if moment else "state/state.sqlite"))
            process.send_signal(number)
            out, said = process.communicate(timeout=60)
        assert (out, said.strip()) == ("", "")
        ended.append(process.returncode)
        if process.returncode:
            status = json.loads((home.path / "state" / "status.json").read_text())
            assert status["last_failure"]["what"] in ("terminated before the end", "interrupted before the end")
        home.check()
        assert home.run() == (0, "")
        home.check_made()
        assert home.mails() == dict.fromkeys(RECIPIENTS, 1)
    assert {code} <= {*ended} <= {code, 0}


def test_a_run_that_hangs_is_ended_by_its_limit(home: Home) -> None:
    """With a line and exit code 1; the lock is free again. A signal from outside stands for the timer."""
    server = WebServer()
    try:
        server.routes["/feed"] = Reply(raw=server.silence())
        settings = home.path / "briefing.toml"
        told = settings.read_text("utf-8")
        places = f'"{home.path}/articles", "{home.path}/page.html", "{server.address("/feed")}"'
        settings.write_text(told.replace(f'"{home.path}/articles"', places), "utf-8")
        (home.path / "page.html").write_text(f"<p>{ARTICLES['ferry.txt']}</p>", "utf-8")
        with home.started("run") as process:
            _wait_until(lambda: bool(server.seen))
            process.send_signal(signal.SIGALRM)
            _, said = process.communicate(timeout=20)
        assert process.returncode == 1
        assert said.splitlines() == [
            "briefing: the run was ended after 30 minutes; see in the log what took so long, or give run.limit more"
        ]
        settings.write_text(told, "utf-8")
        assert home.run() == (0, "")
    finally:
        server.stop()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_trouble(home: Home, closed: str) -> None:
    """No file of ours is opened in their place and written over; the exit code is what it would be."""
    call = f'exec "$0" -m briefing run --config "$1" {closed}'
    arguments = ["sh", "-c", call, sys.executable, str(home.path / "briefing.toml")]
    done = subprocess.run(arguments, cwd=home.path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    home.check_made()
    assert home.mails() == dict.fromkeys(RECIPIENTS, 1)


def _wait_for(path: Path) -> None:
    _wait_until(path.exists)


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.002)


def test_two_runs_at_once_make_one_edition(tmp_path: Path) -> None:
    """The one that comes second says who is at work and leaves with 75, or finds everything done."""
    for number in range(2):
        home = made(tmp_path / str(number))
        with home.started("run") as one, home.started("run") as other:
            said = one.communicate(timeout=120)[1] + other.communicate(timeout=120)[1]
        codes = sorted((one.returncode, other.returncode))
        assert codes in ([0, 75], [0, 0])
        assert said.count("another run holds the lock: ") == codes.count(75)
        home.check_made()
        assert home.mails() == dict.fromkeys(RECIPIENTS, 1)


def test_publishing_and_running_at_once_make_one_edition(home: Home) -> None:
    """`build --publish` takes the same lock."""
    with home.started("run") as one, home.started("build", "--publish", "-q") as other:
        said = one.communicate(timeout=120)[1] + other.communicate(timeout=120)[1]
    assert sorted((one.returncode, other.returncode)) in ([0, 75], [0, 0]), said
    assert home.run()[0] == 0
    home.check_made()
    assert home.mails() == dict.fromkeys(RECIPIENTS, 1)


@pytest.mark.parametrize("most", [100, 5_000, 20_000, 60_000])
def test_a_full_disk_is_told_and_the_next_run_makes_up_for_it(home: Home, most: int) -> None:
    """One line with the path and what to do, no half file, no mail without its edition; then everything as ever."""
    code, said = home.run(most=most)
    assert code == 1
    assert "Traceback" not in said
    assert str(home.path) in said
    home.check()
    recorded = asked(home.path / "state", lambda state: state.edition("harbour"))
    assert recorded is not None or home.mails() == {}
    assert home.run()[0] in (0, 3)
    home.check_made()
    assert max(home.mails().values()) == 1


def test_a_file_that_is_gone_comes_back_with_the_next_run(home: Home) -> None:
    """And no mail with it."""
    assert home.run()[0] == 0
    for page in home.path.glob("pages/*"):
        page.unlink()
    assert home.run() == (0, "")
    home.check_made()
    assert home.mails() == dict.fromkeys(RECIPIENTS, 1)
