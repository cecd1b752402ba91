"""Read articles from Parquet: a column `text` and, where known, those of a row of JSON lines; a shard a row group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from briefing.model import Article, Location, Problem
from briefing.sources.contents import DAMAGED, NO_TEXT, missing, read_as, shown
from briefing.sources.decode import LARGEST
from briefing.sources.manner import Manner
from briefing.sources.metadata import usable

_COLUMNS = ("text", "id", "title", "date", "source", "url", "language", "lang")
_TOGETHER = 128  # rows that are held at a time


@dataclass(frozen=True, slots=True)
class Group:
    """A row group of a file, of which the first row is the file's row `row`."""

    path: str
    manner: Manner
    group: int
    row: int
    size: int

    def read(self) -> Iterator[Article | Problem]:
        """Yield its articles, located by their rows, and a problem for each that cannot be used."""
        return read_as(self.path, lambda stream: _articles(stream, self))


def groups(stream: BinaryIO, path: str, manner: Manner) -> tuple[Group, ...]:
    """Return the row groups of a file; none where it cannot be read."""
    try:
        found = []
        row = 1
        metadata = _file(stream).metadata
        for number in range(metadata.num_row_groups):
            group = metadata.row_group(number)
            found.append(Group(path, manner, number, row, group.total_byte_size))
            row += group.num_rows
        return tuple(found)
    except (ImportError, OSError, ValueError):
        return ()


def articles(stream: Any, path: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield the articles of a file that is read as a whole, in an archive perhaps."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Problem(shown(path), f"larger than {LARGEST:,} bytes", "unpack it")
        return
    found = groups(BytesIO(data), path, manner)
    for group in found:
        yield from _articles(BytesIO(data), group)
    if not found:
        yield Problem(shown(path), *_said())


def _articles(stream: BinaryIO, group: Group) -> Iterator[Article | Problem]:
    where = shown(group.path)
    try:
        file = _file(stream)
        columns = [name for name in _COLUMNS if name in file.schema_arrow.names]
        if "text" not in columns:
            if group.group == 0:
                yield Problem(where, *NO_TEXT)
            return
        row = group.row
        for batch in file.iter_batches(_TOGETHER, row_groups=[group.group], columns=columns):
            for stated in batch.to_pylist():
                yield from _article(stated, Location(group.path, row), group.manner)
                row += 1
    except (ImportError, ValueError, OSError):
        yield Problem(where, *_said())


def _article(stated: dict[str, Any], location: Location, manner: Manner) -> Iterator[Article | Problem]:
    where = f"{shown(location.path)}, row {location.row}"
    text = stated["text"]
    if not isinstance(text, str):
        yield Problem(where, "has no text under the key “text”", "leave it out")
        return
    plain = {key: str(value) if key == "date" and value is not None else value for key, value in stated.items()}
    yield from usable(text, plain, location, where, language=manner.language)


def _file(stream: BinaryIO) -> Any:
    from pyarrow.parquet import ParquetFile

    return ParquetFile(stream)


def _said() -> tuple[str, str]:
    """Return what is wrong with a file that cannot be read: it, or that nothing here reads such files."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        return missing("pyarrow", "parquet")
    return DAMAGED
