"""What a mail says: a message, a newsletter of several articles, a digest of messages."""

from briefing.parsers.mail.message import documents, without_attachments

__all__ = ["documents", "without_attachments"]
