"""The fourth story: all recorded editions to a static site, and again whenever there is another."""

from briefing.archive.story import Kept, keep

__all__ = ["Kept", "keep"]
