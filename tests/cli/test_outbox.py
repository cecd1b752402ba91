"""`briefing outbox`: what has not left is seen, and tried again, dropped or released by hand."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path

import pytest

from briefing import post
from briefing.cli import cli
from briefing.cli.outbox import command as group
from briefing.model import Edition, Letter, Recipient
from briefing.records.lock import held
from briefing.records.state import asked, opened
from briefing.settings import Mail
from tests.cli.desk import desk, settings_for

SETTINGS = settings_for("ada@example.com", "ben@example.com", "cy@example.com")
DAYS = ("2026-11-21", "2026-11-22")
LONG_AGO = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Settings, and two days' editions whose six mails are held."""
    settings = desk(tmp_path, SETTINGS)
    readers = tuple(Recipient(f"{who}@example.com") for who in ("ada", "ben", "cy"))
    staffed = post.Desk(Mail(sender="desk@example.org"), readers, state="held")
    with opened(tmp_path / "state") as records:
        records.move()
        for day in map(date.fromisoformat, DAYS):
            pages = {
                "subject": f"Orr, {day}\n",
                "text": "Orr\n\n * The dam broke. [1.1]\n",
                "mail": "<p>The dam broke.",
            }
            edition = Edition("orr", day, "The Orr briefing", pages)
            now = datetime.now(UTC)
            records.record(edition, at=now, letters=partial(post.letters, desk=staffed, records=records, now=now))
    return settings


def letters(settings: Path) -> dict[int, Letter]:
    """The outbox, by number."""
    return {one.number: one for one in asked(settings.parent / "state", lambda state: state.letters("orr"))}


def mark(settings: Path, number: int, **changes) -> None:
    """Let something have become of a letter."""
    with opened(settings.parent / "state") as state:
        state.mark(replace(state.letter(number), **changes))


def arrived(settings: Path) -> list[bytes]:
    """The mails in the folder."""
    return [path.read_bytes() for path in (settings.parent / "outgoing").glob("*.eml")]


def to(settings: Path) -> list[str]:
    """Whom they are to."""
    return sorted(str(message_from_bytes(mail, policy=policy.default)["To"]) for mail in arrived(settings))


