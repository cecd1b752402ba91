"""As cron runs it: the real command in a bare environment, and by a real cron daemon."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.authority import Authority
from tests.machine import unavailable
from tests.mail_server import PASSWORD, USER, Mailbox

SETTINGS = """\
name = "harbour"
title = "Überblick"
sources = ["{home}/articles"]
output = "{home}/pages"
state = "{home}/state"

[mail]
sender = "News desk <desk@example.org>"
recipients = ["Jörg <joerg@example.com>", "reader@example.com"]
folder = "{home}/outgoing"

[[theme]]
name = "Harbour strike"
terms = ["harbour", "dock workers", "strike"]
"""

ARTICLES = {
    "2026-11-20-strike.txt": """\
Dock workers walk out at the northern harbour

ROTTERDAM (Example Press) – About 1,200 dock workers walked out at the northern harbour on Friday after talks over
shift allowances broke down. The harbour authority said that eleven ships were waiting outside the breakwater.

“We will be back when there is an offer that deserves the name,” said the union’s chair, Marijke de Boer.
""",
    "2026-11-21-talks.txt": """\
Mediator named in harbour dispute

The ministry of transport named a mediator on Saturday to end the strike at the northern harbour. Talks between the dock
workers’ union and the employers are to resume on Monday in The Hague, the ministry said.
""",
}


@dataclass(frozen=True)
class Home:
    """The home of a user who has settings, articles and nothing else."""

    path: Path

    @property
    def command(self) -> list[str]:
        """What the crontab line runs, with absolute paths."""
        return [sys.executable, "-m", "briefing", "run", "--config", str(self.path / "briefing.toml")]

    def run(self) -> subprocess.CompletedProcess[bytes]:
        """Run as Debian's cron does: this environment, this folder, standard input an empty pipe."""
        bare = {"HOME": str(self.path), "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LC_ALL": "POSIX"}
        return subprocess.run(self.command, env=bare, cwd=self.path, input=b"", capture_output=True, timeout=120)

    def wait_for_the_run(self) -> None:
        """Wait until nobody holds the lock of the state any more."""
        with (self.path / "state" / "lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)

    def mail_through(self, port: int, ca_file: str) -> None:
        """Change the settings: no folder, but a server that wants TLS and a login, with the password in a file."""
        secret = self.path / "passwords"
        secret.write_text(f'machine localhost login {USER} password "{PASSWORD}"\n')
        secret.chmod(0o600)
        server = f'host = "localhost"\nport = {port}\nuser = "{USER}"\nca_file = "{ca_file}"\n'
        settings = self.path / "briefing.toml"
        text = re.sub(r"folder = .*\n", lambda _: server, settings.read_text(encoding="utf-8"))
        settings.write_text(f'{text}\n[fetch]\ncredentials = "{secret.name}"\n', encoding="utf-8")

    def mails(self) -> dict[str, bytes]:
        """The files in the outgoing folder."""
        return {path.name: path.read_bytes() for path in sorted(self.path.glob("outgoing/*"))}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Settings and two articles, in a folder whose name has what means something to cron, a shell or a locale."""
    home = tmp_path / "50% d'été à\\%b"
    (home / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (home / "articles" / name).write_text(text, encoding="utf-8")
    (home / "briefing.toml").write_text(SETTINGS.format(home=str(home).replace("\\", "\\\\")), encoding="utf-8")
    return Home(home)


def test_in_an_environment_as_bare_as_crons_it_sends_once_and_says_nothing(home: Home) -> None:
    """No locale, no terminal, hardly a PATH: a mail for each recipient, and from the second run on nothing more."""
    for _ in range(2):
        done = home.run()
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert len(home.mails()) == 2
    before = home.mails()
    (home.path / "articles" / "2026-11-20-strike.txt").unlink()
    assert home.run().returncode == 0
    assert home.mails() == before
    mails = [message_from_bytes(data, policy=policy.default) for data in before.values()]
    assert sorted(str(mail["To"]) for mail in mails) == ["Jörg <joerg@example.com>", "reader@example.com"]
    for mail in mails:
        assert mail["Subject"].startswith("Überblick, ")
        text, html = (str(part.get_content()) for part in mail.iter_parts())
        assert "dock workers" in text
        assert "dock workers" in html


def test_a_failure_is_one_line_and_an_exit_code(home: Home) -> None:
    """Cron mails what is printed, and mails nothing of a job that fails in silence."""
    shutil.rmtree(home.path / "articles")
    done = home.run()
    assert done.returncode not in {0, 3}
    assert done.stdout == b""
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert str(home.path / "articles") in line
    assert home.mails() == {}


def test_an_unreadable_article_is_told_once(home: Home) -> None:
    """The first run says so and leaves with 3; afterwards it stands on the page only."""
    (home.path / "articles" / "empty.txt").write_bytes(b"")
    first, second = home.run(), home.run()
    assert (first.returncode, second.returncode) == (3, 0)
    assert [b"empty.txt" in line for line in first.stderr.splitlines()] == [True]
    assert second.stderr == b""
    assert len(home.mails()) == 2


def test_a_real_cron_runs_the_line_that_schedule_writes(
    home: Home, mailbox: Mailbox, serve: Callable[..., int], authority: Authority
) -> None:
    """Installed beside other lines for the next minute: both mails reach their server, once, and the crontab is itself.

    From an environment without anything: the certificate to trust and the password are in files that settings name.
    """
    port = serve(mailbox, login=True, tls_context=authority.context("localhost"))
    home.mail_through(port, authority.file)
    # In this order: a daemon that looked at the crontabs within the second of the change does not see it.
    with _crontab(b'# caf\xe9\nMAILTO=""\n') as theirs:
        at = _next_minute()
        _schedule("install", "--at", f"{at:%H:%M}", "--config", home.path / "briefing.toml")
        with _cron_daemon():
            while len(mailbox.taken) < 2 and datetime.now().astimezone() < at + timedelta(seconds=60):
                time.sleep(0.5)
        (line,) = (line for line in _current().decode("utf-8", "replace").splitlines() if " --due " in line)
        assert len(mailbox.taken) == 2, f"cron did not start, or could not end: {line}"
        home.wait_for_the_run()
        shown = _schedule("show", "--config", home.path / "briefing.toml")
        assert line in shown
        _schedule("remove", "--config", home.path / "briefing.toml")
        assert _current() == theirs
    status = json.loads((home.path / "state" / "status.json").read_bytes())
    assert "last_failure" not in status
    assert datetime.fromisoformat(status["last_edition"]["at"]) >= at
    # What cron does a quarter of an hour later.
    again = subprocess.run([*home.command, "--due", f"{at:%H:%M}"], capture_output=True, timeout=120)
    assert (again.returncode, again.stdout, again.stderr) == (0, b"", b"")
    assert sorted(to for taken in mailbox.taken for to in taken.rcpt_tos) == ["joerg@example.com", "reader@example.com"]
    assert mailbox.encrypted == [True, True]


def _next_minute() -> datetime:
    """Cron looks at the crontabs as each minute begins; within its last seconds it may be too late for the next one."""
    now = datetime.now().astimezone()
    return (now + timedelta(minutes=1 if now.second < 50 else 2)).replace(second=0, microsecond=0)


def _schedule(*arguments: object) -> str:
    call = [sys.executable, "-m", "briefing", "schedule", *map(str, arguments)]
    done = subprocess.run(call, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def _program(name: str) -> str:
    return shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin") or unavailable(f"{name} is not installed")


@contextmanager
def _cron_daemon() -> Iterator[None]:
    """A running cron: the machine's own, or one of ours for the while, which takes root."""
    if _is_cron_running():
        yield
        return
    if os.geteuid() != 0:
        unavailable("no cron daemon runs, and only root may start one")
    with subprocess.Popen([_program("cron"), "-f"], stdin=subprocess.DEVNULL) as daemon:
        try:
            yield
        finally:
            daemon.terminate()


def _is_cron_running() -> bool:
    try:
        pid = int(Path("/var/run/crond.pid").read_text())
        return Path(f"/proc/{pid}/comm").read_text().startswith("cron")
    except (OSError, ValueError):
        return False


@contextmanager
def _crontab(more: bytes) -> Iterator[bytes]:
    """Add lines to the user's crontab, and put back what was there, whatever happens; yields the whole."""
    before = _current()
    _put(before + more)
    try:
        yield before + more
    finally:
        _put(before)


def _current() -> bytes:
    done = subprocess.run([_program("crontab"), "-l"], capture_output=True)
    return done.stdout if done.returncode == 0 else b""


def _put(crontab: bytes) -> None:
    arguments = ["-"] if crontab else ["-r"]
    subprocess.run([_program("crontab"), *arguments], input=crontab, check=True)
