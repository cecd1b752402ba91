"""Statements as JSON has them."""

from __future__ import annotations

from briefing.model import Published

SCHEMA = "briefing/editions/1"


def as_row(one: Published) -> dict[str, object]:
    """Return a statement as JSON has it, under SCHEMA."""
    return {
        "label": one.label,
        "theme": one.theme,
        "text": one.text,
        "article": one.article,
        "start": one.start,
        "end": one.end,
        "core": {"start": one.core.start, "end": one.core.end},
    }
