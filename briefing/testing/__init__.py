"""What plugins promise, as tests for those who write one."""

from __future__ import annotations

from briefing.testing.deliverer_contract import DelivererContract
from briefing.testing.source_contract import SourceContract

__all__ = ["DelivererContract", "SourceContract"]
