"""A page is the same whichever way Python adds: since 3.12 `sum` rounds sums of fractions once, not at each step."""

from __future__ import annotations

import builtins
import math
from collections.abc import Callable
from functools import reduce
from operator import add

real = sum


def of_fractions(way: Callable[[list[float]], float]) -> Callable[..., object]:
    """`sum`, but for fractions, which are added in that way."""

    def added(items, /, start=0):
        found = list(items)
        return way(found) if any(isinstance(item, float) for item in found) else real(found, start)

    return added


def test_pages_do_not_depend_on_how_fractions_are_added(command, seeds, monkeypatch):
    """To the last digit of each score, which the JSON page has."""
    assert math.fsum([0.1] * 10) != reduce(add, [0.1] * 10, 0.0)  # else this would say nothing
    pages = []
    for way in (lambda found: reduce(add, found, 0.0), math.fsum):
        with monkeypatch.context() as patch:
            patch.setattr(builtins, "sum", of_fractions(way))
            ran = command("build", seeds, "--date", "2026-11-22", "--no-cache", "--format", "json", "-o", "-")
        assert ran.code == 0, ran.err
        pages.append(ran.out)
    assert pages[0] == pages[1]
