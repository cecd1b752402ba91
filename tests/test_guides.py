"""Each guide, followed word for word: its files are written and its lines typed, one after the other, in one shell.

What a reader's machine has is stood in for by small programs: an editor, `crontab`, `pip` without the network.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.authority import Authority
from tests.machine import free_ports
from tests.mail_server import PASSWORD, USER, Mailbox
from tests.schedule.conftest import PROGRAM as CRONTAB

ROOT = Path(__file__).resolve().parent.parent
PIP = f"""\
case "$*" in *--editable*)
  {shlex.quote(sys.executable)} -m pip install --quiet --disable-pip-version-check --no-index --no-build-isolation \\
    --no-deps --target "$HOME/site" . ;;
esac
"""


@dataclass(frozen=True)
class Reader:
    """Somebody with a home, a shell and a guide."""

    home: Path

    def has(self, name: str, lines: str) -> None:
        """Have a program of that name on the machine."""
        file = self.home / "bin" / name
        file.write_text(f"#!/bin/sh\n{lines}")
        file.chmod(0o755)

    def types(self, lines: str) -> str:
        """Type lines until one fails, which none does; return what was printed."""
        path = f"{self.home}/bin:{Path(sys.executable).parent}:/usr/bin:/bin"
        seen = os.pathsep.join((str(ROOT), str(self.home / "site")))
        kept = {name: os.environ[name] for name in ("XDG_CACHE_HOME",) if name in os.environ}
        environ = {**kept, "HOME": str(self.home), "PATH": path, "LC_ALL": "C.UTF-8", "PYTHONPATH": seen}
        call = ["bash", "-eu", "-o", "pipefail", "-c", lines]
        done = subprocess.run(call, cwd=self.home / "here", env=environ, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A home in which nothing is but the programs that every guide calls."""
    for folder in ("bin", "here", "site"):
        (tmp_path / folder).mkdir()
    reader = Reader(tmp_path)
    reader.has("briefing", f'exec {shlex.quote(sys.executable)} -m briefing "$@"\n')
    reader.has("pip", PIP)
    reader.has("crontab", CRONTAB.format(file=tmp_path / "crontab"))
    return reader


def consoles(guide: str) -> list[str]:
    """What a guide has its reader type."""
    return re.findall(r"```console\n(.*?)```", (ROOT / guide).read_text("utf-8"), re.DOTALL)


def files(guide: str) -> dict[str, str]:
    """What a guide has its reader write: a block below its name."""
    found = re.findall(r"`([\w.]+)`:\n\n```\w+\n(.*?)```", (ROOT / guide).read_text("utf-8"), re.DOTALL)
    return dict(found)


THEMES, POST = "briefing/stages/theme/README.md", "briefing/post/README.md"
SOURCE, DELIVERER = "briefing/sources/README.md", "briefing/deliverers/README.md"


