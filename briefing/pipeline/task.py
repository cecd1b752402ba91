"""What the pipeline is asked to do, and the shards that it is asked to do it with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from briefing.model import Article, Budget, Dated, Hand, Problem, Reading, Theme
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

    It passes over the articles in `without` (sha256).
    """

    number: int
    shard: Shard
    without: Collection[str] = ()

    def read(self) -> Iterator[Article | Problem]:
        """Read the shard, every article in a language that is read."""
        return map(identify, (item for item in self.shard.read() if not (self.without and self._is_passed(item))))

    def _is_passed(self, item: Article | Problem) -> bool:
        return isinstance(item, Article) and fault(item) is None and item.sha256 in self.without


def shards_of(sources: Sequence[Source], without: Collection[str] = ()) -> list[Numbered]:
    """Return the shards of all sources, each once; a stream such as standard input is read here."""
    shards = dict.fromkeys(shard for source in sources for shard in source.shards())
    return [Numbered(number, shard, without) for number, shard in enumerate(shards)]
