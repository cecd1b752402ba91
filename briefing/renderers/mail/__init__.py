"""An edition as a mail: its HTML part, its head, its attachments, and the bytes that go out."""

from __future__ import annotations

from briefing.renderers.mail.addresses import mailbox
from briefing.renderers.mail.message import is_continued, letter, mail, message_id

__all__ = ["is_continued", "letter", "mail", "mailbox", "message_id"]
