"""A home with settings and an article, and a crontab that is a file of the test's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

SETTINGS = """\
name = "morning"
sources = ["{home}/articles"]
output = "{home}/pages"
state = "{home}/state"
zone = "Europe/Berlin"
"""

PROGRAM = """\
#!/bin/sh
case "$1" in
-l) test -e '{file}' || {{ echo "no crontab for me" >&2; exit 1; }}; cat '{file}' ;;
-r) rm '{file}' ;;
-) cat >'{file}' ;;
*) exit 2 ;;
esac
"""


@dataclass(frozen=True)
class Home:
    """Where the settings, the crontab and the program that keeps it are."""

    path: Path

    @property
    def config(self) -> Path:
        """The settings."""
        return self.path / "briefing.toml"

    @property
    def crontab(self) -> Path:
        """The file that stands for the user's crontab."""
        return self.path / "crontab"

    @property
    def state(self) -> Path:
        """The folder of the state."""
        return self.path / "state"

    def program(self, text: str) -> None:
        """Be another `crontab` command."""
        (self.path / "bin" / "crontab").write_text(text)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with an article, and with a `crontab` command as every system has it."""
    home = Home(tmp_path / "home")
    for folder in ("articles", "bin"):
        (home.path / folder).mkdir(parents=True)
    (home.path / "articles" / "a.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    home.config.write_text(SETTINGS.format(home=home.path))
    home.program(PROGRAM.format(file=home.crontab))
    (home.path / "bin" / "crontab").chmod(0o755)
    monkeypatch.setenv("PATH", f"{home.path}/bin:{os.environ['PATH']}")
    for variable in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(variable)
    return home
