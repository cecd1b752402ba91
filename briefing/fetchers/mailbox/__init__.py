"""Mailboxes: what is new in an IMAP folder, read and left as it was."""

from __future__ import annotations

from briefing.fetchers.mailbox.address import Box, box
from briefing.fetchers.mailbox.collect import collect
from briefing.fetchers.mailbox.post import Letter, Manners, Post

__all__ = ["Box", "Letter", "Manners", "Post", "box", "collect"]
