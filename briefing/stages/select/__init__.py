"""Choose the set of extracts that says the most within a budget, without saying anything twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from briefing.model import Extract
from briefing.stages.select.pool import pool
from briefing.stages.select.redundancy import repeats
from briefing.stages.select.search import Room, search
from briefing.stages.select.worth import Part, Subject, part, subject

__all__ = ["ENOUGH", "repeats", "select"]

# From this share of the words on, a set may stop when nothing left makes the whole better.
ENOUGH = 0.7
# Up to so many words a summary is one paragraph, for which editors use less than they may: of 60 words 43, and leaving
# some is worth 0.6 ROUGE-1 and 1.1 ROUGE-2. For 120-250 words it cost the gate's piles 3.
BRIEF = 90
# Sets are drawn from so many of the best extracts, or more where the budget holds more than a third of them.
POOL = 18
LARGEST = 150


def select(
    extracts: Sequence[Extract],
    *,
    words: int | None = None,
    sentences: int | None = None,
    taken: Sequence[Extract] = (),
    brief: bool = False,
) -> tuple[Extract, ...]:
    """Return the best set within `words` or `sentences`, best first; nothing in it repeats itself or `taken`.

    Neither budget is ever exceeded. A set stays below `sentences`, or below 0.7 of `words`, only where nothing is left
    that is new and fits; what a `brief` one leaves of up to BRIEF words speaks for it. Unfit extracts are never
    chosen. Whole sets are compared, by beam search, after Ghalandari (2017), "Revisiting the Centroid-based Method".
    """
    room = Room(
        words=inf if words is None else words,
        sentences=inf if sentences is None else sentences,
        spare=-1.0 if words is None else (1 - ENOUGH) * words,
    )
    offered = [one for one in extracts if one.unfit is None and room.holds(one.length, one.sentences)]
    if not offered:
        return ()
    about = subject(offered, room.words if brief and room.words <= BRIEF else inf)
    ranked = _ranked(offered, about)
    drawn = pool(ranked, about, most=_pool_size([part.words for _, part in ranked], room), taken=taken)
    best = search(drawn, room)
    chosen = sorted((drawn.extracts[k] for k in best.members), key=lambda extract: extract.order)
    return (*chosen, *_filled([extract for extract, _ in ranked], [*taken, *chosen], best.room))


def _ranked(extracts: Sequence[Extract], about: Subject) -> list[tuple[Extract, Part]]:
    """The extracts, each with what it adds to a set, by what they are worth alone, the best first."""
    parts = [(extract, part(extract, about)) for extract in extracts]
    return sorted(parts, key=lambda one: (-about.value(one[1]), one[0].order))


def _pool_size(lengths: Sequence[int], room: Room) -> int:
    """Three times what the budget may hold, within bounds."""
    held = min(room.words / max(1.0, sum(lengths) / len(lengths)), room.sentences, len(lengths))
    return int(min(LARGEST, max(POOL, 3 * held)))


def _filled(ranked: Sequence[Extract], taken: Sequence[Extract], room: Room) -> Iterator[Extract]:
    """What still has to be added for enough, from outside the pool."""
    taken = list(taken)
    for extract in ranked:
        if room.is_spent:
            return
        if room.holds(extract.length, extract.sentences) and not any(repeats(extract, other) for other in taken):
            taken.append(extract)
            room = room.without(extract.length, extract.sentences)
            yield extract
