"""What a set of extracts is worth as a whole, so that `select` compares sets instead of adding up sentences."""

from __future__ import annotations

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
# What a sentence of news has in words, by which `length` is scaled.
SENTENCE = 25


class Subject(NamedTuple):
    """What a summary is to be about: that of all the extracts on offer, chosen or not.

    The beginnings of articles count most in the `centroid`, in `whole` every place the same.
    `places` numbers the titles' terms (the first ones, which `titles` has as bits) and the carried terms (`carried`)
    among all terms on offer; `pairs` has the weight of each pair that is carried.
    """

    weights: Weights
    words: float
    centroid: Vector
    whole: Vector
    leads: Mapping[str, Vector]
    places: Mapping[str, int]
    titles: int
    carried: int
    pairs: Mapping[Pair, float]

    def alone(self, extract: Extract) -> float:
        """Return what an extract is worth as a set of one."""
        return EMPTY.plus(part(extract, self), 0.0).worth(self)


class Part(NamedTuple):
    """What one extract adds to a set (see `Sums`); by the `vector` of its terms two extracts are compared."""

    vector: Vector
    size: int
    words: int
    own: float
    fit: float
    terms: int
    pairs: frozenset[Pair]


class Sums(NamedTuple):
    """A set's members as sums.

    `size`: sentences, by which all others are weighted: two sentences in one extract are worth what they are in two.
    `own`: all parts of the worth that are means. `fits`: cosines to both centroids, weighed. `near`: cosines of all
    ordered pairs, each member with itself included. `terms` (as bits) and `pairs` (carried ones) count once.
    """

    size: int
    words: int
    own: float
    fits: float
    near: float
    terms: int
    pairs: frozenset[Pair]

    def plus(self, one: Part, near: float) -> Sums:
        """Return the sums with one more member; `near` is the sum of its weighted cosines to the others."""
        return Sums(
            self.size + one.size,
            self.words + one.words,
            self.own + one.own,
            self.fits + one.fit,
            self.near + one.size**2 + 2 * near,
            self.terms | one.terms,
            self.pairs | one.pairs,
        )

    def worth(self, about: Subject) -> float:
        """Return the worth of the set; `near` is the square of the length of its members' sum."""
        weights, terms = about.weights, self.terms
        return (
            self.own / self.size
            + self.fits / sqrt(self.near)
            + weights.titles * (terms & about.titles).bit_count() / (about.titles.bit_count() or 1)
            + weights.carried * (terms & about.carried).bit_count() / (terms.bit_count() or 1)
            + weights.coverage * sum(sorted(about.pairs[pair] for pair in self.pairs))
            + weights.spent * self.words / about.words
        )


EMPTY = Sums(0, 0, 0.0, 0.0, 0.0, 0, frozenset())


def subject(extracts: Sequence[Extract], words: float = inf, weights: Weights | None = None) -> Subject:
    """Return what the extracts are about; `words` are the budget. Weights are chosen by the number of articles."""
    first: dict[str, Extract] = {}
    for extract in sorted(extracts, key=lambda e: (e.article, e.position, e.start, e.end)):
        first.setdefault(extract.article, extract)
    carried, weighed = concepts(extracts, LEAD)
    titles = {term for extract in first.values() for term in extract.title_terms}
    places = {term: place for place, term in enumerate(sorted({t for e in extracts for t in e.terms} | titles))}
    return Subject(
        weights=weights or (MANY if len(first) > 1 else ONE),
        words=words or inf,
        centroid=centroid(extracts, LEAD),
        whole=centroid(extracts, inf),
        leads={article: vector(extract.terms) for article, extract in first.items()},
        places=places,
        titles=_bits(titles, places),
        carried=_bits(carried, places),
        pairs=weighed,
    )


def part(extract: Extract, about: Subject) -> Part:
    """Return what an extract adds to a set."""
    of, size, weights = vector(extract.terms), extract.sentences, about.weights
    near = cosine(of, about.centroid)
    return Part(
        vector=of,
        size=size,
        words=extract.length,
        own=size * _own(extract, of, near, about),
        fit=size * (weights.fit * near + weights.whole * cosine(of, about.whole)),
        terms=_bits(extract.terms, about.places),
        pairs=frozenset(pair for pair in pairs(extract.terms) if pair in about.pairs),
    )


def _own(extract: Extract, of: Vector, near: float, about: Subject) -> float:
    others = (cosine(of, lead) for article, lead in about.leads.items() if article != extract.article)
    weights = about.weights
    return (
        weights.own * max(0.0, extract.score)
        + weights.place * exp(-extract.position / REACH)
        + weights.near * near
        + weights.agreement * max(others, default=0.0)
        + weights.figures * any(term[0].isdigit() for term in extract.terms)
        + weights.first_person * extract.first_person
        + weights.length * extract.length / extract.sentences / SENTENCE
    )


def _bits(terms: Iterable[str], places: Mapping[str, int]) -> int:
    return sum(1 << places[term] for term in set(terms))
