"""Letters to hand over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from briefing.model import Letter

TEXT = b"Good morning.\r\n.a dot\r\n..two dots\r\n.\r\n\r\nend\r\n"
MORNING = datetime(2026, 11, 22, 7, tzinfo=UTC)


def letter(recipient: str = "a@example.com", **more: Any) -> Letter:
    """A letter of the 22nd, with lines of dots."""
    identity = f"<{recipient.partition('@')[0]}.22@example.org>".encode("ascii", "ignore")
    header = b"From: Desk <desk@example.org>\r\nTo: x\r\nSubject: News\r\nMessage-ID: " + identity + b"\r\n"
    stated = {"sender": "desk@example.org", "data": header + b"\r\n" + TEXT, "message_id": identity.decode(), **more}
    return Letter("daily", date(2026, 11, 22), 1, recipient, queued=MORNING, at=MORNING, **stated)
