"""Deliver into a folder, an `.eml` file a message: to look at, or for another program to take on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from briefing.errors import DeliveryError
from briefing.files import write_whole


@dataclass(frozen=True, slots=True)
class EmlFolder:
    """Writes `<name>-<day>-<hash of the recipient>.eml` into `folder`, in place of an earlier one."""

    folder: Path

    def __call__(self, message: EmailMessage) -> None:
        """Write the message; raises DeliveryError with the path."""
        path = self.folder / _file_name(message)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, message.as_bytes(policy=SMTP), mode=0o600)
        except OSError as error:
            remedy = "let mail.folder name a folder that you may write to, with room on its disk"
            raise DeliveryError(f"{path}: cannot be written: {error.strerror}; {remedy}") from error


def _file_name(message: EmailMessage) -> str:
    name, day, _ = str(message["X-Briefing-Edition"]).split("/")
    (recipient,) = message["To"].addresses
    return f"{name}-{day}-{hashlib.sha256(recipient.addr_spec.lower().encode()).hexdigest()[:12]}.eml"
