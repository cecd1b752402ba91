"""Search for the best set of a pool within a budget, by beam: whole sets are compared, the best go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from briefing.stages.select.pool import Pool
from briefing.stages.select.worth import Summed, Sums

# At most so many sets are followed at each size, and about so many looked at in all.
BEAM = 48
LOOKS = 20_000


class Room(NamedTuple):
    """What is left to spend; a set has enough when it leaves no more `words` than `spare`, or no sentence."""

    words: float
    sentences: float
    spare: float

    def holds(self, words: int, sentences: int) -> bool:
        """Whether there is room for so much."""
        return words <= self.words and sentences <= self.sentences

    def without(self, words: int, sentences: int) -> Room:
        """Return what is left when so much is spent."""
        return Room(self.words - words, self.sentences - sentences, self.spare)

    @property
    def is_spent(self) -> bool:
        """Whether enough is spent."""
        return self.words <= self.spare or self.sentences <= 0


class Found(NamedTuple):
    """A set of a pool's extracts: their places there, those and all they exclude as bits, their sums, what is left.

    `terms` and `pairs` are what it holds, as bits, `near` the sums of the likenesses of its members to each extract.
    """

    members: tuple[int, ...]
    bits: int
    shut: int
    sums: Sums
    terms: int
    pairs: int
    near: Sequence[float]
    room: Room
    worth: float

    @property
    def order(self) -> tuple[float, list[int]]:
        """What sets are sorted by, the best first."""
        return (-self.worth, sorted(self.members))


# A set with one more member, before it is known to go on: worth, bits, the set, the member.
_Child = tuple[float, int, Found, int]


def search(drawn: Pool, room: Room) -> Found:
    """Return the best set among those that spend enough; else among those to which nothing can be added."""
    beam = [Found((), 0, 0, Sums(0, 0, 0.0, 0.0, 0.0, 0.0), 0, 0, [0.0] * len(drawn.parts), room, -inf)]
    width = max(2, min(BEAM, LOOKS // max(1, len(drawn.extracts) ** 2 // 3)))
    done: list[Found] = []
    while beam:
        children: dict[int, _Child] = {}
        for one in beam:
            places = _open(one, drawn)
            if not places or one.room.is_spent:
                done.append(one)
            for bits, k in places:
                if bits not in children:
                    children[bits] = (_worth(one, k, drawn), bits, one, k)
        # Of two sets worth the same the one whose bits are higher holds the earlier places.
        beam = [_with(child, drawn) for child in _kept(sorted(children.values(), reverse=True)[:width], drawn)]
    return min(done, key=lambda one: (not one.room.is_spent, one.order))


def _kept(children: Sequence[_Child], drawn: Pool) -> Iterator[_Child]:
    """The children but those that have spent their last sentence and are not the best that have: they lead nowhere."""
    is_first = True
    for child in children:
        is_full = child[2].room.sentences <= drawn.parts[child[3]].size
        if is_first or not is_full:
            yield child
        is_first = is_first and not is_full


def _open(one: Found, drawn: Pool) -> list[tuple[int, int]]:
    """The extracts that the set has room for, and that share nothing with it: the bits of the grown set, the place."""
    shut, (words, sentences, _), last = one.shut, one.room, len(drawn.parts) - 1
    return [
        (one.bits | 1 << last - k, k)
        for k, each in enumerate(drawn.parts if sentences > 0 else ())
        if not shut >> k & 1 and each.words <= words and each.size <= sentences
    ]


def _worth(one: Found, k: int, drawn: Pool) -> float:
    """The worth of a set with one more member."""
    return drawn.rated(_grown(one, k, drawn), one.terms | drawn.terms[k])


def _grown(one: Found, k: int, drawn: Pool) -> Summed:
    """The sums of a set with one more member: no `Sums` yet, for most such sets go no further."""
    _, its_size, its_words, its_own, its_fit, _, _ = drawn.parts[k]
    size, words, own, fits, alike, covered = one.sums
    held = one.pairs
    for bit, weight in drawn.pairs[k]:
        if not held & bit:
            covered += weight
    alike += its_size * its_size + 2 * one.near[k]
    return size + its_size, words + its_words, own + its_own, fits + its_fit, alike, covered


def _with(child: _Child, drawn: Pool) -> Found:
    worth, bits, one, k = child
    added = drawn.parts[k]
    return Found(
        members=(*one.members, k),
        bits=bits,
        shut=one.shut | drawn.overlaps[k],
        sums=Sums(*_grown(one, k, drawn)),
        terms=one.terms | drawn.terms[k],
        pairs=one.pairs | sum([bit for bit, _ in drawn.pairs[k]]),
        near=[own + its for own, its in zip(one.near, drawn.near[k], strict=True)],
        room=one.room.without(added.words, added.size),
        worth=worth,
    )
