"""What executors with workers have in common: shards in batches, and what becomes of a batch that cost a worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.executors.pairing import paired

LARGEST = 4_000_000
"""Bytes a batch: some 800 articles. A batch is what a lost worker costs at first, and what a bar moves by."""

_EACH = 8  # batches a worker, at least: the last of them then keep nobody waiting for long
_UNKNOWN = 5_000  # bytes of a shard that does not tell its size: an article's


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Fold:
    """What is to be done with every batch of one fold."""

    work: Callable[[Any], Any]
    merge: Callable[[Any, Any], Any]
    empty: Any

    def __call__(self, batch: Batch) -> Any:
        """Return the merged work on a batch."""
        return self.of(map(self.work, batch.shards))

    def of(self, results: Iterable[Any]) -> Any:
        """Return what some results come to."""
        return paired(results, self.merge, self.empty)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some shards that go to a worker together; `deaths` counts the workers that one shard alone has cost."""

    shards: tuple[Any, ...]
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Division:
    """A shard that cost every worker that it was given to; `how` is what became of the last one."""

    shard: Any
    how: str

    def __call__(self) -> tuple[Any, ...]:
        """Return the halves of the shard, or what is left of one that has no more to halve."""
        divide = getattr(self.shard, "divided", None)
        return divide() if divide else (self.shard,)


Job = Batch | Division
Next = tuple[tuple[Job, ...], tuple[tuple[Any, str], ...]]
"""What is to be tried, and what is lost: each shard with how the last worker died of it."""


def after_death(job: Job, how: str) -> Next:
    """Return what follows when a worker died of a job: two halves, or the shard once more, or what it is made of."""
    if isinstance(job, Division):
        return (), ((job.shard, how),)
    middle = len(job.shards) // 2
    if middle:
        return (Batch(job.shards[:middle]), Batch(job.shards[middle:])), ()
    return (Division(job.shards[0], how) if job.deaths else Batch(job.shards, deaths=1),), ()


def after_division(division: Division, parts: Sequence[Any]) -> Next:
    """Return what follows when a shard was divided: each part alone, or the loss of one that cannot be."""
    if len(parts) > 1:
        return tuple(Batch((part,), deaths=1) for part in parts), ()
    return (), tuple((part, division.how) for part in parts)


def batches(shards: Sequence[Any], workers: int) -> list[Batch]:
    """Return the shards in batches of about the same size, in order: the same each time, so that workers can keep
    to theirs and what they remember of it.
    """
    largest = min(LARGEST, sum(map(weight, shards)) // (workers * _EACH))
    return [Batch(tuple(run)) for run in _runs(shards, largest)]


def _runs(shards: Sequence[Any], largest: int) -> Iterator[list[Any]]:
    run: list[Any] = []
    room = largest
    for shard in shards:
        run.append(shard)
        room -= weight(shard)
        if room <= 0:
            yield run
            run, room = [], largest
    if run:
        yield run


def weight(shard: Any) -> int:
    """Return the bytes of a shard, roughly."""
    return getattr(shard, "size", 0) or _UNKNOWN
