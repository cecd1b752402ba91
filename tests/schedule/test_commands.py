"""`briefing schedule`: install, show, remove, and what is said before something goes wrong in silence."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from briefing.records.lock import held
from briefing.records.status import last, when
from tests.conftest import Ran

INSTALL = ("schedule", "install", "--at", "07:10")
QUIET = Ran(0, "", "")
THEIRS = b'SHELL=/bin/fish\nMAILTO="somebody"\n0 3 * * 0  backup \xff\n'


def test_it_is_installed_shown_changed_and_removed(command, home):
    """One line for cron; the state says since when; other lines stay, and keep their shell and their addressee."""
    home.crontab.write_bytes(THEIRS)
    ran = command(*INSTALL, "--days", "mon-fri", "--config", home.config, "--mailto", "me@example.org")
    assert (ran.code, ran.out) == (0, "")
    assert re.search(
        "^morning: written into .*; the next edition is due [A-Z].. [0-9-]{10} 07:10 ", ran.err, re.MULTILINE
    )
    assert home.crontab.read_bytes().startswith(THEIRS)
    begin, mailto, shell, line, mailto_back, shell_back, end = (
        home.crontab.read_bytes()[len(THEIRS) :].decode().splitlines()
    )
    assert (begin[:27], end) == ('# briefing "morning": begin', '# briefing "morning": end')
    assert (mailto, mailto_back) == ("MAILTO=me@example.org", 'MAILTO="somebody"')
    assert (shell, shell_back) == ("SHELL=/bin/sh", "SHELL=/bin/fish")
    assert line.startswith("10,25,40,55 * * * * /usr/bin/env LC_ALL=C.UTF-8 PYTHONUTF8=1 PATH=/")
    assert line.endswith(f"-m briefing run --due 07:10 --days mon-fri --config {home.config} </dev/null")
    noted = last(home.state)["schedule"]
    assert (noted["time"], noted["days"]) == ("07:10", "mon-fri")
    assert abs(when(home.state, "schedule") - datetime.now(UTC)) < timedelta(minutes=5)

    shown = command("schedule", "show", "--config", home.config)
    assert (shown.code, shown.err) == (0, "")
    *block, one, two, three, four, five = shown.out.splitlines()
    assert block == [begin, mailto, shell, line, mailto_back, shell_back, end]
    moments = [datetime.fromisoformat(f"{t[4:14]}T{t[15:20]}{t[21:27]}") for t in (one, two, three, four, five)]
    assert all(moment > datetime.now(UTC) and moment.weekday() < 5 for moment in moments)
    assert all(later > earlier for earlier, later in pairwise(moments))
    assert all(moment.astimezone(ZoneInfo("Europe/Berlin")).strftime("%H:%M") == "07:10" for moment in moments)
    assert one.endswith(" Europe/Berlin")

    assert command("schedule", "install", "--at", "06:00", "--config", home.config).code == 0
    assert home.crontab.read_bytes().count(b"briefing run") == 1
    assert b"0,15,30,45 * * * *" in home.crontab.read_bytes()

    gone = command("schedule", "remove", "--config", home.config)
    assert (gone.code, gone.err) == (0, "morning: taken out of your crontab\n")
    assert home.crontab.read_bytes() == THEIRS
    assert "schedule" not in last(home.state)


def test_what_leaves_nothing_leaves_no_crontab(command, home):
    """And a second removal says that there is nothing."""
    assert command(*INSTALL, "--config", home.config).code == 0
    assert command("schedule", "remove", "--config", home.config).code == 0
    assert not home.crontab.exists()
    again = command("schedule", "remove", "--config", home.config)
    assert (again.code, again.err) == (0, "morning: had no lines in your crontab\n")


def test_print_changes_nothing(command, home):
    """Neither the crontab nor the state; it prints the very lines that would be written."""
    ran = command(*INSTALL, "--config", home.config, "--print")
    assert ran.code == 0
    assert not home.crontab.exists()
    assert not home.state.exists()
    assert command(*INSTALL, "--config", home.config).code == 0
    assert home.crontab.read_text() == ran.out


def test_lines_changed_by_hand_are_shown_without_times(command, home):
    """Nobody knows what they mean any more: exit 1, and what to do."""
    assert command(*INSTALL, "--config", home.config).code == 0
    home.crontab.write_text(home.crontab.read_text().replace("--due 07:10", "--due 7"))
    ran = command("schedule", "show", "--config", home.config)
    assert (ran.code, ran.out) == (1, home.crontab.read_text())
    assert "these lines are not as they were written; install them again" in ran.err


def test_without_lines_show_says_what_to_do(command, home):
    """Exit 1; where a timer of systemd's may be at work, how to see it."""
    ran = command("schedule", "show", "--config", home.config)
    assert (ran.code, ran.out) == (1, "")
    assert (
        'briefing: "morning" has no lines in your crontab; briefing schedule install --at 07:00 writes them' in ran.err
    )
    assert command(*INSTALL, "--config", home.config, "--systemd").code == 0
    ran = command("schedule", "show", "--config", home.config)
    assert "systemctl --user list-timers briefing-morning.timer shows it" in ran.err


