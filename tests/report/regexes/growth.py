"""How the time of a pattern grows with the length of a text."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Collection
from dataclasses import dataclass

SIZES = (1_000, 10_000, 100_000, 1_000_000)
"""Characters."""

STEEPEST = 1.4
"""Of the exponent of growth: 1 is linear, 2 quadratic; the rest is for a machine that has other work."""

SOON = 0.003
"""Seconds below which a growth is no more than noise."""

LATE = 0.5
"""Seconds after which a text that is ten times as long is tried only while the growth is linear."""


@dataclass(frozen=True)
class Growth:
    """The seconds that a pattern takes for texts of one unit, by `SIZES`; fewer where one would take too long."""

    unit: str
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """Of the length, between the last two; 0 where the last takes no time to speak of."""
        if len(self.seconds) < 2 or self.seconds[-1] < SOON:
            return math.inf if self.seconds[-1] >= LATE else 0.0
        return math.log10(self.seconds[-1] / max(self.seconds[-2], SOON / 30))

    @property
    def is_steep(self) -> bool:
        """Whether it is worse than linear."""
        return self.exponent > STEEPEST


def growth(pattern: re.Pattern[str], unit: str, ways: Collection[str], sizes: tuple[int, ...] = SIZES) -> Growth:
    """Return how the time grows on a text of the unit again and again; it goes on while the growth is not too steep.

    Nothing interrupts a search: `re` looks for signals within one try alone.
    """
    grown = Growth(unit, ())
    for size in sizes:
        text = f"{(unit * (size // len(unit) + 1))[:size]}\x00"
        taken = _seconds(pattern, text, ways)
        grown = Growth(unit, (*grown.seconds, taken))
        if grown.is_steep:
            grown = Growth(unit, (*grown.seconds[:-1], min(taken, _seconds(pattern, text, ways))))
        if grown.is_steep and grown.seconds[-1] > LATE / 10:
            break
    return grown


def _seconds(pattern: re.Pattern[str], text: str, ways: Collection[str]) -> float:
    begun = time.process_time()
    for way in ways:
        if way in ("match", "fullmatch"):
            getattr(pattern, way)(text)
        else:
            for _ in pattern.finditer(text):
                pass
    return time.process_time() - begun