def test_what_waits_is_listed_with_what_the_server_said(command, drafts):
    """Alone it is `list`; what was sent or dropped only with --all; one day's with --day; all of it as JSON."""
    due = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
    mark(drafts, 4, state="deferred", tries=1, due=due, words="451 greylisted\x1b[2J, come back")
    mark(drafts, 5, state="sent")
    mark(drafts, 6, state="dropped")
    ran = command("outbox", "--config", drafts)
    assert (ran.code, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head.split() == ["number", "day", "revision", "to", "state", "since", "tries", "next", "words"]
    assert [row.split()[0] for row in rows] == ["1", "2", "3", "4"]
    assert rows[3].split()[1:5] == ["2026-11-22", "1", "ada@example.com", "deferred"]
    assert "2026-11-22 07:05  451 greylisted⟦U+001B⟧[2J, come back" in rows[3]
    assert len(command("outbox", "list", "--all", "--config", drafts).out.splitlines()) == 7
    assert len(command("outbox", "--day", DAYS[1], "--config", drafts).out.splitlines()) == 2
    listed = json.loads(command("outbox", "--json", "--all", "--config", drafts).out)
    assert (listed["schema"], listed["name"]) == ("briefing/outbox/1", "orr")
    assert [one["state"] for one in listed["letters"]] == ["held"] * 3 + ["deferred", "sent", "dropped"]
    assert listed["letters"][3]["next"] == due.isoformat()
    assert listed["letters"][3]["words"].startswith("451 greylisted")
    assert set(command("outbox", "--config", drafts, "--json").out) & {"\x1b"} == set()


def test_a_mail_is_shown_as_it_goes_out(command, drafts):
    """Its headers and its text for a person; with --raw the very bytes that arrive."""
    shown = command("outbox", "show", "2", "--config", drafts).out
    assert "To: ben@example.com\n" in shown
    assert f"Message-ID: {letters(drafts)[2].message_id}\n" in shown
    assert "\n * The dam broke. [1.1]\n" in shown
    assert "<p" not in shown
    raw = command("outbox", "show", "2", "--raw", "--config", drafts).out
    assert command("outbox", "release", "2", "--config", drafts).code == 0
    assert [mail.decode() for mail in arrived(drafts)] == [raw]


def test_held_mails_go_when_they_are_released(command, drafts):
    """By number, by day, or all; nothing else is released, and no mail twice."""
    ran = command("outbox", "release", "2", "--config", drafts)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "ben@example.com: edition of 2026-11-21 sent\n"
    assert command("outbox", "release", DAYS[1], "-q", "--config", drafts).err == ""
    assert {number for number, one in letters(drafts).items() if one.state == "sent"} == {2, 4, 5, 6}
    assert command("outbox", "release", "--all", "--config", drafts).err.count("2026-11-21 sent") == 2
    assert len(arrived(drafts)) == 6
    ran = command("outbox", "release", "--all", "--config", drafts)
    assert (ran.code, ran.err) == (0, "no mail is due\n")
    mark(drafts, 1, state="failed")
    ran = command("outbox", "release", "1", "--config", drafts)
    assert ran.code == 1
    assert "mail 1, to ada@example.com, is failed" in ran.err


@pytest.mark.parametrize("state", ["failed", "deferred", "uncertain", "dropped", "held"])
def test_a_mail_is_tried_again_with_the_same_bytes(command, drafts, state):
    """Whatever became of it, and however long ago; under the same Message-ID, with its tries counted anew."""
    before = asked(drafts.parent / "state", lambda records: records.letter(2))
    due = datetime.now(UTC) + timedelta(hours=3)
    mark(drafts, 2, state=state, tries=5, due=due, queued=LONG_AGO, words="550 no")
    assert command("outbox", "retry", "2", "--config", drafts).code == 0
    assert arrived(drafts) == [before.data]
    after = letters(drafts)[2]
    assert (after.state, after.tries, after.words, after.message_id) == ("sent", 1, "", before.message_id)


def test_retrying_all_leaves_drafts_and_dropped_mails_alone(command, drafts):
    """They go only when they are named."""
    for number, state in ((1, "failed"), (2, "deferred"), (3, "uncertain"), (4, "dropped"), (5, "failed")):
        mark(drafts, number, state=state)
    ran = command("outbox", "retry", DAYS[1], "--config", drafts)
    assert (ran.code, to(drafts)) == (3, ["ben@example.com", "ben@example.com"])  # one of them was due all the same
    assert "cy@example.com: edition of 2026-11-21 uncertain: " in ran.err
    assert command("outbox", "retry", "--all", "--config", drafts).code == 0
    assert [one.state for one in letters(drafts).values()] == ["sent", "sent", "sent", "dropped", "sent", "held"]


def test_a_dropped_mail_is_sent_no_more_and_told_no_more(command, drafts):
    """Neither by a run nor by hand, until it is asked for by its number; it stays in the whole list."""
    mark(drafts, 4, state="uncertain", words="no answer")
    assert command("outbox", "send", "--config", drafts).code == 3
    ran = command("outbox", "drop", "4", "5", "--config", drafts)
    assert (ran.code, ran.err) == (0, "2 mails dropped\n")
    assert command("outbox", "send", "--config", drafts).code == 0
    assert command("send", DAYS[1], "--config", drafts).code == 0
    assert to(drafts) == ["cy@example.com"]
    assert command("outbox", "--all", "--config", drafts).out.count(" dropped ") == 2
    assert command("outbox", "drop", "--all", "-q", "--config", drafts).err == ""
    assert command("outbox", "--config", drafts).err == "no mail is waiting\n"


def test_what_is_due_is_delivered_and_nothing_is_built(command, drafts):
    """Queued mails and those whose pause is over; when the next one comes is told."""
    shutil.rmtree(drafts.parent / "news")
    now = datetime.now(UTC)
    mark(drafts, 1, state="queued", queued=now)
    mark(drafts, 2, state="deferred", queued=now, due=now - timedelta(minutes=1))
    mark(drafts, 3, state="deferred", queued=now, due=now + timedelta(minutes=15))
    ran = command("outbox", "send", "--config", drafts)
    assert (ran.code, ran.err.count(" sent\n")) == (0, 2)
    assert "no mail is due; the next one at 20" in command("outbox", "send", "--config", drafts).err
    assert to(drafts) == ["ada@example.com", "ben@example.com"]


def test_a_mail_that_fails_again_is_told(command, drafts):
    """A line with the reason and what to do, and exit 3; it is not lost."""
    (drafts.parent / "outgoing").write_text("in the way")
    ran = command("outbox", "release", "1", "--config", drafts)
    assert ran.code == 3
    assert "briefing: ada@example.com: edition of 2026-11-21 not sent yet: " in ran.err
    assert letters(drafts)[1].state == "deferred"


def test_a_mail_whose_bytes_are_gone_says_what_to_do(command, drafts):
    """Nothing is changed, of the others neither: which of them to send is still to be decided."""
    with closing(sqlite3.connect(drafts.parent / "state" / "state.sqlite")) as connection, connection:
        connection.execute("UPDATE outbox SET data = x'' WHERE number = 2")
    for arguments in (("retry", "1", "2"), ("show", "2")):
        ran = command("outbox", *arguments, "--config", drafts)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith("; briefing send 2026-11-21 --again writes it anew\n")
    assert letters(drafts)[1].state == "held"


def test_a_mail_that_could_not_be_written_says_what_to_do(command, drafts):
    """Its address is to be mended, then `send` writes it; that is what it was told, too."""
    drafts.write_text(SETTINGS.replace('"cy@example.com"', '"no body@example.com"'))
    ran = command("send", DAYS[1], "--config", drafts)
    assert ran.code == 3
    assert "once that is mended: briefing send 2026-11-22;" in ran.err
    ran = command("outbox", "retry", "7", "--config", drafts)
    assert ran.code == 1
    assert "could not be written: 'no body@example.com' is not a mail address" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("retry",), 2, "say which mails"),
        (("drop", "1", "--all"), 2, "say which mails"),
        (("retry", "one"), 2, "'one' is no number of a letter and no day"),
        (("release", "2026-11-31"), 2, "'2026-11-31' is no day"),
        (("retry", "9"), 1, "there is no mail 9 in the outbox"),
        (("show", "9"), 1, "there is no mail 9 in the outbox"),
        (("resend",), 2, "there is no command 'resend'"),
    ],
)
def test_what_cannot_be_done_is_told(command, drafts, arguments, code, said):
    """And nothing is."""
    before = letters(drafts)
    ran = command("outbox", *arguments, "--config", drafts)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert letters(drafts) == before


