"""`briefing run` as it is called: what it says, and what it leaves unsaid."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.records.lock import held
from briefing.records.state import asked
from briefing.records.status import last, note
from tests.cli.desk import NEWS, desk, mails, settings_for
from tests.web_server import WebServer, page

SETTINGS = settings_for("ada@example.com", "ben@example.com", more='zone = "UTC"\n')
DUE = ("run", "--due", "00:00")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with one article and two recipients, mailing into a folder."""
    return desk(tmp_path, SETTINGS)


def revisions(settings: Path) -> int:
    """How many editions are recorded."""
    return len(asked(settings.parent / "state", lambda state: state.entries("orr")) or ())


def test_due_it_builds_once_and_then_has_nothing_to_do(command, settings):
    """Silent, however often it is called; nothing is made anew, nothing logged, nothing noted."""
    assert command(*DUE, "--config", settings).code == 0
    state = settings.parent / "state"
    before = {path: path.read_bytes() for path in state.rglob("*") if path.is_file()}
    (settings.parent / "news" / "a.txt").write_text(NEWS.replace("Friday", "Sunday"))
    ran = command(*DUE, "--config", settings)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert {path: path.read_bytes() for path in state.rglob("*") if path.is_file()} == before
    assert (len(mails(settings)), revisions(settings)) == (2, 1)


def test_not_due_it_builds_nothing(command, settings):
    """A time of a day on which none is due, or from before the schedule was made."""
    now = datetime.now(UTC)
    other = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[(now.weekday() + 3) % 7]
    (settings.parent / "state").mkdir()
    note(settings.parent / "state", "schedule", {"at": (now - timedelta(minutes=1)).isoformat()})
    for call in ((*DUE, "--days", other), ("run", "--due", f"{now - timedelta(minutes=2):%H:%M}")):
        ran = command(*call, "--config", settings)
        assert (ran.code, ran.err) == (0, "")
    assert revisions(settings) == 0
    assert command("run", "--days", "mon", "--config", settings).code == 2


def test_due_it_sends_what_waits(command, settings):
    """A mail that could not leave is sent by a later call, and by none before its time."""
    (settings.parent / "outgoing").write_text("in the way")
    ran = command(*DUE, "--config", settings)
    assert ran.code == 3
    assert ran.err.count("not sent yet") == 2
    (settings.parent / "outgoing").unlink()
    assert command(*DUE, "--config", settings).code == 0
    assert mails(settings) == []
    _make_due(settings)
    ran = command(*DUE, "--config", settings)
    assert (ran.code, ran.err, len(mails(settings))) == (0, "", 2)
    assert revisions(settings) == 1


def _make_due(settings: Path) -> None:
    """Let the mails that wait have waited."""
    import sqlite3

    with sqlite3.connect(settings.parent / "state" / "state.sqlite") as connection:
        connection.execute("UPDATE outbox SET due = '2026-01-01T00:00:00+00:00' WHERE due IS NOT NULL")


def test_the_same_failure_is_told_once(command, settings):
    """Every call fails, the first says why; another reason is told, and so is a call by hand."""
    news = settings.parent / "news"
    news.rename(settings.parent / "elsewhere")
    told = [command(*DUE, "--config", settings) for _ in range(3)]
    assert [ran.code for ran in told] == [1, 1, 1]
    assert [str(news) in ran.err for ran in told] == [True, False, False]
    assert told[1].err == ""
    assert command("run", "--config", settings).err == told[0].err
    settings.write_text(SETTINGS.replace('"news"', '"newz"'))
    assert "newz" in command(*DUE, "--config", settings).err
    settings.write_text(SETTINGS)
    (settings.parent / "elsewhere").rename(news)
    assert command(*DUE, "--config", settings).code == 0
    assert last(settings.parent / "state")["last_success"]["sent"] == 2


def test_whoever_comes_second_is_told_who_is_at_work(command, settings):
    """With exit code 75, and nothing touched."""
    with held(settings.parent / "state", now=datetime(2026, 11, 22, 7, 0, tzinfo=UTC)):
        ran = command("run", "--config", settings)
    assert ran.code == 75
    assert "another run holds the lock: process" in ran.err
    assert "since 2026-11-22T07:00:00+00:00" in ran.err
    assert last(settings.parent / "state") == {}


def test_every_mistake_in_the_settings_is_told_at_once(command, settings):
    """Those in the names of plugins too, which a call that has nothing to do does not look at."""
    settings.write_text('wordz = 3\nmethod = "sumi:lexrank"\n' + SETTINGS)
    ran = command(*DUE, "--config", settings)
    assert ran.code == 78
    assert "wordz" in ran.err
    assert "sumi:lexrank" in ran.err


