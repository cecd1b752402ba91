"""In this process or in several: whichever takes less time, by the size of what is to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from briefing.executors.batches import processors, weight
from briefing.executors.serial import Serial
from briefing.plugins import Executor, Told, untold

S = TypeVar("S")
T = TypeVar("T")

WORTH = 500_000
"""Bytes from which two processes take less time than one, with room to spare. To start them takes 45 ms and each of the
nine folds 3 ms more, which at 250 articles a second is the work on some twenty articles, 100,000 bytes."""


def workers(size: int) -> int:
    """Return how many processes to take for so many bytes: each has enough to do; 1 is this one alone."""
    return min(processors(), max(1, size // (WORTH // 2)))


class BySize:
    """Folds as the first fold's shards make it worth while, and stays with it; `says` is told with what."""

    def __init__(self, says: Callable[[str], None]) -> None:
        self._says = says
        self._chosen: Executor | None = None

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Return `merge` over `work(shard)` of every shard."""
        listed = list(shards)
        if self._chosen is None:
            self._chosen = self._choose(sum(map(weight, listed)), most=len(listed))
        return self._chosen.fold(work, listed, merge, empty, told=told)

    def _choose(self, size: int, most: int) -> Executor:
        count = min(workers(size), most)
        self._says(f"{size / 1e6:.1f} MB to read: " + (f"{count} processes" if count > 1 else "one process"))
        if count < 2:
            return Serial()
        from briefing.executors.processes import Processes

        return Processes(count)
