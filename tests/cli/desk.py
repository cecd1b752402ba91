"""The news desk of Orr: settings, an article, and mails into a folder, for tests of whatever records and sends."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

NEWS = "The dam above Orr broke on Friday. Nobody was hurt, the mayor said."


def settings_for(*recipients: str, more: str = "") -> str:
    """Return the settings with these recipients, and `more` of those that stand above the tables."""
    named = ", ".join(f'"{recipient}"' for recipient in recipients)
    return f"""\
name = "orr"
title = "The Orr briefing"
sources = ["news"]
output = "pages"
state = "state"
{more}
[mail]
sender = "desk@example.org"
recipients = [{named}]
folder = "outgoing"

[[theme]]
name = "The dam"
terms = ["dam"]
"""


def desk(folder: Path, settings: str, news: str | None = NEWS) -> Path:
    """Make a desk with one article, or none; return the file of its settings."""
    (folder / "news").mkdir()
    if news is not None:
        (folder / "news" / "a.txt").write_text(news)
    path = folder / "briefing.toml"
    path.write_text(settings)
    return path


def mails(settings: Path) -> list[EmailMessage]:
    """Return the mails that have left."""
    found = sorted((settings.parent / "outgoing").glob("*.eml"))
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]
