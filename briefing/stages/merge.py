"""Merge what shards found, so that the result is the same however the work was split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from briefing.model import Candidates, Extract, Figure
from briefing.stages.tally import add, slim

# Extracts kept for each theme, and articles' firsts kept. A page of 600 words holds some 25 extracts; 256 leaves ten
# times that to choose from, and bounds the memory of an archive to themes x 256.
KEPT = 256
# Figures kept for each theme, which are compared each with each: an article states four to ten, so these are those of a
# hundred articles, or the first ones of an archive.
FIGURES = 512

K = TypeVar("K")
T = TypeVar("T")


def merge(one: Candidates, other: Candidates) -> Candidates:
    """Return the candidates of both: associative, commutative, and neutral for `Candidates()`.

    They have no article in common. Where many have nothing that a page may name, these are only counted.
    """
    both = Candidates(
        rest=add(one.rest, other.rest),
        listings=_union(one.listings, other.listings, lambda a, b: min(a, b, key=repr)),
        best=_union(one.best, other.best, lambda a, b: top([*a, *b])),
        firsts=_firsts([*one.firsts, *other.firsts]),
        resorts=_union(one.resorts, other.resorts, lambda a, b: min(a, b, key=_order)),
        pinned=_union(one.pinned, other.pinned, lambda a, b: min(a, b, key=fit_first)),
        heeded=one.heeded | other.heeded,
        figures=_union(one.figures, other.figures, lambda a, b: foremost([*a, *b])),
    )
    return slim(both)


def top(extracts: Iterable[Extract]) -> tuple[Extract, ...]:
    """Return the best extracts, the best wording for each fingerprint, best first.

    A maximum for each fingerprint and then the first KEPT: both survive any grouping, so the cut is exact.
    """
    return _kept(extracts, lambda extract: extract.fingerprint)


def foremost(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures that stand first in their articles: of an archive no more than can be held side by side."""
    return tuple(sorted(set(figures), key=lambda figure: figure.order)[:FIGURES])


def _firsts(extracts: Iterable[Extract]) -> tuple[Extract, ...]:
    return _kept(extracts, lambda extract: extract.article)


def _kept(extracts: Iterable[Extract], key: Callable[[Extract], str]) -> tuple[Extract, ...]:
    found: dict[str, Extract] = {}
    for extract in sorted(extracts, key=_order):
        found.setdefault(key(extract), extract)
        if len(found) == KEPT:
            break
    return tuple(found.values())


def fit_first(extract: Extract) -> tuple[bool, tuple[float, str, int, int]]:
    """Return what extracts are sorted by where one that must not be printed is better than none."""
    return extract.unfit is not None, extract.order


def _order(extract: Extract) -> tuple[float, str, int, int]:
    return extract.order


def _union(one: Mapping[K, T], other: Mapping[K, T], both: Callable[[T, T], T]) -> dict[K, T]:
    found = dict(one)
    for key, value in other.items():
        found[key] = both(found[key], value) if key in found else value
    return found
