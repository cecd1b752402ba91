"""What a set of extracts is worth as a whole, so that `select` compares sets instead of adding up sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, inf, sqrt
from typing import NamedTuple

from briefing.model import Extract
from briefing.stages.select.concepts import Pair, concepts, pairs
from briefing.stages.select.fit import Vector, centroid, cosine, vector
from briefing.stages.select.weights import MANY, ONE, Weights

# After how many sentences a place counts 1/e for the centroid and the concepts. Swept over 4-32 on half of 250 stories
# of two or three articles and of 275 articles with highlights: 4-16 are within 0.2 ROUGE-1, 32 is 0.3 worse.
LEAD = 8.0
# After how many sentences a place counts 1/e by itself, beside the steeper one in the method's own score.
REACH = 10.0
# A term of more leads than this tells little of which of them an extract is near.
CROWDED = 100
# What a sentence of news has in words, by which `length` is scaled.
SENTENCE = 25


class Subject(NamedTuple):
    """What a summary is to be about: that of all the extracts on offer, chosen or not.

    The beginnings of articles count most in the `centroid`, in `whole` every place the same. `leads` has for each term
    the articles whose first extract holds it, with its weight there. `titles` are the terms of
    the titles, `carried` those that are carried; `pairs` has the weight of each pair that is.
    """

    weights: Weights
    words: float
    centroid: Vector
    whole: Vector
    leads: Mapping[str, Sequence[tuple[str, float]]]
    titles: frozenset[str]
    carried: frozenset[str]
    pairs: Mapping[Pair, float]

    def alone(self, extract: Extract) -> float:
        """Return what an extract is worth as a set of one."""
        return self.value(part(extract, self))

    def value(self, one: Part) -> float:
        """Return what a part is worth as a set of one."""
        titled, carried = len(one.terms & self.titles), len(one.terms & self.carried)
        sums = Sums(one.size, one.words, one.own, one.fit, one.size**2, sum([self.pairs[pair] for pair in one.pairs]))
        return self.worth(sums, titled, carried, len(one.terms))

    def worth(self, sums: Summed, titled: int, carried: int, terms: int) -> float:
        """Return the worth of a set that holds so many terms in all, and of these so many `titled` and `carried`."""
        size, words, own, fits, near, covered = sums
        weights = self.weights
        return (
            own / size
            + fits / sqrt(near)
            + weights.titles * titled / (len(self.titles) or 1)
            + weights.carried * carried / (terms or 1)
            + weights.coverage * covered
            + weights.spent * words / self.words
        )


class Part(NamedTuple):
    """What one extract adds to a set (see `Sums`); by the `vector` of its terms two extracts are compared."""

    vector: Vector
    size: int
    words: int
    own: float
    fit: float
    terms: frozenset[str]
    pairs: frozenset[Pair]


class Sums(NamedTuple):
    """A set's members as sums.

    `size`: sentences, by which all others are weighted: two sentences in one extract are worth what they are in two.
    `own`: all parts of the worth that are means. `fits`: cosines to both centroids, weighed. `near`: cosines of all
    ordered pairs, each member with itself included: the square of the length of the members' sum. `covered`: the weight
    of all carried pairs, each once.
    """

    size: int
    words: int
    own: float
    fits: float
    near: float
    covered: float


Summed = tuple[int, int, float, float, float, float]
"""Sums before they are named: sets are compared by the thousand."""


def subject(extracts: Sequence[Extract], words: float = inf, weights: Weights | None = None) -> Subject:
    """Return what the extracts are about; `words` are the budget. Weights are chosen by the number of articles."""
    first: dict[str, Extract] = {}
    for extract in sorted(extracts, key=lambda e: (e.article, e.position, e.start, e.end)):
        first.setdefault(extract.article, extract)
    carried, weighed = concepts(extracts, LEAD)
    weights = weights or (MANY if len(first) > 1 else ONE)
    return Subject(
        weights=weights,
        words=words or inf,
        centroid=centroid(extracts, LEAD),
        whole=centroid(extracts, inf) if weights.whole else {},
        leads=_leads(first.values()),
        titles=frozenset(term for extract in first.values() for term in extract.title_terms),
        carried=carried,
        pairs=weighed,
    )


def part(extract: Extract, about: Subject) -> Part:
    """Return what an extract adds to a set."""
    of, size, weights = vector(extract.terms), extract.sentences, about.weights
    near, words = cosine(of, about.centroid), extract.length
    return Part(
        vector=of,
        size=size,
        words=words,
        own=size * _own(extract, of, about, near=near, words=words),
        fit=size * (weights.fit * near + weights.whole * cosine(of, about.whole)),
        terms=frozenset(of),
        pairs=frozenset([pair for pair in pairs(extract.terms) if pair in about.pairs]),
    )


def _own(extract: Extract, of: Vector, about: Subject, *, near: float, words: int) -> float:
    weights = about.weights
    return (
        weights.own * max(0.0, extract.score)
        + weights.place * exp(-extract.position / REACH)
        + weights.near * near
        + weights.agreement * (agreement(extract, of, about) if weights.agreement else 0.0)
        + weights.figures * any(term[0].isdigit() for term in extract.terms)
        + weights.first_person * extract.first_person
        + weights.length * words / extract.sentences / SENTENCE
    )


def agreement(extract: Extract, of: Vector, about: Subject) -> float:
    """Return the cosine of an extract, given with its vector, to the nearest lead of another article."""
    near: defaultdict[str, float] = defaultdict(float)
    leads = about.leads
    for term, weight in of.items():
        if term in leads:
            for article, its_weight in leads[term]:
                near[article] += weight * its_weight
    near.pop(extract.article, None)
    return max(near.values(), default=0.0)


def _leads(extracts: Iterable[Extract]) -> dict[str, list[tuple[str, float]]]:
    """The leads by term; a term of too many is passed over, so that the time stays linear in the extracts."""
    found: dict[str, list[tuple[str, float]]] = {}
    for extract in extracts:
        for term, weight in vector(extract.terms).items():
            found.setdefault(term, []).append((extract.article, weight))
    return {term: holders for term, holders in found.items() if len(holders) <= CROWDED}
