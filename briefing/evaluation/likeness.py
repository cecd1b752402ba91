"""When two sentences say the same: by the content words that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.evaluation.context.mentions import stem
from briefing.evaluation.context.words import FUNCTION

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a text in order, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def content(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of those words that carry meaning."""
    return frozenset(stem(word) for word in words if word not in FUNCTION)


def is_same(one: frozenset[str], other: frozenset[str], *, shared: int, share: float) -> bool:
    """Whether two sentences share so many content words, and so great a share of the shorter one's."""
    common = len(one & other)
    return common >= shared and common >= share * min(len(one), len(other))
