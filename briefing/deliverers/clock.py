"""How long a letter may take: a server may neither keep silent for long nor drip."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from time import monotonic

PATIENCE = 4
"""A letter may take so many times what a server may keep silent for, from connecting to the answer to its last dot."""


@dataclass(slots=True)
class Clock:
    """Runs for one letter at a time; `silence` is how many seconds whoever is waited for may keep silent.

    `heard` counts the bytes that came meanwhile.
    """

    silence: float
    until: float = inf
    is_patient: bool = False
    heard: int = 0

    @property
    def whole(self) -> float:
        """How many seconds a letter may take in all."""
        return PATIENCE * self.silence

    def start(self, seconds: float | None = None) -> None:
        """Begin to run, for a whole letter or for so many seconds."""
        self.until = monotonic() + (self.whole if seconds is None else seconds)
        self.is_patient = False
        self.heard = 0

    def wait(self) -> None:
        """Take all that is left for the answer that comes next: to give up on it leaves a letter uncertain."""
        self.is_patient = True

    def seconds(self) -> float:
        """Return how long the next step may take, above 0; raises TimeoutError where no time is left."""
        left = self.until - monotonic()
        if left <= 0:
            raise self.late()
        return left if self.is_patient else min(left, self.silence)

    def late(self) -> TimeoutError:
        """Return why it ended."""
        if monotonic() < self.until:
            return TimeoutError(f"timed out: silent for {self.silence:g} seconds (mail.timeout)")
        return TimeoutError(f"timed out: a letter may take {self.whole:g} seconds ({PATIENCE} times mail.timeout)")
