"""The way out as a user names it."""

from __future__ import annotations

import mailbox
from pathlib import Path
from typing import Any

SETTINGS = """\
name = "harbour"
sources = ["{folder}/news"]
state = "{folder}/state"
[mail]
sender = "desk@example.org"
recipients = ["a@example.com"]
transport = "{transport}"
folder = "{folder}/Mail"
"""


def settings(folder: Path, transport: str) -> Path:
    """Write settings, and news to send."""
    (folder / "news").mkdir()
    (folder / "news" / "dam.txt").write_text("The dam above Orr broke on Friday. Nobody was hurt.")
    file = folder / "briefing.toml"
    file.write_text(SETTINGS.format(folder=folder, transport=transport))
    return file


def test_a_misspelt_way_is_a_mistake_with_its_line(tmp_path: Path, command: Any) -> None:
    """Before anything is built or sent."""
    ran = command("send", "--config", settings(tmp_path, "mail_dir"))
    assert ran.code == 78
    assert "briefing.toml:7: mail.transport: there is no 'mail_dir'; did you mean 'maildir'?" in ran.err


def test_a_maildir_gets_what_is_sent(tmp_path: Path, command: Any) -> None:
    """As a mail program reads it."""
    ran = command("send", "--config", settings(tmp_path, "maildir"))
    assert ran.code == 0, ran.err
    (mail,) = mailbox.Maildir(tmp_path / "Mail", create=False)
    assert mail["To"] == "a@example.com"
    assert mail.is_multipart()


def test_every_way_is_listed(command: Any) -> None:
    """With a word about what it is."""
    listed = command("plugins").out
    for name in ("smtp", "sendmail", "maildir", "files"):
        assert f"delivery {name} " in listed
