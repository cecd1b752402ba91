"""Our own method: position-aware centrality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Pile, Sentence


@dataclass(frozen=True)
class Ours:
    """Centrality of a sentence among its neighbours, weighted by its place in its article."""

    def __call__(self, sentences: Sequence[Sentence], pile: Pile) -> list[float]:
        """Score each sentence of the list."""
        return [1.0 / (1 + s.position) for s in sentences]
