"""What systemd makes of the units is what was meant: its own tools say so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from briefing.schedule.calendar import Timetable
from briefing.schedule.command import Call
from briefing.schedule.units import service, timer

ANALYZE = shutil.which("systemd-analyze", path="/usr/bin:/bin")
NASTY = "/home/a b/50% $HOME 'x' \"y\" \\z é/briefing.toml"


def units(text: str) -> dict[str, str]:
    """The files that `--systemd` prints, by their names."""
    parts = re.split(r"^# ~/\.config/systemd/user/(\S+)\n", text, flags=re.MULTILINE)
    assert parts[0] == ""
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_it_prints_a_service_and_a_timer_that_systemd_accepts(command, home, tmp_path):
    """With the commands that enable them; the crontab is left alone, the state says since when."""
    ran = command("schedule", "install", "--at", "07:10", "--days", "mon-fri", "--config", home.config, "--systemd")
    assert ran.code == 0
    assert "systemctl --user enable --now briefing-morning.timer\n" in ran.err
    assert "loginctl enable-linger" in ran.err
    assert (home.state / "status.json").exists()
    assert not home.crontab.exists()
    found = units(ran.out)
    assert list(found) == ["briefing-morning.service", "briefing-morning.timer"]
    assert "TimeoutStartSec=2100\n" in found["briefing-morning.service"]  # the limit of a run, and five minutes
    assert "Persistent=true\n" in found["briefing-morning.timer"]
    if not ANALYZE:
        pytest.skip("systemd-analyze is not installed")
    for name, text in found.items():
        (tmp_path / name).write_text(text)
    paths = [str(tmp_path / name) for name in found]
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run([ANALYZE, "--user", "verify", *paths], capture_output=True, text=True, env=environ)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is not installed")
@pytest.mark.parametrize(("at", "minutes"), [("07:10", [10, 25, 40, 55]), ("00:00", [0, 15, 30, 45])])
def test_the_timer_looks_at_the_minutes_of_the_time(at, minutes):
    """Four times an hour, as systemd's own calendar has it."""
    calendar = re.search("^OnCalendar=(.+)$", timer("x", Timetable.of(at, "daily")), re.MULTILINE)[1]
    call = [ANALYZE, "calendar", "--iterations=4", "--base-time=2026-11-28 06:58:00 UTC", calendar]
    done = subprocess.run(call, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"})
    assert done.returncode == 0, done.stderr
    assert sorted(int(m) for m in re.findall(r"(?:elapse|#\d): .*?\d\d:(\d\d):00 UTC", done.stdout)) == minutes


def test_what_means_something_to_systemd_is_written_as_text():
    """Blanks, quotes, percent signs, dollars and backslashes in paths and variables."""
    text = service("x", Call((sys.executable, "-m", "briefing"), ("run", NASTY), {"A": NASTY}), timedelta(minutes=30))
    quoted = '/home/a b/50%% $HOME \'x\' \\"y\\" \\\\z é/briefing.toml"'
    assert f'\nEnvironment="A={quoted}\n' in text
    assert f'\nExecStart=:{sys.executable} -m briefing run "{quoted}\n' in text
