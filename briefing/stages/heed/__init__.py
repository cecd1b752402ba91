"""Heed the editor's hand: find what its entries point at, keep back what they drop, say what came to nothing."""

from __future__ import annotations

from briefing.stages.heed.heed import heed
from briefing.stages.heed.unheeded import unheeded
from briefing.stages.heed.withhold import is_excluded, is_withheld, withhold

__all__ = ["heed", "is_excluded", "is_withheld", "unheeded", "withhold"]
