"""Say how an edition differs from an earlier one: which statements came, which went, which changed."""

from __future__ import annotations

from briefing.model import Contrast, Edition, Mark, Past, Published, Statement
from briefing.stages.mark import mark
from briefing.stages.recall import recall


def contrast(before: Edition, after: Edition) -> Contrast:
    """Return the difference between two editions' statements; equal is what a page would mark as carried over."""
    now = _marked(after, before)
    came = tuple(one for one, found in now if found.kind == "new")
    changed = tuple((one, found.changes) for one, found in now if found.kind == "changed")
    went = tuple(one for one, found in _marked(before, after) if found.kind == "new")
    return Contrast(came, went, changed, stayed=len(now) - len(came) - len(changed))


def _marked(edition: Edition, other: Edition) -> list[tuple[Published, Mark]]:
    """Each statement of an edition with what it is to those who know the other one only."""
    memory = recall(Past(other.statements, other.articles, other.day), edition.articles)
    marked = ((one, mark(Statement(one.extract), memory)) for one in edition.statements)
    return [(one, found) for one, found in marked if found]
