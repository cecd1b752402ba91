"""The web: feeds and pages, asked politely, within limits, and never where nobody was meant to lead us."""

from briefing.fetchers.web.client import Manners, Web, agent, nobody

__all__ = ["Manners", "Web", "agent", "nobody"]
