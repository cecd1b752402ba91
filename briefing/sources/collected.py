"""What was collected from feeds, pages and mailboxes, as a source: read from the state, never from the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.model import Article, Location, Problem
from briefing.model.collecting import Item
from briefing.plugins import Shard

_SHARD = 64
"""Items a shard: enough that a shard is worth sending to a worker, few enough that a day makes several."""

_ARTICLE = 5_000  # bytes

Texts = Callable[[str, Location], Article | None]
"""Gives the article with a hash as it was read at a place, or None where it is not kept, or no longer what it was."""


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """A shard of some collected items."""

    items: tuple[Item, ...]
    texts: Texts
    problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """The bytes of its articles, as many as news has."""
        return _ARTICLE * len(self.items)

    def read(self) -> Iterator[Article | Problem]:
        """Yield each item's article, and the problems: of what is no longer kept, and of what was wrong at the time."""
        yield from self.problems
        for item in self.items:
            if item.sha256:
                yield self.texts(item.sha256, Location(item.place, item.row)) or _lost(item)
            if item.what:
                yield Problem(item.place, item.what, item.remedy)


@dataclass(frozen=True, eq=False, slots=True)
class Collected:
    """The items of a channel that a run is to read, in any order, and what is wrong with the channel."""

    items: tuple[Item, ...]
    texts: Texts
    problems: tuple[Problem, ...] = ()

    def shards(self) -> Iterator[Shard]:
        """Yield the shards; the first one holds what is wrong with the channel."""
        ordered = sorted(self.items, key=lambda item: (item.place, item.row, item.key, item.sha256))
        runs = [tuple(ordered[k : k + _SHARD]) for k in range(0, len(ordered), _SHARD)] or [()]
        for number, run in enumerate(runs):
            yield Kept(run, self.texts, self.problems if number == 0 else ())


def _lost(item: Item) -> Problem:
    return Problem(item.place, "its text is not kept any more, or was changed", "put the state back, or fetch it again")
