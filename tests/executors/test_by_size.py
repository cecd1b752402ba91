"""The executor that is chosen by the size of the work."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing.executors.by_size import WORTH, BySize, workers
from briefing.executors.processes import processors
from briefing.executors.serial import Serial


@dataclass(frozen=True)
class Sized:
    """A shard of so many bytes."""

    size: int

    def __int__(self) -> int:
        return self.size


def test_little_is_done_in_this_process_and_that_is_said() -> None:
    """A page for the morning starts no other process; what was decided stays so for all folds."""
    said: list[str] = []
    executor = BySize(said.append)
    assert executor.fold(int, [Sized(40_000)] * 5, int.__add__, 0) == 200_000
    assert executor.fold(int, [Sized(WORTH)] * 5, int.__add__, 0) == 5 * WORTH
    assert said == ["0.2 MB to read: one process"]
    assert workers(WORTH - 1) == 1
    assert workers(WORTH) == min(2, processors())


def test_every_batch_is_told_of() -> None:
    """So that a bar can move."""
    done: list[int] = []
    Serial().fold(int, range(7), int.__add__, 0, told=done.append)
    assert sum(done) == 7


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 64, 100])
def test_results_are_merged_in_order_and_few_are_held(count: int) -> None:
    """A tree: no result is merged more often than the logarithm of their number."""
    depths: list[int] = []

    def merge(one: tuple[int, list[int]], other: tuple[int, list[int]]) -> tuple[int, list[int]]:
        depths.append(max(one[0], other[0]) + 1)
        return depths[-1], [*one[1], *other[1]]

    assert Serial().fold(lambda n: (0, [n]), range(count), merge, (0, []))[1] == list(range(count))
    assert max(depths, default=0) <= 2 * count.bit_length() + 1
