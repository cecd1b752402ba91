"""Through an SMTP server: encrypted and checked, and with the truth about what became of the letter."""

from __future__ import annotations

from briefing.deliverers.smtp.deliverer import PASSWORD, Smtp

__all__ = ["PASSWORD", "Smtp"]
