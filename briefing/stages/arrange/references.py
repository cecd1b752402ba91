"""Number the articles, and say what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from string import ascii_lowercase

from briefing.model import (
    Candidates,
    Citation,
    Correction,
    LeftOut,
    Listing,
    Location,
    Reference,
    Register,
    Selection,
)
from briefing.stages.arrange.citer import Citer
from briefing.stages.recall import Memory
from briefing.stages.tally import why


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a page has given: articles by sha256, labels by article, start and end.

    Of a page whose sources are not all there (not `is_whole`), what is left of a part is derived however little it is.
    """

    articles: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    is_whole: bool = True


UNNUMBERED = Numbers()


def numbered(
    listings: Iterable[Listing], register: Register, numbers: Numbers, memory: Memory
) -> tuple[Reference, ...]:
    """Number the articles in order of date, the undated last."""
    beyond = max(numbers.articles.values(), default=0)  # what the page does not list has no number of another one's
    ordered = sorted(listings, key=lambda x: (x.dated.day is None, x.dated.day or date.min, x.location, x.sha256))
    numbered = ((numbers.articles.get(listing.sha256, beyond + k), listing) for k, listing in enumerate(ordered, 1))
    return tuple(
        replace(refer_to(k, listing, register), updated=memory.updated.get(listing.sha256))
        for k, listing in sorted(numbered, key=lambda pair: pair[0])
    )


def refer_to(number: int, listing: Listing, register: Register) -> Reference:
    """Return an article as the page lists it; 0 is the number of one that it counts instead."""
    places = [Location(path, int(row)) for path, row, *_ in register.articles.get(listing.sha256, ())]
    title = " ".join((listing.title or "").split())
    return Reference(
        number=number,
        sha256=listing.sha256,
        title=title or _name(listing),
        dated=listing.dated,
        source=listing.source,
        place=listing.place,
        url=listing.url,
        language=listing.language,
        location=listing.location,
        copies=tuple(sorted(place for place in {*places} if place != listing.location)),
        untitled=not title,
        outside=listing.outside,
        excluded=listing.excluded,
    )


def _name(listing: Listing) -> str:
    """What an article without a title is called: by its file, else by what it was given as. No title is invented."""
    path, row = listing.location
    if path == "-":
        return "standard input"
    file = path.rpartition("/")[2] + (f", row {row}" if row else "")
    return file or listing.id or f"text {listing.sha256[:12]}"


def left_out(selection: Selection, candidates: Candidates, cite: Citer) -> tuple[LeftOut, ...]:
    """Name every article without an extract on the page, with the reason."""
    covered = {e.article for s in selection.statements for e in (s.extract, *s.also)}
    return tuple(
        LeftOut(reference.title, why(candidates.listings[sha]), reference)
        for sha, reference in cite.references.items()
        if sha not in covered and reference.is_used
    )


def corrections(listings: Mapping[str, Listing], references: Iterable[Reference]) -> Iterator[Correction]:
    """Yield what the sources correct in themselves: no extract, so that its label is the article's own, "3.0a"."""
    for reference in references:
        for letter, (span, text) in zip(ascii_lowercase, listings[reference.sha256].corrections, strict=False):
            yield Correction(text, Citation(f"{reference.number}.0{letter}", reference, *span))
