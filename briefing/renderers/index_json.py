"""The indexes of a JSON page: who says what, and a theme's timeline. They point to statements by label."""

from __future__ import annotations

from typing import Any

from briefing.model import Happening, Occasion, Role, Timeline, Voice


def voice(one: Voice) -> dict[str, Any]:
    """Return a speaker: where the name stands, what the sources call its bearer, the labels of the statements."""
    at = {"article": one.citation.reference.number, "start": one.citation.start, "end": one.citation.end}
    labels = [citation.label for citation in one.statements]
    return {"name": one.name, **at, "roles": [_role(role) for role in one.roles], "statements": labels}


def _role(role: Role) -> dict[str, Any]:
    cited = role.citation
    at = {"article": cited.reference.number, "start": cited.start, "end": cited.end}
    return {"label": cited.label, **at, "words": role.text}


def timeline(found: Timeline) -> dict[str, Any]:
    """Return a theme's timeline: its days in order, and the articles of the statements."""
    reports = [reference.number for reference in found.reports]
    return {"days": [_occasion(occasion) for occasion in found.occasions], "reported_by": reports}


def _occasion(occasion: Occasion) -> dict[str, Any]:
    return {
        "first": occasion.first.isoformat() if occasion.first else None,
        "last": occasion.last.isoformat() if occasion.last else None,
        "unit": occasion.unit,
        "happenings": [_happening(happening) for happening in occasion.happenings],
    }


def _happening(happening: Happening) -> dict[str, Any]:
    return {
        "label": happening.citation.label,
        "article": happening.citation.reference.number,
        "start": happening.start,
        "end": happening.end,
        "words": happening.words,
        "names": list(happening.names),
        "announced": happening.announced,
        "inferred": happening.inferred,
    }
