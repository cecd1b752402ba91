"""What a user may set, and where it may be set: command line > environment > one file > defaults."""

from __future__ import annotations

from briefing.settings.loading import Loaded, load
from briefing.settings.schema import Mail, Run, Settings

__all__ = ["Loaded", "Mail", "Run", "Settings", "load"]
