"""Several processes of this machine: what ends one of them costs a retry, and at worst the article it died of."""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any, TypeVar

from briefing.executors.batches import Batch, Fold, Job, Next, after_death, after_division, batches, processors
from briefing.executors.pairing import paired
from briefing.executors.worker import Died, Worker
from briefing.plugins import Lost, Told, untold

S = TypeVar("S")
T = TypeVar("T")


class Processes:
    """Folds over as many worker processes, which stay from one fold to the next with what they remember."""

    def __init__(self, count: int = 0) -> None:
        self.count = count or processors()
        self._workers: dict[int, Worker] = {}
        weakref.finalize(self, _end, self._workers)

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Return `merge` over `work(shard)` of every shard; raises what `work` raises, and Lost once all else is done.

        A worker that died is replaced, and what it died of is tried again in halves, at last alone.
        """
        round_ = _Round(Fold(work, merge, empty), self._workers, self.count, told)
        try:
            total: T = paired(round_.results(list(shards)), merge, empty)
        except BaseException:
            _end(self._workers)  # they may be at work for nobody
            raise
        if round_.lost:
            raise Lost(round_.lost)
        return total


def _end(workers: dict[int, Worker]) -> None:
    while workers:
        workers.popitem()[1].end()


class _Round:
    """One fold: a queue of jobs for each worker, who helps the others once its own is empty."""

    def __init__(self, fold: Fold, workers: dict[int, Worker], count: int, told: Told) -> None:
        self.lost: list[tuple[Any, str]] = []
        self._fold, self._workers, self._told = fold, workers, told
        self._queues: list[deque[Job]] = [deque() for _ in range(count)]

    def results(self, shards: list[Any]) -> Iterator[Any]:
        """Yield what comes of each batch, in the order in which they are done."""
        listed = batches(shards, len(self._queues))
        for number, batch in enumerate(listed):
            self._queues[number * len(self._queues) // len(listed)].append(batch)
        while busy := self._busy():
            for jobs in wait(list(busy)):
                yield from self._answer(busy[jobs])

    def _busy(self) -> dict[Any, int]:
        """Set to work whoever is idle, as long as there is work, and return who is busy, by the pipes to them."""
        for key in range(len(self._queues)):
            worker = self._workers.get(key)
            queue = self._queues[key] or max(self._queues, key=len)
            if queue and (worker is None or worker.job is None):
                if worker is None:
                    worker = self._workers[key] = Worker()
                worker.give(queue.popleft() if queue is self._queues[key] else queue.pop(), self._fold)
        return {worker.jobs: key for key, worker in self._workers.items() if worker.job is not None}

    def _answer(self, key: int) -> Iterator[Any]:
        """Yield what came of a batch; what a worker died of, and the parts of a shard, are queued."""
        worker = self._workers[key]
        job = worker.job
        try:
            answer = worker.answer()
        except Died as death:
            del self._workers[key]
            self._go_on(key, after_death(job, str(death)))
            return
        if isinstance(job, Batch):
            self._told(len(job.shards))
            yield answer
        else:
            self._go_on(key, after_division(job, answer))

    def _go_on(self, key: int, following: Next) -> None:
        again, lost = following
        self._queues[key].extendleft(again)
        self.lost += lost
