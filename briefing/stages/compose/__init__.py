"""Choose what goes onto the page: something for every theme, something of every article, then the best of the rest.

The order of business within the budget: one statement for each theme that has a passage (with its repeat At a glance,
if there is room for repeats), one for each article, then what `select` finds worth the words that are left. What
earlier editions printed covers nothing any more: it only fills, within a share of its own.
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
from briefing.stages.mark import is_known
from briefing.stages.recall import NOTHING, Memory

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
    found = {e for extracts in candidates.best.values() for e in extracts} | {*candidates.firsts, *carriers}
    statements = [statement for statement in compare(found) if not _is_furniture(statement)]
    pool = sorted(map(weighted, statements), key=lambda statement: statement.extract.order)
    pool += [Statement(candidates.resorts[t]) for t in themes if t in candidates.resorts and not under(pool, t)]
    shares = _shared(budget, themes=len({s.extract.theme for s in pool}), articles=len(candidates.listings))
    limits = Budget(budget.words, budget.theme or budget.words, budget.article or budget.words, budget.carried)
    has_glance = len(themes) > 1  # with one theme, its section is the glance
    told = _ranks(events)
    known = {(s.extract.article, s.extract.core) for s in pool if is_known(s, memory)}
    pages = [_page(Ledger(shares, limits, told, known), pool, themes, glance=glance) for glance in (has_glance, False)]
    return max(pages, key=lambda page: _coverage(page, pool))


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
    return Budget(words, min(words, theme), min(words, article), budget.carried)


def weighted(statement: Statement) -> Statement:
    """Return the statement with its extract's score raised for the articles that carry it."""
    extract, carried = statement.extract, 1 + len(statement.also)
    return replace(statement, extract=replace(extract, score=extract.score + CARRIED * log2(carried)))


def _coverage(selection: Selection, pool: Sequence[Statement]) -> tuple[int, bool, bool]:
    """How well a selection covers themes and articles: repeats At a glance must not cost any of them its place.

    Where there is not room for every article anyway, the glance comes first.
    """
    themes = {s.extract.theme for s in selection.statements if s.extract.theme}
    return len(themes), articles_of(pool) == articles_of(selection.statements), bool(selection.glance)


def _page(ledger: Ledger, pool: Sequence[Statement], themes: Sequence[str], *, glance: bool) -> Selection:
    fresh = [statement for statement in pool if not ledger.is_known(statement.extract)]
    cover_themes(ledger, fresh, themes, times=2 if glance else 1)
    ledger.glance = len(ledger.entered) if glance else 0
    cover_articles(ledger, fresh)
    fill(ledger, pool, themes)
    return Selection(tuple(ledger.entered), tuple(ledger.entered[: ledger.glance]))
