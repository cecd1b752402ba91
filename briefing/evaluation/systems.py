"""What is measured, as any program would call it: through `briefing.api`, and through nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing import api
from briefing.evaluation.items import Summarised
from briefing.model import Article, Briefing, Extract, Past, Theme

Clock = Callable[[], float]

# Of pages that are measured and not read; it makes no difference to what they hold.
_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """The budget of a summary: sentences of one article, words of several; the articles of a pile, its page's words."""

    sentences: int = 3
    words: int = 60
    pile: int = 5
    page_words: int = 600


@dataclass(frozen=True, slots=True)
class Summary:
    """What a system made of an item, and the seconds that it took."""

    extracts: tuple[Extract, ...]
    seconds: float


@dataclass(frozen=True)
class System:
    """The product with one method; `clock` gives seconds. An item is summarised once, however many tasks ask."""

    method: str
    limits: Limits
    clock: Clock
    _made: dict[int, Summary] = field(default_factory=dict)

    def summary(self, item: Summarised) -> Summary:
        """Return the item's summary: at most so many sentences of one article, so many words of several."""
        if id(item) not in self._made:
            several = len(item.articles) > 1
            budget = {"words": self.limits.words} if several else {"sentences": self.limits.sentences}
            begin = self.clock()
            extracts = tuple(api.summarise(item.articles, method=self.method, **budget))
            self._made[id(item)] = Summary(extracts, self.clock() - begin)
        return self._made[id(item)]

    def page(self, articles: Sequence[Article], themes: Sequence[Theme]) -> Briefing:
        """Return the page of a pile."""
        return api.build(articles, themes, date=_DAY, words=self.limits.page_words, method=self.method)

    def editions(self, days: Iterable[tuple[date, Sequence[Article]]]) -> Iterator[Briefing]:
        """Yield the edition of each day, in order, each knowing what those before it printed."""
        past = Past()
        for day, articles in days:
            page = api.build(articles, date=day, words=self.limits.page_words, method=self.method, past=past)
            past = api.remember(past, page)
            yield page


def check_method(method: str) -> None:
    """Raise SettingsError, with a suggestion, for a method that does not exist."""
    api.summarise((), sentences=1, method=method)
