"""A baseline's own summary: its plain top sentences, so that what `select` adds can be measured against it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from briefing.model import Cut, Extract, Pile, Reading
from briefing.plugins import Summariser
from briefing.stages.choose.extract import extract


def baseline(
    readings: Sequence[Reading],
    pile: Pile,
    summariser: Summariser,
    *,
    words: int | None = None,
    sentences: int | None = None,
) -> tuple[Extract, ...]:
    """Return single sentences, best first, in one list of all articles, as far as they fit into the budget.

    Equal scores go by the place in the article, then by the order of the articles: `lead` takes from each in turn.
    """
    scores = iter(summariser([sentence for reading in readings for sentence in reading.sentences], pile))
    ranked = [
        extract(reading, Cut(s.position, s.position, s.position, s.start, s.end), next(scores))
        for reading in readings
        for s in reading.sentences
    ]
    ranked.sort(key=lambda one: (-one.score, one.position))
    return _filled(ranked, inf if words is None else words, inf if sentences is None else sentences)


def _filled(ranked: Sequence[Extract], words: float, sentences: float) -> tuple[Extract, ...]:
    chosen: list[Extract] = []
    for one in ranked:
        if one.length <= words and len(chosen) < sentences:
            chosen.append(one)
            words -= one.length
    return tuple(chosen)
