"""Tally articles: what a page says of those that it counts, added up and taken out again exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from briefing.model import Candidates, Hashes, Listing, Rest
from briefing.stages.reasons import DROPPED, EXCLUDED, NO_ROOM, NOTHING_FIT, OUTSIDE

# The most articles that a page lists without naming them anywhere else. A reader looks through a hundred for the one
# that he misses; of more he only needs to know how many, and why.
LISTED = 100

K = TypeVar("K")


def why(listing: Listing) -> str:
    """Return why an article has no extract on the page."""
    if listing.excluded or listing.outside:
        return EXCLUDED if listing.excluded else OUTSIDE
    if listing.fit:
        return NO_ROOM
    return DROPPED if listing.dropped else NOTHING_FIT


def not_excluded(rest: Rest) -> int:
    """Return how many of the articles counted the editor has not excluded."""
    return len(rest) - rest.reasons.get(EXCLUDED, 0)


def tally(listings: Iterable[Listing]) -> Rest:
    """Return what is kept of some articles that are not listed."""
    found = tuple(listings)
    used = [listing for listing in found if listing.is_used]
    return Rest(
        used=Hashes.of(listing.sha256 for listing in used),
        unused=Hashes.of(listing.sha256 for listing in found if not listing.is_used),
        reasons=Counter(map(why, found)),
        days=Counter(listing.dated.day for listing in used),
        inferred=sum(listing.dated.confidence == "inferred" for listing in used),
        about=Counter((theme, listing.dated.day) for listing in used for theme in listing.themes),
        set_aside=set_aside(found),
        themes=Counter(theme for listing in found for theme in listing.themes),
        dropped=Counter(theme for listing in found for theme in listing.dropped),
    )


def set_aside(listings: Iterable[Listing]) -> Counter[str]:
    """Return by kind how much cleaning kept out of some articles."""
    counted: Counter[str] = Counter()
    for listing in listings:
        counted.update(dict(listing.set_aside))
    return counted


def counting(candidates: Candidates, named: Collection[str]) -> Candidates:
    """Return the candidates with the listings of the articles named alone: the others are counted."""
    listed = {sha256: listing for sha256, listing in candidates.listings.items() if sha256 in named}
    others = (listing for sha256, listing in candidates.listings.items() if sha256 not in named)
    return replace(candidates, listings=listed, rest=add(candidates.rest, tally(others)))


def add(one: Rest, other: Rest) -> Rest:
    """Return the tally of the articles of both, which have none in common: associative, commutative, exact."""
    return Rest(
        used=one.used | other.used,
        unused=one.unused | other.unused,
        reasons=_sum(one.reasons, other.reasons),
        days=_sum(one.days, other.days),
        inferred=one.inferred + other.inferred,
        about=_sum(one.about, other.about),
        set_aside=_sum(one.set_aside, other.set_aside),
        themes=_sum(one.themes, other.themes),
        dropped=_sum(one.dropped, other.dropped),
    )


def subtract(one: Rest, other: Rest) -> Rest:
    """Return the tally without these of its articles: exact, for there are only counts in it."""
    return Rest(
        used=one.used - other.used,
        unused=one.unused - other.unused,
        reasons=Counter(one.reasons) - Counter(other.reasons),
        days=Counter(one.days) - Counter(other.days),
        inferred=one.inferred - other.inferred,
        about=Counter(one.about) - Counter(other.about),
        set_aside=Counter(one.set_aside) - Counter(other.set_aside),
        themes=Counter(one.themes) - Counter(other.themes),
        dropped=Counter(one.dropped) - Counter(other.dropped),
    )


def slim(candidates: Candidates) -> Candidates:
    """Return the candidates with listings of those articles alone that a page may name, if the others are many.

    Which these are follows from the candidates, and what drops out of these never comes back: so it is the same however
    the work was split, and so is whether the others are more than LISTED.
    """
    listings = candidates.listings
    if len(listings) <= LISTED and not candidates.rest:
        return candidates
    extracts = chain(candidates.firsts, *candidates.best.values(), candidates.resorts.values())
    named = {extract.article for extract in chain(extracts, candidates.pinned.values())}
    named |= {figure.article for figures in candidates.figures.values() for figure in figures}
    named |= {sha256 for sha256, listing in listings.items() if listing.corrections and listing.is_used}
    others = len(listings) - len(named.intersection(listings))
    return counting(candidates, named) if others and (candidates.rest or others > LISTED) else candidates


def including(candidates: Candidates, listings: Mapping[str, Listing]) -> Candidates:
    """Return the candidates with the listings of some articles that were counted before."""
    rest = subtract(candidates.rest, tally(listings.values()))
    return replace(candidates, listings={**candidates.listings, **listings}, rest=rest)


def _sum(one: Mapping[K, int], other: Mapping[K, int]) -> Mapping[K, int]:
    if not (one and other):
        return one or other
    return Counter(one) + Counter(other)
