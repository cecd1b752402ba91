"""Note of one article what the editor's entries point at in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Candidates, Extract, Hand, Reading, Span, Wish
from briefing.stages.heed.places import is_named, places, published
from briefing.stages.heed.withhold import is_excluded, is_withheld
from briefing.stages.merge import fit_first

NO_HAND = Hand()


def heed(candidates: Candidates, reading: Reading, extracts: Sequence[Extract], hand: Hand) -> Candidates:
    """Return the article's candidates with its extracts that are pinned, and with what else of the hand it meets."""
    if hand == NO_HAND:
        return candidates
    (listing,) = candidates.listings.values()
    excluded = is_excluded(reading, hand)
    listing = replace(
        listing,
        excluded=excluded,
        outside=listing.outside and not excluded,
        corrections=() if excluded else listing.corrections,
        dropped=tuple(sorted({extract.theme or "" for extract in extracts if is_withheld(extract.unfit)})),
        preferred=_preferred(reading, hand),
    )
    found = {k: _pinned(Wish.of(text), reading, extracts) for k, text in enumerate(hand.pin)}
    return replace(
        candidates,
        listings={reading.article.sha256: listing},
        pinned={k: extract for k, extract in found.items() if extract},
        heeded=frozenset(_heeded(reading, hand)),
    )


def _preferred(reading: Reading, hand: Hand) -> float:
    """1 for the publication that the editor prefers to all others, less for each behind it, 0 for one not named."""
    source, most = published(reading), len(hand.prefer)
    return next(((most - k) / most for k, name in enumerate(hand.prefer) if is_named(source, name)), 0.0)


def _pinned(entry: Wish, reading: Reading, extracts: Sequence[Extract]) -> Extract | None:
    """The best extract that an entry points at: of words, one that holds them whole and begins or ends in its core."""
    spans = places(entry, reading)
    if entry.kind == "words":
        extracts = [extract for extract in extracts if any(_is_held(span, extract) for span in spans)]
    return min(extracts, key=fit_first, default=None) if spans else None


def _is_held(span: Span, extract: Extract) -> bool:
    core = extract.core
    return extract.start <= span.start and span.end <= extract.end and span.start < core.end and core.start < span.end


def _heeded(reading: Reading, hand: Hand) -> Iterator[tuple[str, str]]:
    for name, entries in (("pin", hand.pin), ("drop", hand.drop), ("exclude", hand.exclude)):
        yield from ((name, text) for text in entries if places(Wish.of(text), reading))
    yield from (("prefer", name) for name in hand.prefer if is_named(published(reading), name))
