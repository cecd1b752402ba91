"""One shard after the other, in this process: the simplest executor, and the one to compare the others with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefing.executors.pairing import paired
from briefing.plugins import Told, untold

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Serial:
    """Folds in the order of the shards."""

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Return `merge` over `work(shard)` of every shard, with `empty`."""

        def worked() -> Iterator[T]:
            for shard in shards:
                yield work(shard)
                told(1)

        return paired(worked(), merge, empty)
