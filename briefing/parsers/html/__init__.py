"""Web pages: their main text, what they state of themselves, and the feeds that they offer."""

from briefing.parsers.html.documents import documents

__all__ = ["documents"]
