"""A worker process: it does what it is sent, one thing after the other, and ends with whoever started it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

from briefing.executors.batches import Batch, Fold

OUT_OF_MEMORY = 77
"""The exit code of a worker that found no memory: whatever it holds goes with it."""

_ENDING = (signal.SIGINT, signal.SIGTERM)


class Died(Exception):
    """The worker ended without an answer; its text says how."""


class Worker:
    """One process that does one job at a time."""

    def __init__(self) -> None:
        # Forked, two workers are there in 45 ms with all that is imported; spawned they import it anew, each for the
        # better part of a second. But a fork has one thread, and a lock that another one held stays locked in it:
        # where there are others (after feeds were asked, or a bucket) workers begin from nothing.
        context = multiprocessing.get_context("fork" if threading.active_count() == 1 else "spawn")
        self.jobs, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
        with _undisturbed():
            self._process.start()
        theirs.close()
        self.job: Any = None
        self.fold: Fold | None = None

    def give(self, job: Any, fold: Fold) -> None:
        """Set it to work on a job of a fold, of which it is told once."""
        self.job = job
        with suppress(OSError):  # a worker that has died is found out when its answer is due
            if self.fold is not fold:
                self.jobs.send(fold)
                self.fold = fold
            self.jobs.send(job)

    def answer(self) -> Any:
        """Return the answer, once there is one; raises Died, and what the work raised."""
        try:
            is_well, answer = self.jobs.recv()
        except (EOFError, OSError):
            self.end()
            raise Died(self._ended()) from None
        self.job = None
        if not is_well:
            raise answer
        return answer

    def end(self) -> None:
        """End it, whatever it does, and wait until it is gone."""
        self.jobs.close()
        self._process.kill()
        self._process.join()

    def _ended(self) -> str:
        code = self._process.exitcode or 0
        if code == OUT_OF_MEMORY:
            return "out of memory"
        return (signal.strsignal(-code) or f"signal {-code}").lower() if code < 0 else f"exit code {code}"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back what would end a process until the new one knows what to do about it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(jobs: Connection) -> None:
    """Answer jobs until there are no more: with the work on a batch, or with what a shard is divided into."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # from the keyboard it is meant for the head, which ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    fold: Fold | None = None
    with suppress(EOFError, OSError):
        while True:
            job = jobs.recv()
            if isinstance(job, Fold):
                fold = job
            else:
                jobs.send(_answered(job, fold))


def _answered(job: Any, fold: Fold | None) -> tuple[bool, Any]:
    try:
        return True, fold(job) if fold and isinstance(job, Batch) else job()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)))
        return False, error


def _end_with_parent() -> None:
    """A head that was killed can end nobody, and who works on for it would hold its locks."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)
