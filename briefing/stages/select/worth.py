"""What a set of extracts is worth as a whole, so that `select` compares sets instead of adding up sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from briefing.model import Extract
from briefing.stages.select.fit import Vector, centroid, cosine, vector


class Weights(NamedTuple):
    """How much each part of a set's worth counts, beside the mean of its sentences' own scores (1).

    `fit`: cosine of the whole set to the lead-weighted centroid. `agreement`: mean cosine of its members to the nearest
    lead of another article. `titles`: share of all titles' terms that the set holds. `trust`: exponent of the own
    scores (the smaller, the less the order within an article counts). `lead`: after how many sentences a place counts
    1/e in the centroid.
    """

    fit: float
    agreement: float
    titles: float
    trust: float
    lead: float


# Swept one at a time on half of 275 articles with highlights and half of 250 stories of two or three articles with a
# roundup, and looked at on the other halves; ROUGE-1 x 100. One article: fit 0 +0.1, 0.5 -0.2, 1 -0.4; trust 0.7 -0.1;
# lead 2-8 within 0.2; titles as little as fit, for these rows have none. Several: fit 2 -0.3, 7 -0.2, 10 -0.5;
# agreement 0 -0.3, 4 -0.2; titles 0 -0.6, 0.5 -0.2, 1.5 -0.5; trust 0.3-1 within 0.3; lead 4-16 within 0.2, 32 -0.3.
# A further penalty for the mean cosine of the members was worth nothing beside `repeats` (several: -0.4).
ONE = Weights(fit=0.25, agreement=0.0, titles=0.25, trust=1.0, lead=4.0)
MANY = Weights(fit=4.0, agreement=3.0, titles=1.0, trust=0.7, lead=8.0)


class Subject(NamedTuple):
    """What a summary is to be about: that of all the extracts on offer, chosen or not."""

    weights: Weights
    centroid: Vector
    leads: Mapping[str, Vector]
    titles: Mapping[str, int]

    def alone(self, extract: Extract) -> float:
        """Return what an extract is worth by itself, roughly: its own score and its fit."""
        own: float = max(0.0, extract.score) ** self.weights.trust
        return own + self.weights.fit * cosine(vector(extract.terms), self.centroid)


class Table(NamedTuple):
    """What a set's worth takes from each extract of a pool, by its place there.

    `size`: sentences, by which all others are weighted: two sentences in one extract are worth what they are in two.
    `own`: score and agreement. `fits`: cosine to the centroid. `near[i][j]`: cosine of two. `titled`: the title terms
    that it holds, as bits.
    """

    size: tuple[int, ...]
    own: tuple[float, ...]
    fits: tuple[float, ...]
    near: tuple[tuple[float, ...], ...]
    titled: tuple[int, ...]


class Sums(NamedTuple):
    """A set's members, as sums over a `Table`; `near` runs over all ordered pairs, each member with itself included."""

    size: int = 0
    own: float = 0.0
    fits: float = 0.0
    near: float = 0.0
    titled: int = 0

    def worth(self, subject: Subject) -> float:
        """Return the worth of the set; `near` is the square of the length of its members' sum."""
        weights = subject.weights
        return (
            self.own / self.size
            + weights.fit * self.fits / sqrt(self.near or 1.0)
            + weights.titles * self.titled.bit_count() / max(1, len(subject.titles))
        )


def subject(extracts: Sequence[Extract]) -> Subject:
    """Return what the extracts are about."""
    first: dict[str, Extract] = {}
    for extract in sorted(extracts, key=lambda e: (e.article, e.position, e.start, e.end)):
        first.setdefault(extract.article, extract)
    weights = MANY if len(first) > 1 else ONE
    titles = sorted({term for extract in first.values() for term in extract.title_terms})
    return Subject(
        weights=weights,
        centroid=centroid(extracts, weights.lead),
        leads={article: vector(extract.terms) for article, extract in first.items()},
        titles={term: 1 << k for k, term in enumerate(titles)},
    )


def table(pool: Sequence[Extract], about: Subject) -> Table:
    """Return what sets drawn from the pool are worth, in parts."""
    sizes = tuple(extract.sentences for extract in pool)
    vectors = [vector(extract.terms) for extract in pool]
    sized = list(zip(sizes, vectors, strict=True))
    return Table(
        size=sizes,
        own=tuple(size * _own(extract, of, about) for extract, (size, of) in zip(pool, sized, strict=True)),
        fits=tuple(size * cosine(of, about.centroid) for size, of in sized),
        near=tuple(tuple(n * m * cosine(one, other) for m, other in sized) for n, one in sized),
        titled=tuple(sum(about.titles.get(term, 0) for term in set(extract.terms)) for extract in pool),
    )


def _own(extract: Extract, of: Vector, about: Subject) -> float:
    others = (cosine(of, lead) for article, lead in about.leads.items() if article != extract.article)
    own: float = max(0.0, extract.score) ** about.weights.trust
    return own + about.weights.agreement * max(others, default=0.0)
