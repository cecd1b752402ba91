"""The baseline that every method has to beat: an article's sentences in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefing.model import Pile, Sentence


@dataclass(frozen=True)
class Lead:
    """The earlier in its article, the better; the first sentences of several articles are equally good."""

    is_baseline: ClassVar[bool] = True

    def __call__(self, sentences: Sequence[Sentence], pile: Pile) -> list[float]:
        """Score each sentence of the list between 0 and 1: 1 / (1 + its position)."""
        return [1 / (1 + sentence.position) for sentence in sentences]
