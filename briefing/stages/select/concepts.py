"""What a summary should say: the terms, and the pairs of neighbouring terms, that several articles carry."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple, TypeVar

from briefing.model import Extract
from briefing.stages.select.fit import place

Pair = tuple[str, str]

# The heaviest pairs, this many, are the whole: about what 60 words hold.
HELD = 40

_Thing = TypeVar("_Thing", bound=Hashable)


class Concepts(NamedTuple):
    """What is carried: `terms`, and each of `pairs` with its weight as a share of what a summary can hold."""

    terms: frozenset[str]
    pairs: Mapping[Pair, float]


def pairs(terms: Sequence[str]) -> tuple[Pair, ...]:
    """Return the pairs of neighbouring terms, in order."""
    return tuple(pairwise(terms))


def concepts(extracts: Sequence[Extract], lead: float) -> Concepts:
    """Return what two articles or more carry, or two sentences of the only article.

    A pair weighs in each what its earliest place there counts. After Gillick and Favre (2009), "A Scalable Global Model
    for Summarization", whose concepts are bigrams weighed by the number of documents.
    """
    is_one = len({extract.article for extract in extracts}) < 2
    ordered = sorted(extracts, key=lambda e: (e.article, e.position, e.core, e.start, e.end))
    carriers = [(e.core if is_one else e.article, place(e.position, lead), e.core_terms) for e in ordered]
    weights = _carried((carrier, weight, pairs(terms)) for carrier, weight, terms in carriers)
    most = fsum(sorted(weights.values())[-HELD:])
    return Concepts(frozenset(_carried(carriers)), {pair: _grain(weight / most) for pair, weight in weights.items()})


def _grain(weight: float) -> float:
    """A weight as a multiple of 2^-40, so that sums of weights are the same in any order."""
    return round(weight * 2**40) / 2**40


def _carried(found: Iterable[tuple[Hashable, float, Iterable[_Thing]]]) -> dict[_Thing, float]:
    """The things that two carriers have or more, each with the sum of its first weights; carriers come one by one."""
    last: dict[_Thing, Hashable] = {}
    sums: dict[_Thing, float] = {}
    carried: set[_Thing] = set()
    for carrier, weight, things in found:
        for thing in things:
            if thing not in last:
                last[thing], sums[thing] = carrier, weight
            elif last[thing] != carrier:
                last[thing] = carrier
                sums[thing] += weight
                carried.add(thing)
    return {thing: total for thing, total in sums.items() if thing in carried}
