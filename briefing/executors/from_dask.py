"""A cluster that Dask runs: on this machine for as long as the run lasts, or one that stands already.

Workers read their own shards and merge what they find with each other, so that only the sum comes back to the head.
"""

from __future__ import annotations

import warnings
import weakref
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from briefing.errors import BriefingError, SettingsError
from briefing.executors.batches import Batch, Division, Fold, Job, Next, after_death, after_division, batches
from briefing.plugins import Lost, Told, untold

S = TypeVar("S")
T = TypeVar("T")

TOGETHER = 8
"""Results that a worker merges at once."""

_PATIENCE = 60.0
"""Seconds for which a cluster may be without any worker: a lost one is started again within five."""

_GREETING = 20.0
"""Seconds within which a cluster has to answer."""

_ANY_PORT = "127.0.0.1:0"  # without it a second run on this machine is told on stderr that the first one has the port

_LOCALLY = {
    # A batch that has cost two workers is tried in halves, instead of costing more of them.
    "distributed.scheduler.allowed-failures": 1,
    # A cluster gives a worker up that is being started anew at the moment, if this long ago it was lost before.
    "distributed.deploy.lost-worker-timeout": "7 days",
}


class FromDask:
    """Folds over the workers of the cluster at an `address`, or with "" or a number over so many processes here."""

    def __init__(self, address: str | int = "") -> None:
        self._address = address
        self._client: Any = None

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Return `merge` over `work(shard)` of every shard; raises what `work` raises, and Lost once all else is done.

        Raises SettingsError where Dask is missing, BriefingError where there is no cluster, or nobody left in it.
        """
        listed = list(shards)
        if not listed:
            return empty
        if self._client is None:
            self._client = _client(self._address)
        with warnings.catch_warnings():  # what a fold knows of the pile is some megabytes, sent once
            warnings.filterwarnings("ignore", "Sending large graph")
            round_ = _Round(self._client, Fold(work, merge, empty), told)
            results = round_.results(listed)
            if round_.lost:
                raise Lost(round_.lost)
            total: T = round_.merged(results)
        return total


class _Round:
    """One fold: jobs that are out, and those that are tried alone, one after the other, because a worker died."""

    def __init__(self, client: Any, fold: Fold, told: Told) -> None:
        self.lost: list[tuple[Any, str]] = []
        self._client, self._told = client, told
        # As a task of its own the fold is kept by the scheduler, which gives it to workers that come later.
        self._fold = client.submit(_same, fold, pure=False)
        self._out: dict[Any, Job] = {}
        self._suspects: deque[Job] = deque()

    def results(self, shards: list[Any]) -> list[Any]:
        """Return futures of what comes of all batches, which stay with the workers."""
        workers = sorted(self._client.nthreads())
        listed = batches(shards, max(1, len(workers)))
        for number, batch in enumerate(listed):
            # To whom it went in the fold before, and who remembers its readings; others help once they are idle.
            self._submit(batch, workers[number * len(workers) // len(listed)] if workers else None)
        found: list[Any] = []
        while self._out or self._suspects:
            if not self._out:
                self._submit(self._suspects.popleft())
            for future in self._next():
                found += self._answer(future, self._out.pop(future))
        return found

    def merged(self, results: list[Any]) -> Any:
        """Return the sum of some futures, merged by the workers as a tree."""
        while len(results) > 1:
            groups = [results[k : k + TOGETHER] for k in range(0, len(results), TOGETHER)]
            results = [self._client.submit(_merged, self._fold, group, pure=False) for group in groups]
        while not results[0].done():
            self._wait(results)
        return results[0].result()

    def _submit(self, job: Job, worker: str | None = None) -> None:
        arguments = (_worked, self._fold, job) if isinstance(job, Batch) else (_divided, job)
        kept = {"workers": [worker], "allow_other_workers": True} if worker else {}
        self._out[self._client.submit(*arguments, pure=False, **kept)] = job

    def _next(self) -> list[Any]:
        """Return the futures that are done, once there are any."""
        while not (done := [future for future in self._out if future.done()]):
            self._wait(list(self._out))
        return done

    def _wait(self, futures: list[Any]) -> None:
        """Wait for one of the futures; raises BriefingError where there is nobody to wait for."""
        from distributed import TimeoutError as Late
        from distributed import wait

        left = _PATIENCE
        while left > 0:
            try:
                wait(futures, timeout=5, return_when="FIRST_COMPLETED")
                return
            except Late:
                left = left - 5 if not self._client.nthreads() else _PATIENCE
        raise BriefingError("the cluster has no worker any more; start one with `dask worker`, and build again")

    def _answer(self, future: Any, job: Job) -> list[Any]:
        """Return the future of a batch that was done; what a worker died of is tried again, and divided at last."""
        error = future.exception() if future.status == "error" else None
        if error is not None or future.status != "finished":
            self._go_on(after_death(job, _death(error, future.status)))
        elif isinstance(job, Batch):
            self._told(len(job.shards))
            return [future]
        else:
            self._go_on(after_division(job, future.result()))
        return []

    def _go_on(self, following: Next) -> None:
        suspects, lost = following
        self._suspects += suspects
        self.lost += lost


def _death(error: BaseException | None, status: str) -> str:
    """Return how workers died; raises what else was wrong."""
    from distributed import KilledWorker

    if error is None or isinstance(error, KilledWorker):
        return "killed" if error else status
    if isinstance(error, MemoryError):
        return "out of memory"
    raise error


def _client(address: str | int) -> Any:
    """Return the way to the cluster at an address, or to one that is started here and ends with it."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise SettingsError("executor: dask is not installed; pip install 'briefing[cluster]'") from None
    dask.config.set(_LOCALLY)
    try:
        if isinstance(address, str) and address:
            client = Client(address, timeout=_GREETING)
            client.wait_for_workers(1, timeout=_PATIENCE)
            return client
        cluster = LocalCluster(
            n_workers=address or None, threads_per_worker=1, dashboard_address=_ANY_PORT, silence_logs=50
        )
    except (OSError, TimeoutError) as error:
        raise BriefingError(f"executor: no cluster with a worker at {address or 'this machine'}: {error}") from error
    client = Client(cluster)
    weakref.finalize(client, cluster.close)
    return client


def _same(fold: Fold) -> Fold:
    return fold


def _worked(fold: Fold, batch: Batch) -> Any:
    return fold(batch)


def _divided(division: Division) -> Any:
    return division()


def _merged(fold: Fold, results: list[Any]) -> Any:
    return fold.of(results)
