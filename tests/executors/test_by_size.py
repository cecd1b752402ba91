"""The executor that is chosen by the size of the work."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.executors.batches import processors
from briefing.executors.by_size import WORTH, BySize, workers
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