def test_it_keeps_the_archive(command, settings):
    """After the mail has left; what is in its way is told, and keeps no mail from going."""
    settings.write_text(
        SETTINGS.replace("[[theme]]", '[run]\narchive = "site"\narchive_url = "https://e.org"\n[[theme]]')
    )
    site = settings.parent / "site"
    site.mkdir()
    (site / "index.html").write_text("mine")
    ran = command("run", "--config", settings)
    assert ran.code == 1
    assert str(site / "index.html") in ran.err
    assert len(mails(settings)) == 2
    (site / "index.html").unlink()
    assert command("run", "--config", settings).code == 0
    assert "https://e.org/" in (site / "feed.xml").read_text()
    assert (site / "index.html").exists()


def test_a_sign_of_life_says_how_it_went(command, settings):
    """One for each call that had something to do; that nobody listens is no failure, and its address no secret told."""
    server = WebServer()
    try:
        server.routes |= {"/ping/secret": page("OK"), "/ping/secret/fail": page("OK")}
        address = server.address("/ping/secret")
        settings.write_text(SETTINGS.replace("[[theme]]", f'[run]\nping = "{address}"\n[[theme]]'))
        news = settings.parent / "news"
        news.rename(settings.parent / "elsewhere")
        command(*DUE, "--config", settings)
        (settings.parent / "elsewhere").rename(news)
        for _ in range(2):
            assert command(*DUE, "--config", settings).code == 0
        assert [seen.path for seen in server.seen] == ["/ping/secret/fail", "/ping/secret"]
    finally:
        server.stop()
    ran = command("run", "--config", settings)
    assert (ran.code, ran.err) == (0, "")
    log = (settings.parent / "state" / "log" / "briefing.log").read_text()
    assert "WARNING run.ping could not be asked: " in log
    assert "secret" not in log


@pytest.mark.parametrize(("empty", "sent"), [("none", 0), ("note", 2)])
def test_a_day_without_anything_new(command, settings, empty, sent):
    """Is recorded, and mailed as the settings say."""
    settings.write_text(SETTINGS.replace("[[theme]]", f'empty = "{empty}"\n[[theme]]'))
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    assert command("build", "--publish", "--date", yesterday, "--config", settings, "-q").code == 0
    ran = command("run", "--config", settings)
    assert (ran.code, ran.err, len(mails(settings)), revisions(settings)) == (0, "", sent, 2)


def test_who_is_sent_an_edition_later_gets_it_as_they_wish(command, settings):
    """A window counted in hours is that of the edition, not of the moment at which it is sent."""
    ends = datetime.now(UTC).replace(second=0, microsecond=0, tzinfo=None) - timedelta(minutes=5)
    settings.write_text(f'since = "24h"\n{SETTINGS}')
    window = ("--since", (ends - timedelta(days=1)).isoformat(), "--until", ends.isoformat())
    assert command("build", "--publish", "--config", settings, *window).code == 0
    settings.write_text(settings.read_text() + '[[recipient]]\naddress = "cy@example.com"\nlanguage = "de"\n')
    ran = command("send", "--config", settings)
    assert ran.code == 0
    assert "cannot be built again" not in ran.err
    assert len(mails(settings)) == 3


def test_a_draft_goes_when_it_is_released(command, settings):
    """Later calls leave it alone."""
    assert command("run", "--draft", "--config", settings).code == 0
    assert command(*DUE, "--config", settings).code == 0
    assert mails(settings) == []
    assert command("send", "--config", settings).code == 0
    assert len(mails(settings)) == 2


def test_verbose_it_says_what_the_log_says(command, settings):
    """The same lines; the log keeps as much as it is set to."""
    (settings.parent / "news" / "b.txt").write_text("")
    ran = command("run", "-v", "--config", settings)
    log = (settings.parent / "state" / "log" / "briefing.log").read_text("utf-8")
    assert (ran.code, ran.err) == (3, log)
    assert "b.txt: " in log
    settings.write_text(SETTINGS.replace("[[theme]]", '[run]\nlog = "error"\n[[theme]]'))
    ran = command("run", "-v", "--config", settings)
    assert "revision 1" in ran.err
    assert (settings.parent / "state" / "log" / "briefing.log").read_text("utf-8") == log


def test_the_status_is_whole_json(command, settings):
    """For monitors: what a run came to, in numbers."""
    command("run", "--config", settings)
    status = json.loads((settings.parent / "state" / "status.json").read_text("utf-8"))
    assert set(status) == {"last_edition", "last_success"}
    about = {"at", "day", "revision", "duration", "articles", "statements", "problems"}
    assert set(status["last_edition"]) == about
    assert set(status["last_success"]) == about | {"sent", "deferred", "failed", "uncertain"}
    assert (settings.parent / "state" / "status.json").stat().st_mode & 0o777 == 0o600


def test_a_mail_that_still_waits_is_no_success(command, settings):
    """Called again at once, nothing is tried before its time, and nobody is told that all is well."""
    (settings.parent / "outgoing").write_text("in the way")
    first, second = (command("run", "--config", settings) for _ in range(2))
    assert (first.code, second.code) == (3, 3)
    assert first.err == second.err
