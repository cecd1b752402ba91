"""How long one ask may take and how much may come of it: a hard limit, kept on every byte that arrives."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from time import monotonic, sleep

from briefing.fetchers.web.failed import Failed, passing

OVERHEAD = 1_000_000
"""Bytes besides the body: headers, the seams of chunks."""


@dataclass(slots=True)
class Clock:
    """Runs from asking to the last byte, redirects and repeats included; it stands still while the ask waits its turn.

    `end` is when the whole run ends, whatever is still going on. `room` lets few large bodies be in memory at a time.
    """

    seconds: float
    end: float = inf
    room: threading.Semaphore = field(default_factory=threading.Semaphore)
    until: float = 0.0
    has_room: bool = False

    def __post_init__(self) -> None:
        self.until = monotonic() + self.seconds

    def left(self) -> float:
        """Return the seconds left, always above 0; raises Failed where there are none."""
        now = monotonic()
        if now >= self.end:
            raise _over()
        if now >= self.until:
            raise self.late()
        return min(self.until, self.end) - now

    def late(self) -> Failed:
        """Return why it ended where the time is over."""
        if monotonic() >= self.end:
            return _over()
        what = f"it was not there after {self.seconds:g} seconds"
        remedy = "a slow server may be better next time; fetch.timeout gives more time"
        return passing(what, remedy, is_silent=True).anew()

    def allows(self, seconds: float) -> bool:
        """Whether that much time is left, and a little more to do something with."""
        return monotonic() + seconds + 0.1 < min(self.until, self.end)

    def rest(self, seconds: float) -> None:
        """Wait, as part of the time."""
        sleep(min(seconds, self.left()))

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """What happens meanwhile is not held against the server."""
        begun = monotonic()
        try:
            yield
        finally:
            self.until += monotonic() - begun

    def make_room(self) -> None:
        """Wait until there is room for a large body; what came of the ask must be handed on for others to have some."""
        with self.standing_still():
            longest = max(0.0, min(self.end - monotonic(), threading.TIMEOUT_MAX))
            self.has_room = self.has_room or self.room.acquire(timeout=longest)
        if not self.has_room:
            raise _over()

    def handed_on(self) -> None:
        """Give the room to others."""
        if self.has_room:
            self.has_room = False
            self.room.release()

    def pause_until(self, moment: float) -> None:
        """Wait for one's turn; raises Failed where the run is over by then."""
        if moment >= self.end:
            raise _over()
        sleep(max(0.0, moment - monotonic()))


@dataclass(slots=True)
class Allowance:
    """What one response may take: the time that is left, and some bytes as they come over the line.

    The bytes are counted here, at the socket, because libraries can be talked past their own limits: a chunk of size
    "-1" makes `http.client` read to the end of the stream in one piece.
    """

    clock: Clock
    size: int

    def seconds(self) -> float:
        """Return the time that is left; raises Failed where there is none."""
        return self.clock.left()

    def spent(self, size: int) -> int:
        """Note that bytes have come, and return how many; raises Failed where they are too many."""
        self.size -= size
        if self.size < 0:
            raise too_large()
        return size


def too_large(largest: int = 0) -> Failed:
    """Return why a body is not read to its end."""
    what = f"larger than {largest:,} bytes" if largest else "larger than is read of one address"
    return Failed(what, "look for another address of the same")


def _over() -> Failed:
    return Failed("the time for fetching ran out", "the next run asks again", is_temporary=True)
