"""Take each unit of one article for a theme, for none or for unsure: what the pile learns from.

The first of two steps of self-training: every article is decoded alone and its units are counted under what they were
taken for, so that what is learnt is a sum over articles (`count`), however the work was split.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Pile, Theme
from briefing.stages.theme.cohesion import costs
from briefing.stages.theme.evidence import spoken
from briefing.stages.theme.smooth import smooth
from briefing.stages.theme.units import Unit

NO_THEME = ""
# What a unit without any theme scores. Swept 0 … 0.3 together with cohesion.SURE: best 0.12 … 0.15 on all three sets.
SILENCE = 0.15
# A unit is surely about no theme if it names none and neither do this many neighbours on each side (swept 0 … 3).
APART = 2


def names(themes: Sequence[Theme]) -> list[str]:
    """Return the names of the states: the themes' in order, then that of none."""
    return [*(theme.name for theme in themes), NO_THEME]


def named(unit: Unit, themes: int) -> list[float]:
    """Return what a unit's matched terms say for each theme, and last the score of none."""
    return [*spoken(unit.found, themes), SILENCE]


def teach(units: Sequence[Unit], themes: int) -> list[int | None]:
    """Return what each unit of an article taken alone is about (`themes` for surely none), None where it is unsure."""
    scores = [named(unit, themes) for unit in units]
    path = smooth(scores, costs(units, Pile(documents=1)))
    return [state if state < themes or _apart(path, scores, at) else None for at, state in enumerate(path)]


def _apart(path: Sequence[int], scores: Sequence[Sequence[float]], at: int) -> bool:
    none = len(scores[at]) - 1
    around = path[max(0, at - APART) : at + APART + 1]
    return max(scores[at]) <= SILENCE and all(state == none for state in around)
