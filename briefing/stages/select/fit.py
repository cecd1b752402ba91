"""Vectors of terms, and the centroid that a summary should fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import exp, fsum, log, sqrt

from briefing.model import Extract

Vector = Mapping[str, float]

# What a place far down an article still counts in the centroid.
TAIL = 0.2


def vector(terms: Collection[str]) -> Vector:
    """Return the terms' vector of length 1, each term counted as 1 + log(occurrences)."""
    once = dict.fromkeys(terms)
    if len(once) == len(terms):  # nothing twice, as in most sentences: all weigh the same
        return dict.fromkeys(once, 1 / (sqrt(len(once)) or 1.0))
    return unit({term: 1 + log(count) for term, count in Counter(terms).items()})


def unit(weights: Vector) -> Vector:
    """Return the vector scaled to length 1; a vector of nothing stays so."""
    length = sqrt(fsum([weight * weight for weight in weights.values()])) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return fsum([weight * other[term] for term, weight in one.items() if term in other])


def place(position: int, lead: float) -> float:
    """Return what a place in an article counts: exp(-position / `lead`) + TAIL."""
    return exp(-position / lead) + TAIL


def centroid(extracts: Sequence[Extract], lead: float) -> Vector:
    """Return what the extracts' articles are about: each article the same, however long, its beginning most.

    After Radev et al. (2004), "Centroid-based summarization of multiple documents", with the weight of the place added.
    """
    articles: dict[str, dict[str, float]] = {}
    for extract in sorted(extracts, key=lambda e: (e.article, e.start, e.end)):
        total = articles.setdefault(extract.article, {})
        counts = place(extract.position, lead)
        for term in dict.fromkeys(extract.core_terms):
            total[term] = total.get(term, 0.0) + counts
    whole: dict[str, float] = {}
    for total in articles.values():
        for term, weight in unit(total).items():
            whole[term] = whole.get(term, 0.0) + weight
    return unit(whole)
