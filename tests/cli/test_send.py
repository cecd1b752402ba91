"""`briefing send`: an edition reaches each recipient once, and what did not leave is told."""

from __future__ import annotations

import socket
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.desk import desk, mails, settings_for


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with one article and two recipients, mailing into a folder."""
    return desk(tmp_path, settings_for("ada@example.com", "ben@example.com"))


def test_without_a_recorded_edition_one_is_built_recorded_and_sent(command, settings):
    """Each recipient gets a mail of its own, and the page is written as well."""
    ran = command("send", "--config", settings)
    assert (ran.code, ran.out) == (0, "")
    assert sorted(str(mail["To"]) for mail in mails(settings)) == ["ada@example.com", "ben@example.com"]
    assert "The dam above Orr broke on Friday." in mails(settings)[0].get_body(("plain",)).get_content()
    assert len(list((settings.parent / "pages").glob("*.md"))) == 1


def test_what_was_sent_is_refused_without_again(command, settings):
    """The second call fails and says how to send once more; with --again the very same mails go out."""
    command("send", "--config", settings)
    before = [mail["Message-ID"] for mail in mails(settings)]
    ran = command("send", "--config", settings)
    assert ran.code == 1
    assert "--again" in ran.err
    ran = command("send", "--again", "--config", settings)
    assert ran.code == 0
    assert ran.err.count(" sent\n") == 2
    assert [mail["Message-ID"] for mail in mails(settings)] == before


def test_a_new_recipient_gets_what_the_others_have(command, settings):
    """Those who have it are named, and that is no failure."""
    command("send", "--config", settings)
    settings.write_text(settings_for("ada@example.com", "cy@example.com"))
    ran = command("send", "--config", settings)
    assert ran.code == 0
    assert "cy@example.com: edition of" in ran.err
    assert "ada@example.com: has the edition of" in ran.err


def test_an_edition_of_a_day_is_sent_as_it_was_recorded(command, settings):
    """Sources that changed since change nothing in it; a day without an edition gets one."""
    assert command("send", "2026-11-20", "--config", settings).code == 0
    (settings.parent / "news" / "a.txt").write_text("Another text altogether stands here now.")
    assert command("send", "2026-11-20", "--again", "--config", settings).code == 0
    assert all("The dam above Orr" in mail.get_body(("plain",)).get_content() for mail in mails(settings))
    assert all("20 November 2026" in mail["Subject"] for mail in mails(settings))


def test_a_day_to_come_has_no_edition(command, settings):
    """None is invented, and the last edition stays the last."""
    ran = command("send", "2199-01-01", "--config", settings)
    assert ran.code == 2
    assert "still to come" in ran.err
    assert mails(settings) == []


def test_a_recipient_who_cannot_be_served_does_not_hold_up_the_others(command, settings):
    """Exit 3, with a line for each that did not leave."""
    settings.write_text(settings_for("no body@example.com", "ben@example.com"))
    ran = command("send", "--config", settings)
    assert ran.code == 3
    (line,) = (line for line in ran.err.splitlines() if "not sent" in line)
    assert "'no body@example.com' is not a mail address that can be used" in line
    assert "once that is mended: briefing send 20" in line
    assert [str(mail["To"]) for mail in mails(settings)] == ["ben@example.com"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [('name = "orr"\n', "", "name"), ('"ada@example.com"', "", "mail.recipients"), ('["news"]', "[]", "source")],
)
def test_settings_that_cannot_send_are_told(command, settings, old, new, said):
    """Exit 78 with the setting that is missing; nothing leaves."""
    settings.write_text(settings_for("ada@example.com").replace(old, new))
    ran = command("send", "--config", settings)
    assert ran.code == 78
    assert said in ran.err
    assert mails(settings) == []


def test_a_draft_is_held_until_it_is_released(command, settings):
    """Nothing leaves, however often it is called; `send` of that day releases it."""
    for _ in range(2):
        ran = command("send", "--draft", "--config", settings)
        assert (ran.code, mails(settings)) == (0, [])
        assert ran.err.count("is held; briefing outbox release ") == 2
    assert command("send", "--config", settings).code == 0
    assert len(mails(settings)) == 2


def test_a_dry_run_writes_the_letters_and_nothing_else(command, settings, tmp_path):
    """No state, no page, no mail; of a recorded edition it shows what would be sent again."""
    ran = command("send", "--dry-run", "-o", "look", "--config", settings)
    assert ran.code == 0
    assert len(list(Path("look").glob("*.eml"))) == 2
    assert {path.name for path in settings.parent.iterdir()} & {"state", "pages", "outgoing"} == set()
    command("send", "--config", settings)
    before = [mail["Message-ID"] for mail in mails(settings)]
    command("send", "--dry-run", "-o", "again", "--config", settings)
    again = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(Path("again").iterdir())]
    assert [mail["Message-ID"] for mail in again] == before


def test_a_server_that_is_down_is_one_line(command, settings):
    """Not one for each recipient; all of them wait, and are told when they are tried again."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: whoever connects is refused
        toml = settings_for("ada@example.com", "ben@example.com", "cy@example.com")
        port = nobody.getsockname()[1]
        settings.write_text(
            toml.replace('folder = "outgoing"', f'host = "127.0.0.1"\nport = {port}\nsecurity = "none"')
        )
        ran = command("send", "--config", settings)
    assert ran.code == 3
    (line,) = [line for line in ran.err.splitlines() if line.startswith("briefing: ")]
    assert "ada@example.com and 2 more: edition of" in line
    assert "refused" in line
    assert "it is tried again from" in line
