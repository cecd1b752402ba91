"""Cover what a page must not leave out: every theme, then every article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from briefing.language.adding_words import adding_stems
from briefing.model import Statement
from briefing.stages.compose.ledger import Ledger, articles_of, under
from briefing.stages.select.worth import subject

# What an opening of a theme loses, of the 15 to 45 that an extract is worth by itself. Chosen by reading the openings
# of seven piles of the gate (22) and of ten stitched ones (47): nothing is labelled for it.
# Where it does not name the theme: from 15 down longer leads cost a pile its glance, from 12 features open with scenes.
UNNAMED = 17.0
# Where it says that it comes on top of something else, which is no way to open a theme.
ADDS = 20.0
# Where its article has nothing else on the theme, an aside; half of it where it has two extracts, and so on. At 8 the
# leads of articles that are cut short yield, too.
THIN = 4.0
# For each place behind the first that its article has under the theme, the third at most. 2 costs articles whose first
# sentence is a scene their news.
LATE, LATEST = 1.5, 3


def cover_themes(ledger: Ledger, pool: Sequence[Statement], themes: Sequence[str], *, times: int) -> None:
    """Enter a statement for each theme: what opens it best in an even share of the room, else the shortest."""
    waiting = [theme for theme in themes if under(pool, theme) and not under(ledger.entered, theme)]
    for k, theme in enumerate(waiting):
        share = ledger.left // (times * (len(waiting) - k))
        told = under(pool, theme)
        free = [s for s in told if ledger.room(s.extract, times=times, shares=False) and ledger.is_new(s)]
        within = [s for s in free if s.extract.length <= share]
        best = max(within, key=_opening(told), default=None)
        chosen = best or min(free, key=lambda s: s.extract.length, default=None)
        if chosen is not None:
            ledger.enter(chosen, times=times)


def _opening(told: Sequence[Statement]) -> Callable[[Statement], float]:
    """Return what tells how well a statement opens its theme, of which all that is `told` is given."""
    about = subject([statement.extract for statement in told])
    cores = {(statement.extract.article, statement.extract.core) for statement in told}
    fed = Counter(article for article, _ in cores)

    def worth(statement: Statement) -> float:
        extract = statement.extract
        return (
            about.alone(extract)
            - UNNAMED * (not extract.named)
            - ADDS * (not adding_stems().isdisjoint(extract.core_words))
            - THIN / fed[extract.article]
            - LATE * min(extract.position, LATEST)
        )

    return worth


def cover_articles(ledger: Ledger, pool: Sequence[Statement]) -> None:
    """Enter one statement for each article that has none yet, those that feed a theme and the best statements first.

    What fits no theme comes last, within its share: one statement for each event, the most reported first, then for
    each article that tells of nothing else, then for the others of an event.
    """
    covered = articles_of(ledger.entered)
    for statement in _by_event(sorted(pool, key=lambda s: (s.extract.theme is None, not s.extract.named)), ledger):
        extract = statement.extract
        if extract.article in covered or extract.unfit or not ledger.room(extract, shares=False):
            continue
        if extract.theme is None and ledger.by_theme[None] + extract.length > ledger.shares.theme:
            continue
        if ledger.is_new(statement):
            ledger.enter(statement)
            covered |= articles_of([statement])


def _by_event(statements: Sequence[Statement], ledger: Ledger) -> list[Statement]:
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
