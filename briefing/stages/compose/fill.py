"""Fill a page with what is worth the words that are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Extract, Statement
from briefing.stages.compose.ledger import Ledger, under
from briefing.stages.select import ENOUGH, select

# The most sentences of a statement that is repeated At a glance. Not swept: no data set has themed pages to compare
# with; chosen by reading.
GLANCEABLE = 2


def fill(ledger: Ledger, pool: Sequence[Statement], themes: Sequence[str]) -> None:
    """Spend what is left: an even share on each theme, in sentences that name it, then the rest on the best of these.

    While the page is short, sentences that only stand beside those are taken as well, and at last more from one theme
    or article than its share, but never than a user's own limit.
    """
    fit = [statement for statement in pool if not statement.extract.unfit]
    named = [statement for statement in fit if statement.extract.named]
    waiting = [theme for theme in themes if under(named, theme)]
    for k, theme in enumerate(waiting):
        _take(ledger, under(named, theme), words=ledger.left // (len(waiting) - k))
    _take(ledger, named, words=ledger.left)
    for wider, shares in ((named, True), (fit, True), (fit, False)):
        while ledger.words < ENOUGH * ledger.limits.words and _take(ledger, wider, words=ledger.left, shares=shares):
            pass


def _take(ledger: Ledger, pool: Sequence[Statement], *, words: int, shares: bool = True) -> bool:
    """Enter what `select` chooses of the pool within some words, as far as the shares allow; say whether it did."""
    longer = {added: (place, s) for s in pool for place, added in _additions(s, ledger)}
    whole = {s.extract: s for s in pool if s not in ledger.entered}
    free = [e for e in (*whole, *longer) if ledger.room(e, shares=shares)]
    before = ledger.words
    for extract in select(free, words=words, taken=ledger.extracts):
        place, statement = longer.get(extract, (None, whole.get(extract)))
        times = 1 if place is None else ledger.times(place)
        if statement and ledger.room(extract, times=times, shares=shares):
            ledger.enter(statement) if place is None else ledger.extend(place, statement, extract)
    return ledger.words > before


def _additions(statement: Statement, ledger: Ledger) -> Iterator[tuple[int, Extract]]:
    """What a statement would add to one on the page that it begins with, as an extract of its own to be weighed.

    "The size of the mission will increase …" needs the sentence that says which mission. Where that sentence is on the
    page already, only the rest has to earn its place, and both are printed as one extract.
    """
    whole = statement.extract
    for place, entered in enumerate(ledger.entered):
        part = entered.extract
        is_glance = place < ledger.glance
        if is_glance and whole.sentences > GLANCEABLE:
            continue
        if part.article == whole.article and part.start == whole.start and part.end < whole.core.start:
            text = whole.text[part.end - whole.start :].strip()
            start = whole.end - len(text)
            terms = whole.core_terms
            yield place, replace(whole, start=start, text=text, terms=terms, sentences=whole.sentences - part.sentences)
