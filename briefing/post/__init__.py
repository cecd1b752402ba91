"""The second story: an edition's letters go into the outbox, from there to their recipients, each once."""

from __future__ import annotations

from briefing.post.delivery import Mailroom, Report, deliver, unheard
from briefing.post.letters import Desk, Pages, afresh, letters, whole

__all__ = ["Desk", "Mailroom", "Pages", "Report", "afresh", "deliver", "letters", "unheard", "whole"]
