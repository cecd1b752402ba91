"""Some rows of a large file of JSON lines or Parquet as a shard: such a file is many, so that workers can share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from briefing.model import Article, Problem
from briefing.plugins import Shard
from briefing.sources import json_lines
from briefing.sources.content import Content, kind_at
from briefing.sources.contents import opened, read_as, shown, size_of
from briefing.sources.manner import Manner
from briefing.sources.parquet import groups
from briefing.sources.ranges import EACH, MOST, Part, Range, ranges


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows in a range of a file's bytes."""

    path: str
    manner: Manner
    range: Range

    @property
    def size(self) -> int:
        """The bytes of the range."""
        return self.range.stop - self.range.start

    def read(self) -> Iterator[Article | Problem]:
        """Yield their articles, located by their numbers in the file, and a problem for each that cannot be used."""
        return read_as(self.path, self._articles)

    def _articles(self, stream: BinaryIO) -> Iterator[Article | Problem]:
        rows = json_lines.rows_of(Part(stream, self.range.start, self.range.stop), shown(self.path))
        return json_lines.some(rows, self.path, language=self.manner.language, first=self.range.row)


def in_shards(path: str, manner: Manner) -> Iterator[Shard]:
    """Yield the shards of a file: one, or for each range or group of its rows one if there are many."""
    size = size_of(path)
    may_be_many = size >= 2 * EACH or path.lower().endswith(".parquet")
    yield from (_cut(path, manner, size) if may_be_many else ()) or [Content(path, manner)]


def _cut(path: str, manner: Manner, size: int) -> tuple[Shard, ...]:
    """Return the shards of a file of rows; none where it is something else, or cannot be read."""
    stream = opened(path)
    if isinstance(stream, Problem):
        return ()
    try:
        with stream:
            kind = kind_at(stream, path)
            if kind == "parquet":
                return groups(stream, path, manner)
            found = ranges(stream, max(EACH, size // MOST)) if kind == "jsonl" else ()
            return tuple(Rows(path, manner, one) for one in found)
    except OSError:
        return ()