BAD_SETTINGS = [
    ('sources = ["x"]\n', "name: is needed"),
    ('name = "morning"\n', "no source: name a folder or file"),
    ('name = "morning"\nsources = ["-"]\n', "- is standard input, of which a scheduler gives none"),
    ('name = "morning"\nwords = 0\nsources = ["x"]\n', "words: must be 1 or more"),
]


@pytest.mark.parametrize(("text", "said"), BAD_SETTINGS, ids=[said for _, said in BAD_SETTINGS])
def test_settings_are_checked_before_anything_is_written(command, home, text, said):
    """What would fail each morning fails now, with 78."""
    home.config.write_text(text)
    ran = command(*INSTALL, "--config", home.config)
    assert ran.code == 78
    assert said in ran.err
    assert not home.crontab.exists()


def test_settings_of_this_terminal_alone_do_not_count(command, home, monkeypatch):
    """A name from the environment is none to cron; another setting is told."""
    monkeypatch.setenv("BRIEFING_WORDS", "100")
    ran = command(*INSTALL, "--config", home.config)
    assert ran.code == 0
    assert f"BRIEFING_WORDS is set in this terminal alone: write words into {home.config} if it is to count" in ran.err
    home.crontab.write_text("BRIEFING_WORDS=100\n")
    assert "BRIEFING_WORDS" not in command(*INSTALL, "--config", home.config).err
    home.config.write_text(home.config.read_text().replace('name = "morning"', ""))
    monkeypatch.setenv("BRIEFING_NAME", "morning")
    assert command(*INSTALL, "--config", home.config).code == 78


def test_a_password_that_cron_would_not_have_is_told(command, home, monkeypatch):
    """One in the file or in the crontab is fine; the password itself is never shown."""
    mail = '[mail]\nsender = "d@example.org"\nrecipients = ["r@example.org"]\nhost = "mx.example.org"\nuser = "desk"\n'
    secret = home.path / "secret"
    home.config.write_text(f'{home.config.read_text()}{mail}[fetch]\ncredentials = "{secret}"\n')
    secret.write_text("")
    secret.chmod(0o600)
    install = (*INSTALL, "--config", home.config)
    assert "no password for desk at mx.example.org: set BRIEFING_MAIL_PASSWORD" in command(*install).err
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "hunter2")
    ran = command(*install)
    assert (ran.code, "hunter2" in ran.err + home.crontab.read_text()) == (0, False)
    assert "no mail would leave, for cron has none of your environment: BRIEFING_MAIL_PASSWORD is set" in ran.err
    assert f'add "machine mx.example.org login desk password …" to {secret}' in ran.err
    secret.write_text("machine mx.example.org login desk password hunter2\n")
    assert "assword" not in command(*install).err
    secret.write_text("")
    home.crontab.write_text("BRIEFING_MAIL_PASSWORD=hunter2\n")
    assert "assword" not in command(*install).err


