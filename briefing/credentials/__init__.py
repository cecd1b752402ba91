"""Passwords: where they may come from, and what keeps them out of sight."""

from __future__ import annotations

from briefing.credentials.lookup import Credentials
from briefing.credentials.secret import Password, scrubbed

__all__ = ["Credentials", "Password", "scrubbed"]
