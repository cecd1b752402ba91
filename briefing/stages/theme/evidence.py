"""Find what sentences say of each theme by name: its terms, matched by stems, never inside a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from briefing.model import Theme
from briefing.stages.theme.terms import Pattern, patterns

# The first match speaks, further ones confirm. Swept 0.2 … 1: within 0.3 points of each other from 0.5 on.
FURTHER = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """A theme's term found in a text: `theme` is the theme's position, `label` the user's own wording."""

    theme: int
    label: str
    weight: float


def matches(texts: Iterable[tuple[Sequence[str], str]], themes: tuple[Theme, ...], language: str) -> tuple[Match, ...]:
    """Return the distinct terms that texts hold, each with its highest weight, in the order of the themes.

    Each text is given as the stems of its words and as it is written.
    """
    index = patterns(themes, language)
    found: dict[tuple[int, str], float] = {}
    for words, text in texts:
        for at, word in enumerate(words):
            for p in index.get(word, ()):
                if tuple(words[at : at + len(p.stems)]) == p.stems and (weight := _weight(p, text)):
                    found[p.theme, p.label] = max(weight, found.get((p.theme, p.label), 0.0))
    return tuple(Match(theme, label, weight) for (theme, label), weight in sorted(found.items()))


def _weight(pattern: Pattern, text: str) -> float:
    written = pattern.spelling is None or pattern.spelling.search(text) is not None
    return pattern.weight if written else pattern.otherwise


def spoken(found: Sequence[Match], themes: int) -> list[float]:
    """Return how strongly matches speak for each of the themes: the best in full, the others in part."""
    weights: list[list[float]] = [[] for _ in range(themes)]
    for match in found:
        weights[match.theme].append(match.weight)
    return [max(w) + FURTHER * (fsum(w) - max(w)) if w else 0.0 for w in weights]
