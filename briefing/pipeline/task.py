"""What the pipeline is asked to do, and the shards that it is asked to do it with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from itertools import chain, islice
from typing import TYPE_CHECKING

from briefing.model import NO_HASHES, Article, Budget, Dated, Hand, Hashes, Problem, Reading, Register, Texts, Theme
from briefing.plugins import Shard, Source, Summariser
from briefing.stages.date.window import MIDNIGHT, is_within
from briefing.stages.heed import is_excluded
from briefing.stages.identify import identify
from briefing.stages.register import fault

if TYPE_CHECKING:
    from briefing.records.readings import Readings


@dataclass(frozen=True)
class Task:
    """What one run is asked to do: picklable, so that workers elsewhere can be given it.

    `first_seen` are the days of the first editions that were made from some articles (None: nothing is remembered), and
    `day` is that of this one. `kept` are the readings of earlier runs, if any are kept.
    """

    themes: tuple[Theme, ...]
    summariser: Summariser
    budget: Budget
    since: date | datetime | None = None
    until: date | datetime | None = None
    zone: str = ""
    day_ends: time = MIDNIGHT
    first_seen: Mapping[str, date] | None = None
    day: date | None = None
    hand: Hand = Hand()
    kept: Readings | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The themes' names, in the order of the page."""
        return tuple(theme.name for theme in self.sections)

    @property
    def sections(self) -> tuple[Theme, ...]:
        """The themes in the order of the page: those that the editor puts first, then the others of the settings."""
        first = self.hand.order
        return tuple(sorted(self.themes, key=lambda t: first.index(t.name) if t.name in first else len(first)))

    def holds(self, reading: Reading) -> bool:
        """Whether an article lies in the window and is not excluded; one without a date by when it was first seen.

        If nothing is remembered it lies in every window: it is marked, not lost.
        """
        dated = reading.dated
        if dated.day is None and self.first_seen is not None:
            dated = Dated(self.first_seen.get(reading.article.sha256, self.day))
        within = is_within(dated, self.since, self.until, day_ends=self.day_ends, zone=self.zone)
        return within and not is_excluded(reading, self.hand)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A shard with its number, by which an article that two of them hold belongs to one.

    It passes over the articles in `without` (sha256). `known` is its own part of the register, once there is one: the
    articles that belong to it, and where each stands if several hold its text. `first` and `last` bound the articles
    that are read (positions from 0, the last one exclusive; None: all), of which `spent` stand for problems.
    """

    number: int
    shard: Shard
    without: Collection[str] = ()
    known: Register = field(default_factory=Register)
    first: int = 0
    last: int | None = None
    spent: Mapping[int, Problem] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Roughly its bytes, or 0 where that is not known before it is read."""
        return getattr(self.shard, "size", 0)

    @property
    def is_whole(self) -> bool:
        """Whether all of the shard is read."""
        return self.first == 0 and self.last is None

    def read(self) -> Iterator[Article | Problem]:
        """Read the shard, every article in a language that is read."""
        return map(identify, (item for item in self._items() if not (self.without and self._is_passed(item))))

    def divided(self) -> tuple[Numbered, ...]:
        """Return the two halves of its articles, or all that is left where there is one, or none."""
        count = sum(1 for _ in self._items())
        middle = self.first + count // 2
        if count < 2:
            return (replace(self, last=self.first + 1),)
        return replace(self, last=middle), replace(self, first=middle, last=self.first + count)

    def _items(self) -> Iterator[Article | Problem]:
        if WHOLE in self.spent:
            return iter([self.spent[WHOLE]])
        items = enumerate(islice(self.shard.read(), self.first, self.last), self.first)
        return (self.spent.get(place, item) for place, item in items)

    def _is_passed(self, item: Article | Problem) -> bool:
        return isinstance(item, Article) and fault(item) is None and item.sha256 in self.without


NO_TEXTS = Texts()
WHOLE = -1
"""Stands for the position of all articles of a shard: not even how many it has can be found out."""


def shards_of(sources: Sequence[Source], without: Collection[str] = ()) -> list[Numbered]:
    """Return the shards of all sources, each once; a stream such as standard input is read here."""
    shards = dict.fromkeys(shard for source in sources for shard in source.shards())
    return [Numbered(number, shard, without) for number, shard in enumerate(shards)]


def apart(known: Register, shards: Sequence[Numbered], texts: Texts = NO_TEXTS) -> tuple[Numbered, ...]:
    """Return the shards, each with its own part of the register: what a worker is sent does not grow with the pile.

    `texts` are those of each shard; of them the register itself may know only those that stand at several places.
    """
    elsewhere = Hashes.of(known.articles)
    parts: dict[int, dict[str, tuple[tuple[str, ...], ...]]] = {shard.number: {} for shard in shards}
    for sha256, places in known.articles.items():
        parts[int(places[0][-1])][sha256] = places[:1] if len(places) > 1 else ()
    once = {number: own - elsewhere for number, own in texts.own.items()}
    return tuple(
        replace(shard, without=(), known=_part(known, parts[shard.number], once.get(shard.number, NO_HASHES)))
        for shard in shards
    )


def _part(known: Register, articles: Mapping[str, tuple[tuple[str, ...], ...]], once: Hashes) -> Register:
    own = chain(articles, once) if known.dated else ()
    return Register(articles, dated={sha: known.dated[sha] for sha in own if sha in known.dated}, once=once)
