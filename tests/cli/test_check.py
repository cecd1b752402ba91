"""`briefing check`: what would go wrong is told before it does, with what to do, and nothing is changed."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path

import pytest

from briefing import post
from briefing.cli.check import state as looks
from briefing.model import Edition, Recipient
from briefing.records.lock import held
from briefing.records.state import opened
from briefing.records.status import note
from briefing.settings import Mail
from tests.collect.conftest import entry, feed
from tests.mail_server import PASSWORD, USER, Mailbox
from tests.web_server import page

SETTINGS = """\
name = "orr"
sources = ["news"]
output = "pages"
state = "state"
zone = "Europe/Berlin"

[mail]
sender = "desk@example.org"
recipients = ["ada@example.com"]
folder = "outgoing"
"""
CRONTAB = """\
#!/bin/sh
test "$1" = -l && cat "{file}"
"""
TEXT = "The dam above Orr broke on Friday, the mayor said. Nobody was hurt when the water reached the road below it. "


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings with an article, and a state that holds an edition and its mail; nothing is wrong."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    path = tmp_path / "briefing.toml"
    path.write_text(SETTINGS)
    desk = post.Desk(Mail(sender="desk@example.org"), (Recipient("ada@example.com"),))
    with opened(tmp_path / "state") as records:
        pages = {"subject": "Orr", "text": "Orr\n", "mail": "<p>Orr"}
        edition = Edition("orr", date(2026, 11, 22), "Orr", pages)
        now = datetime.now(UTC)
        records.record(edition, at=now, letters=partial(post.letters, desk=desk, records=records, now=now))
        records.move()
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    crontab(path, "")
    return path


def crontab(settings: Path, lines: str) -> None:
    """Have the user's crontab hold these lines."""
    (settings.parent / "crontab").write_text(lines)
    program = settings.parent / "bin" / "crontab"
    program.write_text(CRONTAB.format(file=settings.parent / "crontab"))
    program.chmod(0o755)


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time and content."""
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
        if "__pycache__" not in path.parts
    }


def iso(*, minutes: int) -> str:
    """The moment so many minutes from now."""
    return (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat(timespec="seconds")


def test_each_thing_has_a_line_and_nothing_is_changed(command, settings):
    """All on standard output, where all is well; as JSON the same."""
    before = snapshot(settings.parent)
    ran = command("check", "--config", settings)
    assert (ran.code, ran.err) == (0, "")
    lines = dict(line.split(": ", 1) for line in ran.out.splitlines())
    assert lines["state"] == f"well; {settings.parent / 'state'}, schema 4"
    assert lines["disk"].endswith("B free")
    assert lines["clock"].endswith("CET, zone Europe/Berlin; compared with nobody's")
    assert lines["lock"] == "well; nobody holds it"
    assert lines["outbox"] == "well; 1 queued"
    assert lines["runs"] == "none yet"
    assert lines["schedule"].startswith("none; briefing schedule install")
    told = json.loads(command("check", "--json", "--config", settings).out)
    assert (told["schema"], told["well"]) == ("briefing/check/1", True)
    assert [one["name"] for one in told["checks"]] == list(lines)
    assert snapshot(settings.parent) == before


def test_who_stands_under_both_kinds_of_recipients_is_counted_once(command, settings):
    """However the address is written there: it gets one mail."""
    with settings.open("a") as added:
        added.write('[[recipient]]\naddress = "Ada <ada@example.com>"\nlanguage = "de"\n')
    assert "mail: well; 1 recipient, " in command("check", "--config", settings).out


def test_a_damaged_state_is_found_before_a_run_trips_over_it(command, settings):
    """SQLite looks at all of it; exit 1, with the path."""
    path = settings.parent / "state" / "state.sqlite"
    data = bytearray(path.read_bytes())
    for page_start in range(4096, len(data), 4096):
        data[page_start + 8 : page_start + 40] = b"\xff" * 32
    path.write_bytes(data)
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert f"state: {path}: " in ran.err
    assert "put back a copy" in ran.err


@pytest.mark.parametrize(("name", "mode"), [("state.sqlite", 0o644), ("", 0o777)])
def test_a_state_that_others_can_get_at_is_told(command, settings, name, mode):
    """With the commands that mend it."""
    folder = settings.parent / "state"
    folder.chmod(0o755)
    (folder / name).chmod(mode)
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert f"chmod 700 {folder} && chmod 600 {folder}/state.sqlite" in ran.err


def test_a_state_that_was_moved_is_told_until_something_is_sent(command, settings):
    """`check` itself does not take it for known."""
    moved = settings.parent / "elsewhere"
    (settings.parent / "state").rename(moved)
    settings.write_text(SETTINGS.replace('state = "state"', f'state = "{moved}"'))
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert f"state: {moved}: was last used on " in ran.err
    assert command("outbox", "send", "-q", "--config", settings).code == 0
    assert command("check", "--config", settings).code == 0


def test_a_disk_that_is_nearly_full_is_told(command, settings, monkeypatch):
    """For each folder, before it is full."""
    monkeypatch.setattr(looks, "ROOM", 1e18)
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert [line.split(" has ")[0] for line in ran.err.splitlines()] == [
        f"disk: state ({settings.parent}/state)",
        f"disk: output ({settings.parent}/pages)",
        f"disk: mail.folder ({settings.parent}/outgoing)",
    ]


def test_who_holds_the_lock_is_told(command, settings):
    """That a run is at work is no fault; that one ended leaves nothing behind."""
    with held(settings.parent / "state", now=datetime.now(UTC)):
        ran = command("check", "--config", settings)
        assert f"lock: well; a run is at work: process {os.getpid()} since 20" in ran.out
    assert "lock: well; nobody holds it" in command("check", "--config", settings).out


@pytest.mark.parametrize("state", ["failed", "uncertain"])
def test_mails_that_somebody_has_to_decide_on_are_told(command, settings, state):
    """And where they are."""
    with opened(settings.parent / "state") as records:
        (letter,) = records.letters("orr")
        records.mark(replace(letter, state=state))
    ran = command("check", "--config", settings)
    remedy = "briefing outbox lists them, retry sends and drop forgets them"
    assert (ran.code, ran.err) == (1, f"outbox: 1 {state}; {remedy}\n")


def test_how_the_last_run_went_is_told(command, settings):
    """With its age; a failure with what the run said, and when one went well before."""
    folder = settings.parent / "state"
    note(folder, "last_success", {"at": iso(minutes=-200)})
    assert "runs: well; the last good one 3 hours ago (20" in command("check", "--config", settings).out
    note(folder, "last_failure", {"at": iso(minutes=-20), "what": "h:25: no\x1b[2Jroute"})
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert "runs: the last one, 20 minutes ago (20" in ran.err
    assert "failed: h:25: no⟦U+001B⟧[2Jroute; the last good one 3 hours ago" in ran.err


def scheduled(settings: Path, *, minutes: int, program: str = "/bin/sh") -> None:
    """Have an edition due daily, the last so many minutes ago, and the line in the crontab."""
    moment = datetime.now(UTC) - timedelta(minutes=minutes)
    settings.write_text(settings.read_text().replace("Europe/Berlin", "UTC"))
    at = f"{moment:%H:%M}"
    note(settings.parent / "state", "schedule", {"at": iso(minutes=-3 * 1440), "time": at, "days": "daily"})
    line = f"7,22,37,52 * * * * /usr/bin/env PATH=/bin {program} -P -m briefing run --due {at} --days daily --config x"
    mark = '# briefing "orr": {}\n'.format
    crontab(settings, f"{mark('begin')}\n{line}\n{mark('end')}\n")


def test_an_edition_that_is_missing_is_told_when_its_run_has_had_its_time(command, settings):
    """Not before; and it is made up for by whatever run makes it."""
    scheduled(settings, minutes=30)
    note(settings.parent / "state", "last_edition", {"at": iso(minutes=-1440)})
    note(settings.parent / "state", "last_success", {"at": iso(minutes=-1440)})
    assert "runs: well; the last good one 24 hours ago" in command("check", "--config", settings).out
    scheduled(settings, minutes=60)
    ran = command("check", "--config", settings)
    assert ran.code == 1
    assert "runs: no edition was made that was due at 20" in ran.err
    note(settings.parent / "state", "last_edition", {"at": iso(minutes=-1)})
    assert "runs: well" in command("check", "--config", settings).out


def test_a_schedule_is_told_with_its_next_time(command, settings):
    """That its lines are gone, or lead to a program that is; and that nobody would hear of a failure."""
    (settings.parent / "bin" / "sendmail").write_text("#!/bin/sh\n")
    scheduled(settings, minutes=10)
    settings.write_text(settings.read_text() + '[run]\nping = "https://ping.example/orr"\n')
    note(settings.parent / "state", "last_success", {"at": iso(minutes=-5)})
    said = command("check", "--config", settings).out
    assert " daily, the last run 5 minutes ago (20" in said
    assert ", next due 20" in said
    scheduled(settings, minutes=10, program="/nowhere/python")
    assert "/nowhere/python: is gone, which your crontab runs" in command("check", "--config", settings).err
    scheduled(settings, minutes=10)
    settings.write_text(settings.read_text().partition("[run]")[0])
    crontab(settings, "MAILTO=\n" + (settings.parent / "crontab").read_text())
    assert "schedule: nobody would be told of a failure: " in command("check", "--config", settings).err
    crontab(settings, "")
    assert "but not in your crontab" in command("check", "--config", settings).out


def test_online_each_address_is_asked_once(command, settings, web_server):
    """A feed, a page and one that is not there: a line each, with the time; nothing is kept."""
    at = datetime.now(UTC)
    web_server.routes["/feed"] = page(feed(entry("one", TEXT, at=at), entry("two", TEXT, at=at)))
    web_server.routes["/story"] = page(f"<html><body><article><h1>Orr</h1><p>{TEXT * 9}</p></article></body></html>")
    names = [web_server.address(path) for path in ("/feed", "/story", "/gone")]
    settings.write_text(SETTINGS.replace('["news"]', json.dumps(["news", *names])))
    before = snapshot(settings.parent)
    ran = command("check", "--online", "--config", settings)
    assert ran.code == 1
    assert f"source: well; {names[0]}: 2 items after " in ran.out
    assert f"source: well; {names[1]}: " in ran.out
    assert [line for line in ran.err.splitlines() if line.startswith("source: ")] == [
        line for line in ran.err.splitlines() if names[2] in line
    ]
    assert ": 1 article after " in ran.out
    assert sorted(seen.path for seen in web_server.seen if seen.path != "/robots.txt") == ["/feed", "/gone", "/story"]
    assert snapshot(settings.parent) == before


@pytest.mark.parametrize(("hours", "said"), [(0, "clock: well; "), (2, "119 minutes behind"), (-2, "2 hours ahead of")])
def test_the_clock_is_held_against_those_of_others(command, settings, web_server, hours, said):
    """More than five minutes are told."""
    there = datetime.now(UTC) + timedelta(hours=hours, seconds=-30)
    story = f"<html><body><article><p>{TEXT * 9}</p></article></body></html>"
    web_server.routes["/story"] = page(story, Date=format_datetime(there, usegmt=True))
    settings.write_text(SETTINGS.replace('["news"]', f'["{web_server.address("/story")}"]'))
    ran = command("check", "--online", "--config", settings)
    assert said in ran.out + ran.err
    assert ran.code == (1 if hours else 0), ran.err


def served(settings: Path, port: int, authority) -> None:
    """Have the mail go through a server on this machine."""
    server = f'host = "localhost"\nport = {port}\nuser = "{USER}"\nca_file = "{authority.file}"'
    settings.write_text(SETTINGS.replace('folder = "outgoing"', server))


def test_online_the_mail_server_takes_a_login_and_no_mail(command, settings, serve, authority, monkeypatch):
    """A wrong password is told with the server's words; a server that is not there with its address."""
    mailbox = Mailbox()
    served(settings, serve(mailbox, login=True, tls_context=authority.context("localhost")), authority)
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", PASSWORD)
    ran = command("check", "--online", "--config", settings)
    assert f"answers, STARTTLS, logged in as {USER}\n" in ran.out
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "canary")
    ran = command("check", "--online", "--config", settings)
    assert ran.code == 1
    assert "mail server: localhost:" in ran.err
    assert "535" in ran.err
    assert "canary" not in ran.out + ran.err
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        served(settings, nobody.getsockname()[1], authority)
        assert "see mail.host and mail.port" in command("check", "--online", "--config", settings).err
    assert mailbox.taken == []


def test_what_works_in_this_terminal_alone_is_told(command, settings, monkeypatch):
    """A password in the environment, or another state; once what is needed stands in the crontab, all is well."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "canary")
    monkeypatch.setenv("BRIEFING_MAIL_SECURITY", "none")
    settings.write_text(SETTINGS.replace('folder = "outgoing"', 'host = "localhost"\nport = 1\nuser = "desk"'))
    monkeypatch.setenv("BRIEFING_STATE", str(settings.parent / "elsewhere"))
    ran = command("check", "--online", "--config", settings)
    assert "mail: well" in ran.out
    assert "as cron: mail: no password for desk at localhost" in ran.err
    assert f"as cron: state: well; {settings.parent}/state, schema 4; it is otherwise in this terminal\n" in ran.err
    monkeypatch.delenv("BRIEFING_STATE")
    assert "canary" not in ran.out + ran.err
    scheduled(settings, minutes=1)
    crontab(settings, "BRIEFING_MAIL_PASSWORD='canary'\n" + (settings.parent / "crontab").read_text())
    assert "as cron: well; " in command("check", "--online", "--config", settings).out
