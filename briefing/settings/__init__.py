"""What a user may set, and where it may be set: command line > environment > one file > defaults."""

from __future__ import annotations

from briefing.settings.loading import Loaded, load
from briefing.settings.schema import Mail, Settings

__all__ = ["Loaded", "Mail", "Settings", "load"]
