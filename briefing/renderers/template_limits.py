"""How much of the machine a render of a user's template may take: a stranger's could ask for all of it."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

SECONDS = 10.0
"""Of the processor, so that it does not depend on what else is at work: 40 times what a page of 289 extracts takes."""

MEMORY = 512_000_000
"""Bytes of address space beyond what the process has: 289 extracts take a fiftieth of it."""

_AGAIN = 1.0  # second


class OutOfProcessor(Exception):
    """The time is over; where something caught it and went on, it is over again a second later."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raise OutOfProcessor or MemoryError in the block where it takes more.

    Only the main thread is told of signals: elsewhere there is no limit of time. Memory is limited where the system
    says how much a process has and keeps to what it is told, which is Linux.
    """
    with _memory(), _processor():
        yield


@contextmanager
def _processor() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise OutOfProcessor

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _memory() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = min(limit for limit in (_taken() + MEMORY, soft, hard) if limit != resource.RLIM_INFINITY)
    if most <= MEMORY:  # nobody says what is taken
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _taken() -> int:
    """Bytes of address space that this process has, or 0."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return 0
