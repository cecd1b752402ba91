"""One shard after the other, in this process: the simplest executor, and the one to compare the others with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Serial:
    """Folds in the order of the shards, holding one result at a time."""

    def fold(self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T) -> T:
        """Return `merge` over `work(shard)` of every shard, beginning with `empty`."""
        return reduce(merge, map(work, shards), empty)
