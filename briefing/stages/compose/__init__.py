"""Choose what goes onto the page: something for every theme, something of every article, then the best of the rest.

The order of business within the budget: what the editor pins, one statement for each theme that has a passage (with
its repeat At a glance, if there is room for repeats), one for each article, then what `select` finds worth the words
that are left. What earlier editions printed covers nothing any more: it only fills, within a share of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from math import log2

from briefing.model import Budget, Candidates, Event, Extract, Selection, Statement
from briefing.stages.compare import compare
from briefing.stages.compose.cover import cover_articles, cover_themes
from briefing.stages.compose.fill import fill
from briefing.stages.compose.ledger import Ledger, articles_of, under
from briefing.stages.compose.wish import (
    Listings,
    enter_pins,
    favour,
    lead,
    missing,
    pinned,
    pins_of,
    place_of,
    reworded,
    sourced,
)
from briefing.stages.mark import is_known
from briefing.stages.recall import NOTHING, Memory
from briefing.stages.tally import not_excluded

__all__ = ["compose", "weighted"]

# What each doubling of the number of articles adds to a statement's score: as much as its article's best sentence has
# before its worst, for what several carry is what matters. Not swept: no data set has themed pages to compare with;
# chosen by reading.
CARRIED = 1.0


def compose(
    candidates: Candidates,
    carriers: Iterable[Extract],
    themes: Sequence[str],
    budget: Budget,
    events: Sequence[Event] = (),
    *,
    memory: Memory = NOTHING,
) -> Selection:
    """Return the selection for the page; `themes` are the names in the order of the settings.

    `events` are what several articles report outside all themes: one statement of each comes before a second of any.
    `memory` is what earlier editions printed.
    """
    pins, listings = pins_of(candidates), candidates.listings
    found = {e for extracts in candidates.best.values() for e in extracts} | {*candidates.firsts, *carriers, *pins}
    statements = [reworded(s, pins, listings) for s in compare(found) if not _is_furniture(s)]
    statements += missing(pins, statements)
    pool = sorted((weighted(s, listings) for s in statements), key=lambda statement: statement.extract.order)
    resorts = [Statement(candidates.resorts[t]) for t in themes if t in candidates.resorts and not under(pool, t)]
    pool += [weighted(statement, listings) for statement in resorts]
    articles = sum(not listing.excluded for listing in listings.values()) + not_excluded(candidates.rest)
    shares = _shared(budget, themes=len({s.extract.theme for s in pool}), articles=articles)
    limits = replace(budget, theme=budget.theme or budget.words, article=budget.article or budget.words)
    has_glance = len(themes) > 1  # with one theme, its section is the glance
    told, sources, wanted = _ranks(events), sourced(listings), pinned(pins, pool)
    known = {place_of(s.extract) for s in pool if is_known(s, memory)} - {*map(place_of, pins)}
    pages = []
    for glance in (has_glance, False):
        ledger = Ledger(shares, limits, told, known, sources)
        enter_pins(ledger, wanted, times=2 if glance else 1)
        pages.append(_page(ledger, pool, themes, glance=glance))
    return max(pages, key=lambda page: (_pinned(page, pins), *_coverage(page, pool)))


def _ranks(events: Sequence[Event]) -> dict[str, int]:
    """The rank of each article's event, 0 for what the most publications report."""
    return {article: rank for rank, event in enumerate(events) for article in event.articles}


def _is_furniture(statement: Statement) -> bool:
    """Whether articles on different subjects carry it: a line of the page that they stood on ("Get breaking news …").

    The same words under titles that share none, none of which it repeats, are nobody's news.
    """
    wordings = (statement.extract, *statement.also)
    titles = [frozenset(wording.title_terms) for wording in wordings]
    return (
        len(wordings) > 1
        and all(titles)
        and not any(wording.in_title for wording in wordings)
        and all(one.isdisjoint(other) for one, other in combinations(titles, 2))
    )


def _shared(budget: Budget, *, themes: int, articles: int) -> Budget:
    """Set what was left automatic (0): twice an even share for a theme; the same for an article, a fifth at least."""
    words = budget.words
    theme = budget.theme or 2 * words // max(1, themes)
    article = budget.article or max(2 * words // max(1, articles), words // 5)
    return replace(budget, theme=min(words, theme), article=min(words, article))


def weighted(statement: Statement, listings: Listings) -> Statement:
    """Return the statement with its extract's score raised for the articles that carry it, and for its source."""
    extract, carried = statement.extract, 1 + len(statement.also)
    score = extract.score + CARRIED * log2(carried) + favour(extract, listings)
    return replace(statement, extract=replace(extract, score=score))


def _coverage(selection: Selection, pool: Sequence[Statement]) -> tuple[int, bool, bool]:
    """How well a selection covers themes and articles: repeats At a glance must not cost any of them its place.

    Where there is not room for every article anyway, the glance comes first.
    """
    themes = {s.extract.theme for s in selection.statements if s.extract.theme}
    return len(themes), articles_of(pool) == articles_of(selection.statements), bool(selection.glance)


def _pinned(selection: Selection, pins: Iterable[Extract]) -> int:
    """How many of the pins a selection holds: repeats At a glance must not cost any of them its place, either."""
    return sum(any(s.extract.prints(pin) for s in selection.statements) for pin in pins)


def _page(ledger: Ledger, pool: Sequence[Statement], themes: Sequence[str], *, glance: bool) -> Selection:
    fresh = [statement for statement in pool if not ledger.is_known(statement.extract)]
    cover_themes(ledger, fresh, themes, times=2 if glance else 1)
    if glance:
        lead(ledger, themes)
    cover_articles(ledger, fresh)
    fill(ledger, pool, themes)
    return Selection(tuple(ledger.entered), tuple(ledger.entered[: ledger.glance]))
