"""What comes in the middle of things: a run's time is over; signals, which wait while a letter is on its way."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from typing import NoReturn

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)


@contextmanager
def held_back() -> Iterator[None]:
    """Keep what would end the program until the end of the block: what is begun there is finished and noted.

    Only the main thread is ever told of signals, so anywhere else there is nothing to do. Handlers are exchanged, not
    masks: a mask leaves the signal to any other thread, and Python then tells the main one all the same.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before = {number: signal.signal(number, note) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


class OutOfTime(BaseException):
    """The time is over. No Exception: a plugin that catches whatever goes wrong in it would go on."""


_AGAIN = 10.0  # seconds


@contextmanager
def limited(most: timedelta) -> Iterator[None]:
    """Raise OutOfTime in the block when it takes longer, and every ten seconds from then on until it has ended.

    Once might not do: what is raised while a finaliser runs is told and forgotten. In the main thread alone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, most.total_seconds(), _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
