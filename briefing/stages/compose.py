"""Choose what goes onto the page: something for every theme, something of every article, then the best of the rest.

The order of business within the budget: one statement for each theme that has a passage (with its repeat At a glance,
if there is room for repeats), one for each article, then what `select` finds worth the words that are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from math import log2

from briefing.language.words import stems
from briefing.model import Budget, Candidates, Event, Extract, Selection, Statement
from briefing.stages.compare import compare
from briefing.stages.select import ENOUGH, select
from briefing.stages.select.redundancy import repeats
from briefing.stages.select.worth import subject

# What each doubling of the number of articles adds to a statement's score: as much as its article's best sentence has
# before its worst, for what several carry is what matters. Not swept, like the next two: no data set has themed pages
# to compare with; chosen by reading.
CARRIED = 1.0
# The most sentences of a statement that is repeated At a glance.
GLANCEABLE = 2
# Words by which a sentence adds itself to another. Where they open it, it leans and has taken the other in already.
_ADDING = {
    "en": "also too moreover furthermore", "de": "auch ebenfalls zudem außerdem", "fr": "aussi",
    "es": "también además asimismo", "ru": "также тоже", "uk": "також теж",
}  # fmt: skip


@cache
def _adding() -> frozenset[str]:
    return frozenset(stem for language, listed in _ADDING.items() for stem in stems(listed, language))


def compose(
    candidates: Candidates,
    carriers: Iterable[Extract],
    themes: Sequence[str],
    budget: Budget,
    events: Sequence[Event] = (),
) -> Selection:
    """Return the selection for the page; `themes` are the names in the order of the settings.

    `events` are what several articles report outside all themes: one statement of each comes before a second of any.
    """
    found = {e for extracts in candidates.best.values() for e in extracts} | {*candidates.firsts, *carriers}
    statements = [statement for statement in compare(found) if not _is_furniture(statement)]
    pool = sorted(map(weighted, statements), key=lambda statement: statement.extract.order)
    pool += [Statement(candidates.resorts[t]) for t in themes if t in candidates.resorts and not _of(pool, t)]
    shares = _shared(budget, themes=len({s.extract.theme for s in pool}), articles=len(candidates.listings))
    limits = Budget(budget.words, budget.theme or budget.words, budget.article or budget.words)
    has_glance = len(themes) > 1  # with one theme, its section is the glance
    told = _ranks(events)
    pages = [_page(_Ledger(shares, limits, told), pool, themes, glance=glance) for glance in (has_glance, False)]
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
    return Budget(words, min(words, theme), min(words, article))


def weighted(statement: Statement) -> Statement:
    """Return the statement with its extract's score raised for the articles that carry it."""
    extract, carried = statement.extract, 1 + len(statement.also)
    return replace(statement, extract=replace(extract, score=extract.score + CARRIED * log2(carried)))


def _coverage(selection: Selection, pool: Sequence[Statement]) -> tuple[int, bool, bool]:
    """How well a selection covers themes and articles: repeats At a glance must not cost any of them its place.

    Where there is not room for every article anyway, the glance comes first.
    """
    themes = {s.extract.theme for s in selection.statements if s.extract.theme}
    return len(themes), _articles(pool) == _articles(selection.statements), bool(selection.glance)


def _articles(statements: Iterable[Statement]) -> set[str]:
    return {e.article for s in statements for e in (s.extract, *s.also)}


@dataclass
class _Ledger:
    """The page so far, and what it costs in words; the first `glance` statements are printed twice.

    `shares` are what each theme and article should have, `limits` what a user allows them at the most; `events` ranks
    the articles of each event outside all themes.
    """

    shares: Budget
    limits: Budget
    events: Mapping[str, int]
    entered: list[Statement] = field(default_factory=list)
    glance: int = 0
    words: int = 0
    by_theme: Counter[str | None] = field(default_factory=Counter)
    by_article: Counter[str] = field(default_factory=Counter)

    def room(self, extract: Extract, *, times: int = 1, shares: bool = True) -> bool:
        cost, most = times * extract.length, self.shares if shares else self.limits
        return (
            self.words + cost <= most.words
            and self.by_theme[extract.theme] + cost <= most.theme
            and self.by_article[extract.article] + cost <= most.article
        )

    def enter(self, statement: Statement, *, times: int = 1) -> None:
        self.entered.append(statement)
        self._spend(statement.extract, times)

    def extend(self, place: int, longer: Statement, added: Extract) -> None:
        """Put a statement that goes on where another ends in that one's place."""
        self.entered[place] = longer
        self._spend(added, self.times(place))

    def times(self, place: int) -> int:
        return 2 if place < self.glance else 1

    def _spend(self, extract: Extract, times: int) -> None:
        cost = times * extract.length
        self.words += cost
        self.by_theme[extract.theme] += cost
        self.by_article[extract.article] += cost

    @property
    def left(self) -> int:
        return self.limits.words - self.words

    @property
    def extracts(self) -> list[Extract]:
        return [statement.extract for statement in self.entered]