def test_a_failure_of_which_nobody_would_hear_is_told(command, home, monkeypatch):
    """Cron needs a mail program and an addressee; a ping needs neither."""
    home.crontab.write_text('MAILTO=""\n')
    install = (*INSTALL, "--config", home.config)
    told = "nobody would be told of a failure: "
    assert f"{told}your crontab has an empty MAILTO; give --mailto, or set run.ping" in command(*install).err
    assert f"journal only, or set run.ping in {home.config}" in command(*install, "--systemd").err
    monkeypatch.setattr("briefing.schedule.installed._PLACES", (f"{home.path}/bin",))
    mailto = (*install, "--mailto", "me@example.org")
    assert f"{told}this machine has no sendmail, to which cron hands its mail; install one, " in command(*mailto).err
    (home.path / "bin" / "sendmail").touch(0o755)
    assert told not in command(*mailto).err
    home.config.write_text(f'{home.config.read_text()}[run]\nping = "https://ping.example/x"\n')
    assert told not in command(*install).err
    assert told not in command(*install, "--systemd").err


@pytest.mark.parametrize(
    ("running", "is_told"), [(["sh"], True), (["sh", "cron"], False), (["crond"], False), ([], False)]
)
def test_a_cron_that_does_not_run_is_told(command, home, monkeypatch, running, is_told):
    """As in many a container; where no process is to be seen, nothing is said."""
    monkeypatch.setattr("briefing.schedule.installed._PROCESSES", home.path / "proc")
    for number, name in enumerate(running):
        (home.path / "proc" / str(number)).mkdir(parents=True)
        (home.path / "proc" / str(number) / "comm").write_text(f"{name}\n")
    ran = command(*INSTALL, "--config", home.config)
    assert ("no cron is seen to run on this machine: start it" in ran.err) is is_told
    assert ran.code == 0


def test_a_line_by_hand_beside_ours_is_told(command, home):
    """It would run the briefing as well; one that is commented out would not."""
    home.crontab.write_text(f"0 7 * * * briefing run --config {home.config}\n")
    install = (*INSTALL, "--config", home.config)
    told = "another line of your crontab runs this briefing, too"
    assert told in command(*install).err
    home.crontab.write_text(f"# 0 7 * * * briefing run --config {home.config}\n")
    assert told not in command(*install).err


REFUSALS = {
    "cron.allow": (
        "echo 'You (me) are not allowed to use this program (crontab)' >&2; exit 1",
        "cannot be read: You (me)",
    ),
    "silent": ("exit 3", "cannot be read: exit code 3"),
    "write": (
        'test "$1" = -l || { cat >/dev/null; echo "no space left: no such file" >&2; exit 1; }',
        "left as it was",
    ),
}


@pytest.mark.parametrize(("does", "said"), REFUSALS.values(), ids=REFUSALS)
def test_a_crontab_that_refuses_is_exit_1_with_the_remedy(command, home, does, said):
    """Its own words, and the way without it."""
    home.program(f"#!/bin/sh\n{does}\n")
    ran = command(*INSTALL, "--config", home.config)
    assert ran.code == 1
    assert said in ran.err
    assert "name you in cron.allow, or use --systemd" in ran.err


def test_without_a_crontab_command_it_says_so(command, home, monkeypatch):
    """Exit 1; units for systemd can be had all the same."""
    monkeypatch.setattr("briefing.schedule.installed._PLACES", (str(home.path),))
    monkeypatch.setenv("PATH", str(home.path))
    ran = command(*INSTALL, "--config", home.config)
    assert ran.code == 1
    assert "briefing: crontab: there is no such command here; install cron, or use --systemd\n" in ran.err
    assert command(*INSTALL, "--config", home.config, "--systemd").code == 0


