"""`briefing build --publish`: recorded like a run's edition, and sent to nobody."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefing.records.lock import held
from briefing.records.state import asked
from tests.cli.desk import desk, settings_for

SETTINGS = settings_for("ada@example.com", more='formats = ["md", "json"]\n')
DAY = ("--date", "2026-11-22")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Settings with one article and a recipient, mailing into a folder."""
    return desk(tmp_path, SETTINGS)


def publish(command, settings: Path, *more: str):
    """Build and publish the edition of a day."""
    return command("build", "--config", settings, "--publish", *DAY, *more)


def recorded(settings: Path, day: date = date(2026, 11, 22)):
    """The edition as it is in the state, or None."""
    return asked(settings.parent / "state", lambda state: state.edition("orr", day))


def test_it_is_recorded_and_nobody_gets_a_mail(command, settings):
    """Files and records hold the same bytes; the mail's pages are there for a later `send`."""
    ran = publish(command, settings)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("2026-11-22: revision 1 recorded\n")
    edition = recorded(settings)
    assert set(edition.pages) == {"md", "json", "subject", "text", "mail"}
    for form in ("md", "json"):
        assert (settings.parent / "pages" / f"2026-11-22.{form}").read_bytes() == edition.pages[form].encode()
    assert [one.text for one in edition.statements]
    assert [one.location.path for one in edition.articles] == [str(settings.parent / "news" / "a.txt")]
    assert edition.made.method == "ours"
    assert not (settings.parent / "outgoing").exists()
    assert command("send", "2026-11-22", "--config", settings).code == 0
    (mail,) = (settings.parent / "outgoing").glob("*.eml")
    assert "22 November 2026" in message_from_bytes(mail.read_bytes(), policy=policy.default)["Subject"]


def test_a_plain_build_writes_no_state(command, settings):
    """Neither where there is none, nor in one that is there; only what was read of the articles is kept beside it."""

    def files() -> dict[Path, int]:
        state = settings.parent / "state"
        return {p: p.stat().st_mtime_ns for p in state.rglob("*") if p.relative_to(state).parts[0] != "cache"}

    assert command("build", "--config", settings, *DAY).code == 0
    assert not (settings.parent / "state").exists()
    publish(command, settings)
    before = files()
    (settings.parent / "news" / "b.txt").write_text("A ferry ran aground off Marl on Sunday.")
    assert command("build", "--config", settings, *DAY).code == 0
    assert files() == before


def test_a_file_that_was_removed_or_altered_comes_back(command, settings):
    """It is a copy: the recorded edition is the edition, and publishing it again makes no revision."""
    publish(command, settings)
    page, other = (settings.parent / "pages" / f"2026-11-22.{suffix}" for suffix in ("md", "json"))
    before = page.read_bytes(), other.read_bytes()
    page.unlink()
    other.write_text("{}")
    assert publish(command, settings).err.startswith("2026-11-22: revision 1 recorded\n")
    assert (page.read_bytes(), other.read_bytes()) == before


def test_changed_sources_make_a_revision_that_goes_out_only_when_asked_for(command, settings):
    """Who has the first one gets the second by --again, with the words that were added."""
    publish(command, settings)
    command("send", "2026-11-22", "--config", settings)
    (settings.parent / "news" / "a.txt").write_text("The dam above Orr has held. Nobody was hurt, the mayor said.")
    assert publish(command, settings).err.startswith("2026-11-22: revision 2 recorded\n")
    assert command("send", "2026-11-22", "--config", settings).code == 1
    (mail,) = (settings.parent / "outgoing").glob("*.eml")
    assert b"has held" not in mail.read_bytes()
    assert command("send", "2026-11-22", "--again", "--config", settings).code == 0
    assert any(b"has held" in path.read_bytes() for path in (settings.parent / "outgoing").glob("*.eml"))


def test_it_needs_a_name_and_the_lock(command, settings):
    """Exit 78 and 75; nothing is recorded and no page written."""
    with held(settings.parent / "state", now=datetime(2026, 11, 22, 7, tzinfo=UTC)):
        ran = publish(command, settings)
        assert ran.code == 75
        assert f"process {os.getpid()} since" in ran.err
    assert recorded(settings) is None
    settings.write_text(SETTINGS.replace('name = "orr"\n', ""))
    ran = publish(command, settings)
    assert ran.code == 78
    assert "name: is needed" in ran.err
    assert not (settings.parent / "pages").exists()


def test_a_page_that_cannot_be_written_is_told_and_the_edition_is_made_all_the_same(command, settings):
    """Exit 1 with the path; the next time it is written."""
    (settings.parent / "pages").write_text("in the way")
    ran = publish(command, settings)
    assert ran.code == 1
    assert f"{settings.parent / 'pages' / '2026-11-22.md'}: cannot be written" in ran.err
    assert recorded(settings).revision == 1
    (settings.parent / "pages").unlink()
    assert publish(command, settings).code == 0
    assert (settings.parent / "pages" / "2026-11-22.md").read_bytes() == recorded(settings).pages["md"].encode()


def test_on_standard_output_as_well(command, settings):
    """The recorded bytes."""
    ran = publish(command, settings, "-o", "-", "--format", "md")
    assert ran.code == 0
    assert ran.out == recorded(settings).pages["md"]