def _page(ledger: _Ledger, pool: Sequence[Statement], themes: Sequence[str], *, glance: bool) -> Selection:
    _cover_themes(ledger, pool, themes, times=2 if glance else 1)
    ledger.glance = len(ledger.entered) if glance else 0
    _cover_articles(ledger, pool)
    _fill(ledger, pool, themes)
    return Selection(tuple(ledger.entered), tuple(ledger.entered[: ledger.glance]))


def _cover_themes(ledger: _Ledger, pool: Sequence[Statement], themes: Sequence[str], *, times: int) -> None:
    """One statement for each theme: what tells most by itself within an even share of the room, else the shortest."""
    waiting = [theme for theme in themes if _of(pool, theme)]
    for k, theme in enumerate(waiting):
        share = ledger.left // (times * (len(waiting) - k))
        free = [s for s in _of(pool, theme) if ledger.room(s.extract, times=times, shares=False) and _is_new(s, ledger)]
        about = subject([s.extract for s in _of(pool, theme)])
        within = [s for s in free if s.extract.length <= share]
        best = max(within, key=lambda s: (s.extract.named, not _adds(s.extract), about.alone(s.extract)), default=None)
        chosen = best or min(free, key=lambda s: s.extract.length, default=None)
        if chosen is not None:
            ledger.enter(chosen, times=times)


def _adds(extract: Extract) -> bool:
    """Whether an extract says that it comes on top of something else, which is no way to open a theme."""
    return not _adding().isdisjoint(extract.core_words)


def _cover_articles(ledger: _Ledger, pool: Sequence[Statement]) -> None:
    """One statement for each article that has none yet, those that feed a theme and the best statements first.

    What fits no theme comes last, within its share: one statement for each event, the most reported first, then for
    each article that tells of nothing else, then for the others of an event.
    """
    covered = _articles(ledger.entered)
    for statement in _by_event(sorted(pool, key=lambda s: (s.extract.theme is None, not s.extract.named)), ledger):
        extract = statement.extract
        if extract.article in covered or extract.unfit or not ledger.room(extract, shares=False):
            continue
        if extract.theme is None and ledger.by_theme[None] + extract.length > ledger.shares.theme:
            continue
        if _is_new(statement, ledger):
            ledger.enter(statement)
            covered |= _articles([statement])


def _by_event(statements: Sequence[Statement], ledger: _Ledger) -> list[Statement]:
    """What has a theme as it comes, then the best statement of each event, then the other articles, then the rest."""
    of: dict[int, list[Statement]] = {}
    for statement in statements:
        extract = statement.extract
        if extract.theme is None and not extract.unfit and extract.article in ledger.events:
            of.setdefault(ledger.events[extract.article], []).append(statement)
    ranks = {_telling(told).extract: rank for rank, told in of.items()}
    others = 1 + max(of, default=0)

    def place(statement: Statement) -> tuple[bool, int]:
        extract = statement.extract
        if extract.theme is not None:
            return False, 0
        return True, ranks.get(extract, others + (extract.article in ledger.events))

    return sorted(statements, key=place)


def _telling(statements: Sequence[Statement]) -> Statement:
    """The statement that says by itself the most of what all of them say."""
    about = subject([statement.extract for statement in statements])
    return max(statements, key=lambda statement: about.alone(statement.extract))


def _fill(ledger: _Ledger, pool: Sequence[Statement], themes: Sequence[str]) -> None:
    """Spend what is left: an even share on each theme, in sentences that name it, then the rest on the best of these.

    While the page is short, sentences that only stand beside those are taken as well, and at last more from one theme
    or article than its share, but never than a user's own limit.
    """
    fit = [statement for statement in pool if not statement.extract.unfit]
    named = [statement for statement in fit if statement.extract.named]
    waiting = [theme for theme in themes if _of(named, theme)]
    for k, theme in enumerate(waiting):
        _take(ledger, _of(named, theme), words=ledger.left // (len(waiting) - k))
    _take(ledger, named, words=ledger.left)
    for wider, shares in ((named, True), (fit, True), (fit, False)):
        while ledger.words < ENOUGH * ledger.limits.words and _take(ledger, wider, words=ledger.left, shares=shares):
            pass


def _take(ledger: _Ledger, pool: Sequence[Statement], *, words: int, shares: bool = True) -> bool:
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


def _additions(statement: Statement, ledger: _Ledger) -> Iterator[tuple[int, Extract]]:
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


def _of(pool: Iterable[Statement], theme: str | None) -> list[Statement]:
    return [statement for statement in pool if statement.extract.theme == theme]


def _is_new(statement: Statement, ledger: _Ledger) -> bool:
    return not any(repeats(statement.extract, taken) for taken in ledger.extracts)
