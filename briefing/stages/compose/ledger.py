"""Keep account of a page in the making: what stands on it, and what that costs in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model import Budget, Extract, Span, Statement
from briefing.stages.select.redundancy import repeats


@dataclass
class Ledger:
    """The page so far, and what it costs in words; the first `glance` statements are printed twice.

    `shares` are what each theme and article should have, `limits` what a user allows them at the most; `events` ranks
    the articles of each event outside all themes. `known` are the cores of what earlier editions printed: they make
    room for what is new. `sources` are the articles' publications.
    """

    shares: Budget
    limits: Budget
    events: Mapping[str, int]
    known: Collection[tuple[str, Span]] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    entered: list[Statement] = field(default_factory=list)
    glance: int = 0
    words: int = 0
    carried: int = 0
    by_theme: Counter[str | None] = field(default_factory=Counter)
    by_article: Counter[str] = field(default_factory=Counter)
    by_source: Counter[str] = field(default_factory=Counter)

    def room(self, extract: Extract, *, times: int = 1, shares: bool = True) -> bool:
        """Whether there are words left for an extract: in all, and in the share or limit of theme, article, source."""
        cost, most = times * extract.length, self.shares if shares else self.limits
        return (
            self.words + cost <= most.words
            and not (self.is_known(extract) and self.carried + cost > most.words * most.carried // 100)
            and self.by_theme[extract.theme] + cost <= most.theme
            and self.by_article[extract.article] + cost <= most.article
            and (not most.source or self.by_source[self._source(extract)] + cost <= most.source)
        )

    def is_known(self, extract: Extract) -> bool:
        """Whether an earlier edition printed it."""
        return (extract.article, extract.core) in self.known

    def enter(self, statement: Statement, *, times: int = 1) -> None:
        """Put a statement on the page."""
        self.entered.append(statement)
        self._spend(statement.extract, times)

    def extend(self, place: int, longer: Statement, added: Extract) -> None:
        """Put a statement that goes on where another ends in that one's place."""
        self.entered[place] = longer
        self._spend(added, self.times(place))

    def times(self, place: int) -> int:
        """How often the statement at a place is printed."""
        return 2 if place < self.glance else 1

    def _spend(self, extract: Extract, times: int) -> None:
        cost = times * extract.length
        self.words += cost
        self.by_theme[extract.theme] += cost
        self.by_article[extract.article] += cost
        self.carried += cost * self.is_known(extract)
        self.by_source[self._source(extract)] += cost

    def _source(self, extract: Extract) -> str:
        return self.sources.get(extract.article, extract.article)

    @property
    def left(self) -> int:
        """The words that are left of the whole page's."""
        return self.limits.words - self.words

    @property
    def extracts(self) -> list[Extract]:
        """What is on the page so far, in the order in which it was entered."""
        return [statement.extract for statement in self.entered]

    def is_new(self, statement: Statement) -> bool:
        """Whether nothing on the page says the same already."""
        return not any(repeats(statement.extract, taken) for taken in self.extracts)


def under(pool: Iterable[Statement], theme: str | None) -> list[Statement]:
    """Return the statements of a pool under one theme, in its order."""
    return [statement for statement in pool if statement.extract.theme == theme]


def articles_of(statements: Iterable[Statement]) -> set[str]:
    """Return every article that carries one of some statements."""
    return {e.article for s in statements for e in (s.extract, *s.also)}
