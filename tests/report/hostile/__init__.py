"""Hostile texts, put in at every place that takes words, and what becomes of them where they come out."""

from __future__ import annotations

from tests.report.hostile.found import rows

__all__ = ["rows"]
