"""Trace articles to their origins: those of one agency or publication, or with long runs of text in common, are one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from briefing.language.agencies import agency
from briefing.model import Listing
from briefing.stages.sketch import hashes

# Sketches that share so many hashes are of articles with long runs of text in common. Of 2,803 pairs of articles on one
# event or story 85 do, and 47 of the 54 that share thirty runs of words or more; of 18 read at the lower end (2 to 4
# hashes) 15 have passages in common, 3 a lone sentence. Of 9 pairs read with one hash, 4 have no more than a sentence.
SHARED = 2


def trace(listings: Iterable[Listing]) -> tuple[frozenset[str], ...]:
    """Return the independent origins of some articles: sets of their hashes, in order of the least.

    Only these articles count: that a third one shares text with two of them does not make the two one.
    """
    known = {listing.sha256: listing for listing in listings}
    origins = {sha256: frozenset((sha256,)) for sha256 in sorted(known)}
    for one, other in combinations(sorted(known), 2):
        if origins[one] is not origins[other] and _is_one(known[one], known[other]):
            united = origins[one] | origins[other]
            origins |= dict.fromkeys(united, united)
    return tuple(sorted(set(origins.values()), key=min))


def _is_one(one: Listing, other: Listing) -> bool:
    """Whether two articles have one publisher, or two sketches enough in common."""
    publisher = _publisher(one)
    if publisher and publisher == _publisher(other):
        return True
    return len(hashes(one.sketch) & hashes(other.sketch)) >= SHARED


def _publisher(listing: Listing) -> str:
    """Who answers for an article: the agency that it reprints, else its publication; unknown ones are not one."""
    named = listing.agency or listing.source or ""
    return agency(named) or " ".join(named.casefold().split()).removeprefix("the ")
