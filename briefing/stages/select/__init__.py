"""Choose the set of extracts that says the most within a budget, without saying anything twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from briefing.model import Extract
from briefing.stages.select.pool import Pool, pool
from briefing.stages.select.redundancy import repeats
from briefing.stages.select.worth import EMPTY, Sums, subject

__all__ = ["ENOUGH", "repeats", "select"]

# From this share of the words on, a set may stop when nothing left makes the whole better.
ENOUGH = 0.7
# Up to so many words a summary is one paragraph, for which editors use less than they may: of 60 words 43, and leaving
# some is worth 0.6 ROUGE-1 and 1.1 ROUGE-2. For 120-250 words it cost the gate's piles 3.
BRIEF = 90
# Sets are drawn from so many of the best extracts, or more where the budget holds more than a third of them.
POOL = 18
LARGEST = 150
# At most so many sets are followed at each size, and about so many looked at in all.
BEAM = 48
LOOKS = 20_000


class _Room(NamedTuple):
    """What is left to spend; a set has enough when it leaves no more `words` than `spare`, or no sentence."""

    words: float
    sentences: float
    spare: float

    def holds(self, words: int, sentences: int) -> bool:
        return words <= self.words and sentences <= self.sentences

    def without(self, words: int, sentences: int) -> _Room:
        return _Room(self.words - words, self.sentences - sentences, self.spare)

    @property
    def is_spent(self) -> bool:
        return self.words <= self.spare or self.sentences <= 0


class _Set(NamedTuple):
    """A set of a pool's extracts: their places there, those and all they exclude as bits, their sums, what is left."""

    members: tuple[int, ...]
    bits: int
    shut: int
    sums: Sums
    room: _Room
    worth: float

    @property
    def order(self) -> tuple[float, list[int]]:
        return (-self.worth, sorted(self.members))


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
    room = _Room(
        words=inf if words is None else words,
        sentences=inf if sentences is None else sentences,
        spare=-1.0 if words is None else (1 - ENOUGH) * words,
    )
    offered = [one for one in extracts if one.unfit is None and room.holds(one.length, one.sentences)]
    if not offered:
        return ()
    about = subject(offered, room.words if brief and room.words <= BRIEF else inf)
    ranked = sorted(offered, key=lambda extract: (-about.alone(extract), extract.order))
    drawn = pool(ranked, about, most=_pool_size(ranked, room), taken=taken)
    best = _search(drawn, room)
    chosen = sorted((drawn.extracts[k] for k in best.members), key=lambda extract: extract.order)
    return (*chosen, *_filled(ranked, [*taken, *chosen], best.room))


def _pool_size(ranked: Sequence[Extract], room: _Room) -> int:
    """Three times what the budget may hold, within bounds."""
    length = sum(extract.length for extract in ranked) / len(ranked)
    held = min(room.words / max(1.0, length), room.sentences, len(ranked))
    return int(min(LARGEST, max(POOL, 3 * held)))


def _search(drawn: Pool, room: _Room) -> _Set:
    """The best set among those that spend enough; else among those to which nothing can be added."""
    beam = [_Set((), 0, 0, EMPTY, room, -inf)]
    width = max(2, min(BEAM, LOOKS // max(1, len(drawn.extracts) ** 2 // 3)))
    done: list[_Set] = []
    while beam:
        children: dict[int, _Set] = {}
        for one in beam:
            places = _open(one, drawn)
            if not places or one.room.is_spent:
                done.append(one)
            for k in places:
                if one.bits | 1 << k not in children:
                    children[one.bits | 1 << k] = _with(one, k, drawn)
        beam = sorted(children.values(), key=lambda child: child.order)[:width]
    return min(done, key=lambda one: (not one.room.is_spent, one.order))


def _open(one: _Set, drawn: Pool) -> list[int]:
    """The places of the extracts that the set has room for, and that share nothing with it."""
    shut, room = one.shut, one.room
    return [k for k, each in enumerate(drawn.parts) if not shut >> k & 1 and room.holds(each.words, each.size)]


def _with(one: _Set, k: int, drawn: Pool) -> _Set:
    sums = drawn.plus(one.sums, one.members, k)
    room = one.room.without(drawn.parts[k].words, drawn.parts[k].size)
    members, bits = (*one.members, k), one.bits | 1 << k
    return _Set(members, bits, one.shut | drawn.overlaps[k], sums, room, sums.worth(drawn.subject))


def _filled(ranked: Sequence[Extract], taken: Sequence[Extract], room: _Room) -> Iterator[Extract]:
    """What still has to be added for enough, from outside the pool."""
    taken = list(taken)
    for extract in ranked:
        if room.is_spent:
            return
        if room.holds(extract.length, extract.sentences) and not any(repeats(extract, other) for other in taken):
            taken.append(extract)
            room = room.without(extract.length, extract.sentences)
            yield extract
