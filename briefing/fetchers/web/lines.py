"""The way to one host: one request at a time, a pause between two, one connection, kept as long as it is of use."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

from briefing.fetchers.web.clock import Clock
from briefing.fetchers.web.failed import Failed, passing
from briefing.fetchers.web.from_urllib3 import Connection

OFFLINE = 10
"""So many hosts in a row that could not be reached, and nothing is tried twice any more until one is reached."""

PATIENCE = 60.0
"""Seconds that a request led here from another host waits for its turn at most."""

GIVEN_UP = 3
"""After so many asks in a row that a host did not answer in time it is not asked again in the same run."""


@dataclass(slots=True)
class Line:
    """What is known of one host in this run; `pause` grows where its robots.txt asks for more."""

    pause: float
    connection: Connection | None = None
    unanswered: int = 0
    _ready: float = 0.0
    _closed: tuple[float, Failed] | None = None
    _users: int = 0
    _queue: deque[object] = field(default_factory=deque)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @contextmanager
    def use(self) -> Iterator[None]:
        """Keep the connection open meanwhile, and close it when nobody needs it any more."""
        with self._changed:
            self._users += 1
        try:
            yield
        finally:
            with self._changed:
                self._users -= 1
                if not self._users:
                    self.drop()

    @contextmanager
    def turn(self, clock: Clock) -> Iterator[None]:
        """Wait until nobody else talks to the host and the pause is over: first come, first served."""
        ticket = object()
        with self.use():
            try:
                with clock.standing_still():
                    self._wait(ticket, clock)
                self._check()
                yield
                self._ready = monotonic() + self.pause
            except Exception:
                self._ready = monotonic() + self.pause
                raise
            finally:
                with self._changed:
                    self._queue.remove(ticket)
                    self._changed.notify_all()

    def drop(self) -> None:
        """Close the connection."""
        if self.connection:
            self.connection.close()
            self.connection = None

    def leave_alone(self, failed: Failed, seconds: float) -> None:
        """Ask nothing of this host for so long: it said so."""
        self._closed = (monotonic() + seconds, failed)

    def _wait(self, ticket: object, clock: Clock) -> None:
        with self._changed:
            self._queue.append(ticket)
            until = min(PATIENCE, max(0.0, clock.end - monotonic()))
            if not self._changed.wait_for(lambda: self._queue[0] is ticket, until):
                raise Failed("its host was busy with other requests", "the next run asks again", is_temporary=True)
        clock.pause_until(self._ready)

    def _check(self) -> None:
        if self._closed and monotonic() < self._closed[0]:
            raise self._closed[1].anew()
        if self.unanswered >= GIVEN_UP:
            raise passing(
                f"its host did not answer {GIVEN_UP} times in a row, and is left alone for this run",
                "the next run asks again",
                is_silent=True,
            ).anew()


@dataclass(slots=True)
class Lines:
    """The lines of a run, by host.

    `in_vain` counts the hosts in a row that could not be reached, whichever they were: that is how a network looks from
    which somebody pulled the cable.
    """

    pause: float
    in_vain: int = 0
    _known: dict[str, Line] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def to(self, host: str) -> Line:
        """Return the line to a host."""
        with self._lock:
            return self._known.setdefault(host, Line(self.pause))
