"""Deliver into a folder, an `.eml` file a letter: to look at, or for another program to take on."""

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
class EmlFolder:
    """Writes `<name>-<day>-<hash of the recipient>.eml` into `folder`, in place of an earlier one."""

    folder: Path

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Write the letter; raises DeliveryError with the path."""
        path = given(self.folder) / _file_name(letter)
        handing_over()
        with told(path):
            make_folder(self.folder, mode=PRIVATE)
            write_whole(path, letter.data, mode=0o600)

    def close(self) -> None:
        """Nothing is kept open."""


def eml_folder(mail: Mail, _: Credentials) -> EmlFolder:
    """Return the folder that the settings name; raises SettingsError if they name none."""
    return EmlFolder(needed(mail))


def _file_name(letter: Letter) -> str:
    recipient = hashlib.sha256(letter.recipient.lower().encode()).hexdigest()[:12]
    return f"{letter.name}-{letter.day.isoformat()}-{recipient}.eml"
