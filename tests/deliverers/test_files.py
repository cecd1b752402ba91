"""Into a folder of `.eml` files."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefing.deliverers.files import EmlFolder
from briefing.errors import DeliveryError
from briefing.model import Edition
from briefing.renderers.mail import mail

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
EDITION = Edition("daily", date(2026, 11, 22), "Überblick", {"text": "“x”\n", "mail": "<p>“x”</p>\n"}, 1)


def deliver(folder: Path, recipient: str, edition: Edition = EDITION) -> None:
    """Write the edition's mail for the recipient."""
    EmlFolder(folder)(mail(edition, recipient, sender="desk@example.org", now=NOW))


def test_a_file_is_the_mail(tmp_path: Path) -> None:
    """In a folder that is made, for its owner alone, named by day, and read back whole."""
    deliver(tmp_path / "a" / "b", "Jörg <j@example.com>")
    (file,) = (tmp_path / "a" / "b").iterdir()
    assert file.name.startswith("daily-2026-11-22-")
    assert file.suffix == ".eml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["Subject"] == "Überblick, 22 November 2026"
    assert [address.display_name for address in message["To"].addresses] == ["Jörg"]
    assert [part.get_content() for part in message.iter_parts()] == ["“x”\r\n", "<p>“x”</p>\r\n"]


def test_each_recipient_and_day_has_one_file(tmp_path: Path) -> None:
    """Sent again, it is the same file with the same bytes; the name does not show the address."""
    deliver(tmp_path, "a@example.com")
    (first,) = tmp_path.iterdir()
    before = first.read_bytes()
    deliver(tmp_path, "A <A@example.com>", replace(EDITION, revision=1))
    deliver(tmp_path, "a@example.com")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]
    deliver(tmp_path, "b@example.com")
    deliver(tmp_path, "a@example.com", replace(EDITION, day=date(2026, 11, 23)))
    deliver(tmp_path, "a@example.com", replace(EDITION, name="weekly"))
    assert len(list(tmp_path.iterdir())) == 4
    assert "example" not in "".join(path.name for path in tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The error says where and which setting to change."""
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryError, match=r"file/mail/daily-.*\.eml: cannot be written: .*mail\.folder"):
        deliver(tmp_path / "file" / "mail", "a@example.com")