@pytest.mark.parametrize(
    ("guide", "says"),
    [
        (
            THEMES,
            ["“NATO Mission Iraq”, “Islamic State”", "printed: number 3 of its article by score; the best of"],
        ),
        (POST, ["harbour@example.org: written to look", "kyiv@example.org     sent"]),
        (SOURCE, ["source wire", "13 passed", "1 verbatim, nothing unclaimed"]),
        (DELIVERER, ["6 passed", "mail: well; 1 recipient", "1.eml"]),
        ("briefing/evaluation/README.md", ["context"]),
        ("templates/README.md", ["next: templates = "]),
    ],
)
def test_a_guide_can_be_followed(reader, guide, says):
    """To its end, and it says what the guide is about."""
    for name, text in files(guide).items():
        (reader.home / "here" / name).write_text(text, "utf-8")
    rows = [{"text": "The dam broke on Friday. Nobody was hurt.", "references": ["The dam broke."]}]
    (reader.home / "here" / "data").mkdir()
    (reader.home / "here" / "data" / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    said = reader.types("\n".join(consoles(guide)))
    for words in says:
        assert words in said


def test_the_guide_to_clusters_can_be_followed(reader):
    """With a scheduler and workers that are started as it says, on a port that is free."""
    (port,) = free_ports(1)
    lines = "\n".join(consoles("briefing/executors/README.md"))
    reader.types(lines.replace("8786", str(port)))
    pages = [(reader.home / "here" / name).read_bytes() for name in ("serial.md", "dask.md", "cluster.md")]
    assert len(set(pages)) == 1
    assert b"Nobody was hurt" in pages[0]


TUTORIAL = "briefing/cli/README.md"

# Cron's call, at this moment, in an environment as bare as cron's: the line as it stands in the crontab.
CRON = """\
crontab -l | grep ' --due ' | cut -d' ' -f6- >"$HOME/call"
env -i HOME="$HOME" PATH=/usr/bin:/bin SHELL=/bin/sh /bin/sh "$HOME/call"
"""


def _provider(reader: Reader, port: int, authority: Authority) -> None:
    """Have `nano` on the machine, in which the reader puts their own server, user and password into the files.

    And where the state is: cron knows a user's home, which is not this one.
    """
    server = f'host = "localhost"\\nport = {port}\\nca_file = "{authority.file}"'
    changes = (
        f's|^name = "morning"|&\\nstate = "state"|; s|^host = .*|{server}|; s|^user = .*|user = "{USER}"|; '
        f's|^machine .*|machine localhost login {USER} password "{PASSWORD}"|'
    )
    reader.has("nano", f'sed -i {shlex.quote(changes)} "$@"\n')


def _shown(guide: str) -> list[str]:
    """The beginnings of pages that a guide shows, each as a pattern: of any day."""
    shown = re.findall(r"```markdown\n(.*?)```", (ROOT / guide).read_text("utf-8"), re.DOTALL)
    return [re.escape(page).replace(re.escape("28 November 2026"), r"\d+ \w+ \d{4}") for page in shown]


def _let_a_day_pass(status: Path) -> None:
    """The moment from which on times are due was a day ago: a time of day has come since."""
    known = json.loads(status.read_text("utf-8"))
    known["schedule"]["at"] = str(datetime.fromisoformat(known["schedule"]["at"]) - timedelta(days=1))
    status.write_text(json.dumps(known), "utf-8")


def test_the_tutorial_leads_to_a_mail_by_cron(reader, serve, authority):
    """All that is typed after the installation; then, as if a day had passed, what cron does; then the rest of it."""
    mailbox = Mailbox()
    tls = authority.context("localhost")
    _provider(reader, serve(mailbox, login=True, tls_context=tls, require_starttls=True), authority)
    (apt, install, *before, settle, news, look_back, wrong) = consoles(TUTORIAL)
    assert "sudo apt" in apt
    assert "pip install" in install
    said = reader.types("".join(before))
    assert "5 verbatim, nothing unclaimed" in said
    assert f"answers, STARTTLS, logged in as {USER}" in said
    assert "morning: written into your crontab" in said
    assert mailbox.taken == []
    _let_a_day_pass(reader.home / "morning" / "state" / "status.json")
    assert reader.types(CRON) == ""
    assert [taken.rcpt_tos for taken in mailbox.taken] == [["you@example.org"]]
    after = reader.types("cd ~/morning\n" + settle + look_back + wrong)
    assert "you@example.org  sent" in after
    assert "schedule: well; 07:00 mon-fri" in after
    assert (reader.home / "crontab").read_text().count(" --due ") == 1
    tomorrow = datetime.now().astimezone().date() + timedelta(days=1)
    page = reader.types(f"cd ~/morning\n{news}briefing build --date {tomorrow} -o -")
    for shape, pages in zip(_shown(TUTORIAL), (said, page), strict=True):
        assert re.search(shape, pages)


def test_every_guide_is_followed(root):
    """Each README that has something to type is above, or in the tests of the README itself."""
    found = (
        path.relative_to(root) for folder in ("briefing", "templates") for path in (root / folder).rglob("README.md")
    )
    typed = {path.as_posix() for path in found if "```console" in (root / path).read_text("utf-8")}
    followed = {THEMES, POST, SOURCE, DELIVERER, TUTORIAL, "briefing/evaluation/README.md"}
    assert typed == followed | {"briefing/executors/README.md", "templates/README.md"}
