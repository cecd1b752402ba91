"""The second story: an edition's letters go into the outbox, from there to their recipients, each once."""

from __future__ import annotations

from briefing.post.delivery import Mailroom, deliver, unheard
from briefing.post.letters import Desk, Pages, address, afresh, letters, whole
from briefing.post.report import Report, alike, whom

__all__ = [
    "Desk", "Mailroom", "Pages", "Report", "address", "afresh", "alike", "deliver", "letters", "unheard", "whole",
    "whom",
]  # fmt: skip