def test_a_program_that_needs_this_terminal_is_told_before_anything_is_written(command, home, monkeypatch):
    """One that is found only through the folder or a variable of whoever installs it would fail each time."""
    monkeypatch.setattr("sys.executable", "/usr/bin/env")
    ran = command(*INSTALL, "--config", home.config)
    assert ran.code == 1
    assert "/usr/bin/env: briefing does not start as a scheduler calls it: " in ran.err
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert "/nowhere/python: cannot be run: No such file or directory" in command(*INSTALL, "--config", home.config).err
    monkeypatch.setattr("sys.executable", "/a=b/python")
    assert "env takes a program with = in its path for a variable" in command(*INSTALL, "--config", home.config).err
    assert not home.crontab.exists()


def test_damaged_lines_are_left_alone(command, home):
    """By all three commands."""
    home.crontab.write_text('# briefing "morning": begin\n')
    for call in (INSTALL, ("schedule", "show"), ("schedule", "remove")):
        ran = command(*call, "--config", home.config)
        assert ran.code == 1
        assert 'the markers of "morning" are no pair any more (line 1)' in ran.err
    assert home.crontab.read_text() == '# briefing "morning": begin\n'


def test_a_run_that_goes_on_keeps_the_lock(command, home):
    """Install waits for the next time; a run that hangs does not keep its own line in the crontab."""
    assert command(*INSTALL, "--config", home.config).code == 0
    with held(home.state, now=datetime.now(UTC)):
        assert command("schedule", "install", "--at", "09:00", "--config", home.config).code == 75
        assert "--due 07:10" in home.crontab.read_text()
        assert command("schedule", "remove", "--config", home.config).code == 75
        assert not home.crontab.exists()


USAGE = [
    (("install",), "--at"),
    (("install", "--at", "7"), "'7' is no time of day; write it as in 07:00"),
    (("install", "--at", "07:00", "--days", "workdays"), "'workdays' names no days; write them as in mon-fri"),
    (("install", "--at", "07:00", "--mailto", "a b"), "'a b' is no address that cron would mail to"),
    (("install", "--at", "07:00", "--mailto", "a\nSHELL=x"), "is no address that cron would mail to"),
    (("instal",), "there is no command 'instal'; did you mean 'install'?"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=[" ".join(a) for a, _ in USAGE])
def test_a_wrong_call_is_exit_2(command, home, arguments, said):
    """With what is wrong; nothing is written."""
    ran = command("schedule", *arguments, *(("--config", home.config) if len(arguments) > 1 else ()))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not home.crontab.exists()


def test_due_builds_once_and_is_quiet(command, home):
    """After its time an edition is made, and no other until the next one's; nothing is said either time."""
    due = ("run", "--config", home.config, "--due", _clock(minutes=-2))
    assert command(*due) == QUIET
    made = last(home.state)["last_edition"]
    (home.path / "articles" / "b.txt").write_text("The ferry to Marn was cancelled on Friday after a storm.")
    assert command(*due) == QUIET
    assert last(home.state)["last_edition"] == made
    (page,) = (home.path / "pages").iterdir()
    assert "ferry" not in page.read_text()


def test_due_means_the_briefings_zone_and_what_was_installed(command, home, monkeypatch):
    """Whatever the machine's zone is; a time that passed before the installation makes no edition."""
    monkeypatch.setenv("BRIEFING_ZONE", "Pacific/Chatham")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    home.state.mkdir()
    installed = {"schedule": {"at": (datetime.now(UTC) - timedelta(minutes=5)).isoformat()}}
    (home.state / "status.json").write_text(json.dumps(installed))
    for minutes, is_made in ((-10, False), (2, False), (-1, True)):
        at = _clock("Pacific/Chatham", minutes=minutes)
        assert command("run", "--config", home.config, "--due", at) == QUIET
        assert ("last_edition" in last(home.state)) is is_made


def test_days_without_a_time_are_a_usage_error(command, home):
    """They say nothing alone."""
    ran = command("run", "--config", home.config, "--days", "mon")
    assert ran.code == 2
    assert "--days says on which days --due counts" in ran.err


def _clock(zone: str = "Europe/Berlin", *, minutes: int) -> str:
    """What the clock of a zone shows some minutes from now."""
    return (datetime.now(ZoneInfo(zone)) + timedelta(minutes=minutes)).strftime("%H:%M")
