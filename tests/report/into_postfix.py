"""The same kills while a real Postfix takes the mail: what lies in its mailboxes in the end?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postfix import Postfix, missing, serving
from tests.report.counting import Taken
from tests.report.kills import tried
from tests.report.office import RECIPIENTS, Office, warm
from tests.report.row import Row

USERS = tuple(recipient.partition("@")[0] for recipient in RECIPIENTS)


def rows(load: int) -> list[Row]:
    """Kill so many times under each policy."""
    if reason := missing():
        promise = "none lost unreported, none under two Message-IDs"
        return [Row("F2", "killed while sending to Postfix", f"{load} kills", reason, promise, is_kept=None)]
    with TemporaryDirectory() as folder, serving(USERS) as postfix:
        (Path(folder) / "office").mkdir()
        return tried(warm(Office(Path(folder) / "office", Mailboxes(postfix))), load, "F2", " into a Postfix")


@dataclass(frozen=True)
class Mailboxes:
    """What lies in the mailboxes; of a letter the body is compared, for Postfix adds lines to its head."""

    postfix: Postfix

    @property
    def port(self) -> int:
        """Where it takes mail without TLS."""
        return self.postfix.open_port

    def forget(self) -> None:
        """Empty them."""
        self.postfix.wait()
        for path in (self.postfix.home / "mail").glob("*/new/*"):
            path.unlink()

    def taken(self) -> list[Taken]:
        """Return the letters, those that are still on the way through its queues among them."""
        self.postfix.wait()
        found = []
        for user in USERS:
            for data in self.postfix.arrived(user):
                body = hashlib.sha256(data.partition(b"\n\n")[2]).hexdigest()
                found.append(Taken(f"{user}@example.com", str(message_from_bytes(data)["Message-ID"]), body))
        return found
