"""Do as the editor wishes with the statements on offer: the wording, the order, and what is pinned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Candidates, Extract, Listing, Span, Statement
from briefing.stages.compose.ledger import Ledger
from briefing.stages.select.redundancy import overlaps

# What a preferred source adds to a statement's score, which runs from 0 to 1 within an article: enough to decide
# between near equals, not to bring in the worst of one article for the best of another. By judgement.
PREFERRED = 0.1

Listings = Mapping[str, Listing]


def favour(extract: Extract, listings: Listings) -> float:
    """Return what an extract's score is raised by for its source."""
    listing = listings.get(extract.article)
    return PREFERRED * listing.preferred if listing else 0.0


def pins_of(candidates: Candidates) -> list[Extract]:
    """Return the pinned extracts that may be printed, each once, in the order of the settings."""
    found = (candidates.pinned[k] for k in sorted(candidates.pinned))
    return [*dict.fromkeys(pin for pin in found if pin.unfit is None)]


def reworded(statement: Statement, pins: Sequence[Extract], listings: Listings) -> Statement:
    """Return the statement in a pinned wording, else in that of a source preferred to its own under the same theme.

    Another wording that is pinned as well is printed by itself.
    """
    wordings, theme = (statement.extract, *statement.also), statement.extract.theme
    chosen = max(wordings, key=lambda e: (e in pins, favour(e, listings) if e.theme == theme else -1.0))
    return Statement(chosen, tuple(e for e in wordings if e != chosen and e not in pins))


def missing(pins: Iterable[Extract], statements: Sequence[Statement]) -> list[Statement]:
    """Return the pins that no statement is worded by: folded into another of their article, or a page's furniture."""
    known = {place_of(statement.extract) for statement in statements}
    return [Statement(pin) for pin in pins if place_of(pin) not in known]


def pinned(pins: Iterable[Extract], pool: Sequence[Statement]) -> list[Statement]:
    """Return the statements of the pool that are pinned, in the order of the pins."""
    known = {place_of(statement.extract): statement for statement in pool}
    return [known[place_of(pin)] for pin in pins]


def enter_pins(ledger: Ledger, pins: Iterable[Statement], *, times: int) -> None:
    """Enter what is pinned, the first of each theme `times` over: it stands At a glance for its theme."""
    for statement in pins:
        theme = statement.extract.theme
        leads = theme is not None and not any(taken.theme == theme for taken in ledger.extracts)
        cost = times if leads else 1
        is_there = any(overlaps(statement.extract, taken) for taken in ledger.extracts)
        if ledger.room(statement.extract, times=cost, shares=False) and not is_there:
            ledger.enter(statement, times=cost)


def lead(ledger: Ledger, themes: Sequence[str]) -> None:
    """Put the first statement of each theme in front, in the order of the themes: these are repeated At a glance."""
    firsts = {s.extract.theme: s for s in reversed(ledger.entered)}
    leading = [firsts[theme] for theme in themes if theme in firsts]
    ledger.entered = [*leading, *(s for s in ledger.entered if s not in leading)]
    ledger.glance = len(leading)


def place_of(extract: Extract) -> tuple[str, Span]:
    """Return what an extract is known by: its article and its core."""
    return extract.article, extract.core


def sourced(listings: Listings) -> dict[str, str]:
    """Return the publication of each article, in small letters; one that names none has none, and stands for itself."""
    return {article: listing.source.casefold() for article, listing in listings.items() if listing.source}
