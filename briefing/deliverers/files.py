"""Deliver into a folder, an `.eml` file a letter: to look at, or for another program to take on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import DeliveryError
from briefing.files import write_whole
from briefing.model import Letter


@dataclass(frozen=True, slots=True)
class EmlFolder:
    """Writes `<name>-<day>-<hash of the recipient>.eml` into `folder`, in place of an earlier one."""

    folder: Path

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Write the letter; raises DeliveryError with the path."""
        path = self.folder / _file_name(letter)
        handing_over()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, letter.data, mode=0o600)
        except OSError as error:
            remedy = "let mail.folder name a folder that you may write to, with room on its disk"
            raise DeliveryError(
                f"{path}: cannot be written: {error.strerror}; {remedy}", temporary=True, general=True
            ) from error

    def close(self) -> None:
        """Nothing is kept open."""


def _file_name(letter: Letter) -> str:
    return f"{letter.name}-{letter.day}-{hashlib.sha256(letter.recipient.encode()).hexdigest()[:12]}.eml"
