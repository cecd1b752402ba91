"""Deliver into a Maildir, where a mail program or an IMAP server of the user's own finds the letter.

The standard library's `mailbox` leaves files that others can read, and does not make their names last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.credentials import Credentials
from briefing.deliverers.folder import given, needed, told
from briefing.files import PRIVATE, make_folder, write_whole
from briefing.model import Letter
from briefing.settings import Mail


@dataclass(frozen=True, slots=True)
class Maildir:
    """Puts letters among the new ones of the Maildir `folder`, which is made if it is not there."""

    folder: Path

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Write the letter; raises DeliveryError with the path."""
        path = given(self.folder) / "new" / _file_name(letter)
        data = letter.data.replace(b"\r\n", b"\n")  # what is stored has the line ends of the machine's other files
        handing_over()
        with told(path):
            for name in ("new", "cur", "tmp"):
                make_folder(self.folder / name, mode=PRIVATE)
            write_whole(path, data, mode=0o600, drafts=self.folder / "tmp")

    def close(self) -> None:
        """Nothing is kept open."""


def maildir(mail: Mail, _: Credentials) -> Maildir:
    """Return the Maildir that the settings name; raises SettingsError if they name none."""
    return Maildir(needed(mail))


def _file_name(letter: Letter) -> str:
    """One name a letter, so that it lies there once however often it is written, as long as it is new."""
    key = "\n".join((letter.message_id, letter.recipient.lower(), hashlib.sha256(letter.data).hexdigest()))
    return f"{letter.queued.timestamp():.0f}.{hashlib.sha256(key.encode()).hexdigest()[:24]}.briefing"
