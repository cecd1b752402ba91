"""Merge many results two by two, as a tree: each is merged with one of its own size, and few are held at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def paired(results: Iterable[T], merge: Callable[[T, T], T], empty: T) -> T:
    """Return `merge` over all results in their order, holding no more of them than the logarithm of their number.

    One after the other onto a growing sum would take the square of their number where a merge copies both sides.
    """
    held: list[tuple[int, T]] = []
    for result in results:
        rank = 0
        while held and held[-1][0] == rank:
            result = merge(held.pop()[1], result)  # noqa: PLW2901  (the sum so far)
            rank += 1
        held.append((rank, result))
    total = empty
    for _, result in reversed(held):
        total = merge(result, total)
    return total
