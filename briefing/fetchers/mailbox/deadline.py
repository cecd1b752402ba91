"""An end to waiting that no server can put off: time on the wall, not from one byte to the next."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Protocol


class _Connected(Protocol):
    sock: socket.socket


class Deadline:
    """While it is entered: once `seconds` are over, the line of `connection` is cut.

    A socket's own timeout begins anew with every byte, so that a server which sends one a second is never late.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.connection: _Connected | None = None
        self._end = monotonic() + seconds
        self._done = Event()
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Deadline:
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._watcher.join()

    @property
    def left(self) -> float:
        """How many seconds are left: some, even where none are, for no timeout may be 0."""
        return max(self._end - monotonic(), 0.01)

    @property
    def has_passed(self) -> bool:
        """Whether the time is over."""
        return monotonic() >= self._end

    def _watch(self) -> None:
        wait = self.left
        while not self._done.wait(wait):
            wait = 0.2  # again and again: STARTTLS puts another socket in this one's place
            if self.connection:
                # The socket below TLS: to say goodbye in TLS would be to wait for an answer.
                with suppress(OSError):
                    socket.socket.shutdown(self.connection.sock, socket.SHUT_RDWR)