def test_while_a_run_is_at_work_the_outbox_is_read_only(command, drafts):
    """Who would change it leaves with 75, and is told who holds the lock."""
    with held(drafts.parent / "state", now=datetime.now(UTC)):
        for arguments in (("retry", "1"), ("drop", "1"), ("release", "--all"), ("send",)):
            ran = command("outbox", *arguments, "--config", drafts)
            assert (ran.code, ran.out) == (75, "")
            assert "another run holds the lock" in ran.err
        assert len(command("outbox", "--config", drafts).out.splitlines()) == 7
        assert command("outbox", "show", "1", "--config", drafts).code == 0
    assert arrived(drafts) == []


def test_without_a_state_there_is_no_outbox(command, tmp_path):
    """None is made, by whatever command."""
    (tmp_path / "briefing.toml").write_text(SETTINGS)
    for arguments in ((), ("send",), ("retry", "--all")):
        assert command("outbox", *arguments, "--config", tmp_path / "briefing.toml").code == 1
    assert not (tmp_path / "state").exists()


def test_an_outbox_of_an_earlier_version_is_read_as_it_is(command, tmp_path):
    """What was uncertain in a state of schema 1 is listed; the file stays as it was."""
    (tmp_path / "briefing.toml").write_text(SETTINGS.replace('"orr"', '"harbour"'))
    state = tmp_path / "state" / "state.sqlite"
    state.parent.mkdir()
    dump = Path(__file__).parent.parent / "records" / "schema_1.sql"
    with closing(sqlite3.connect(state)) as connection:
        connection.executescript(dump.read_text("utf-8"))
        known = connection.execute("SELECT count(*) FROM deliveries WHERE state != 'refused'").fetchone()[0]
    before = state.read_bytes()
    ran = command("outbox", "--all", "--config", tmp_path / "briefing.toml")
    assert (ran.code, len(ran.out.splitlines())) == (0, known + 1)
    assert state.read_bytes() == before


def test_an_old_copy_of_the_state_sends_nothing_that_is_late(command, drafts):
    """What waited in it has failed, with the reason; and that the state comes from elsewhere is told, once."""
    now = datetime.now(UTC)
    mark(drafts, 1, state="queued", queued=now - timedelta(hours=13))
    mark(drafts, 2, state="deferred", queued=now - timedelta(hours=13), due=now - timedelta(hours=12))
    with closing(sqlite3.connect(drafts.parent / "state" / "state.sqlite")) as connection, connection:
        connection.execute("UPDATE home SET host = 'old-desk', folder = '/home/ada/state'")
    ran = command("run", "--config", drafts)
    assert ran.code == 3
    assert ran.err.count(" more: edition of 2026-11-21 not sent: not sent within 12 hours (mail.max_lateness)") == 1
    assert f"{drafts.parent}/state: was last used on old-desk as /home/ada/state" in ran.err
    assert all("2026-11-21" not in mail.decode() for mail in arrived(drafts))
    again = command("run", "--config", drafts)
    assert (again.code, again.err) == (0, "")


def test_a_state_that_was_moved_is_told_by_whatever_sends(command, drafts):
    """By hand, too: on the first call from the new place."""
    moved = drafts.parent / "elsewhere"
    (drafts.parent / "state").rename(moved)
    drafts.write_text(SETTINGS.replace('state = "state"', f'state = "{moved}"'))
    ran = command("outbox", "send", "--config", drafts)
    assert f"briefing: {moved}: was last used on " in ran.err
    assert f" as {drafts.parent}/state" in ran.err
    assert command("outbox", "send", "--config", drafts).err == "no mail is due\n"


@pytest.mark.parametrize("name", ["list", "show", "retry", "drop", "release", "send"])
def test_every_command_explains_itself(command, name):
    """With examples of itself, and each option is told."""
    ran = command("outbox", name, "--help")
    assert ran.code == 0
    examples = ran.out.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all(line.strip().startswith("briefing outbox") for line in examples)
    found = group.get_command(cli.make_context("briefing", ["outbox"], resilient_parsing=True), name)
    assert all(one.param_type_name == "argument" or one.help for one in found.params)
