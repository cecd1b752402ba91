"""Cut a large file of rows into ranges of bytes, which workers read each for itself, with the rows' own numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.sources.bounded import Stream

EACH = 250_000
"""Bytes a range: some 50 articles, so that a worker's way to it is nothing beside the work."""

MOST = 4_000
"""Ranges a file: those of a larger one are longer, for each is told to whoever reads it."""

_BLOCK = 1 << 18


class Range(NamedTuple):
    """The bytes from `start` to `stop`, of which the first row is the file's row `row`."""

    start: int
    stop: int
    row: int


def ranges(stream: Stream, each: int) -> Iterator[Range]:
    """Yield the ranges of a stream of rows, each ending with a row: it is read once to its end, for rows are counted.

    A row is a line; 2 GB are counted in a second where the disk gives as much.
    """
    start, place, row, rows = 0, 0, 1, 0
    stream.seek(0)
    while block := stream.read(_BLOCK):
        cut = block.rfind(b"\n") + 1
        if cut and place + cut - start >= each:
            rows += block.count(b"\n")
            yield Range(start, place + cut, row)
            row, rows, start = row + rows, 0, place + cut
        else:
            rows += block.count(b"\n")
        place += len(block)
    if place > start:
        yield Range(start, place, row)


@dataclass
class Part:
    """A range of a stream, read like a file of its own."""

    stream: Stream
    start: int
    stop: int

    def __post_init__(self) -> None:
        self._place = self.stream.seek(self.start)

    def read(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes of it."""
        return self._counted(self.stream.read(self._room(size)))

    def readline(self, size: int = -1, /) -> bytes:
        """Return up to so many bytes of a line of it."""
        return self._counted(self.stream.readline(self._room(size)))

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place in it, counted from its beginning."""
        self._place = self.stream.seek(self.start + place, whence)
        return self._place - self.start

    def _room(self, size: int) -> int:
        left = self.stop - self._place
        return left if size < 0 else min(size, left)

    def _counted(self, data: bytes) -> bytes:
        self._place += len(data)
        return data
