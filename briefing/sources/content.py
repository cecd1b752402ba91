"""Read a file by what it holds; its name only decides between formats that look alike.

What reads a kind is imported where one is met: a folder of texts needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import IO, cast

from briefing.model import Article, Problem
from briefing.parsers.kinds import Kind, kind_of
from briefing.sources import json_lines, text_file
from briefing.sources.bounded import Bounded, Stream
from briefing.sources.contents import read_as, shown, size_of
from briefing.sources.decode import LARGEST, decode
from briefing.sources.maildir import is_in_maildir, present
from briefing.sources.manner import Manner

_HEAD = 65_536  # bytes by which a file's kind is told
_DEEPEST = 2  # archives in archives: one inside another is read, and what is packed in that one alone

_BY_MAGIC = frozenset({"pdf", "docx", "zip", "gzip", "zstd", "parquet"})
"""Kinds that their first bytes prove, whatever a file is called."""

_BY_NAME: dict[str, Kind] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".eml": "mail", ".mbox": "mbox", ".txt": "text", ".md": "text", ".markdown": "text",
    ".pdf": "pdf", ".docx": "docx", ".zip": "zip", ".gz": "gzip", ".zst": "zstd", ".parquet": "parquet",
}  # fmt: skip
_MAY_BE: dict[str, frozenset[Kind]] = {
    ".txt": frozenset({"html", "mail", "mbox"}),
    **dict.fromkeys((".html", ".htm"), frozenset[Kind]({"feed"})),
    **dict.fromkeys((".md", ".markdown", ".pdf", ".docx"), frozenset[Kind]({"html"})),
}
"""What a file of some name may really be, by the first element of a page or by headers that stand in mail alone."""

_NO_TEXTS = (b"{\\rtf", b"%!PS")  # formats that are made of letters, whatever a file is called


@dataclass(frozen=True, slots=True)
class Content:
    """A shard of all that one file holds."""

    path: str
    manner: Manner

    @property
    def size(self) -> int:
        """The file's bytes, or 0 where there is none."""
        return size_of(self.path)

    def read(self) -> Iterator[Article | Problem]:
        """Yield its articles, and a problem for each thing that could not be used."""
        return read_as(present(self.path), lambda stream: items(stream, self.path, self.path, self.manner))


def items(stream: Stream, name: str, path: str, manner: Manner, depth: int = 0) -> Iterator[Article | Problem]:
    """Yield the articles of a stream, located at `path`, by its bytes and its name; raises OSError."""
    kind = _kind(_told_by(stream), name)
    if kind in ("zip", "gzip", "zstd"):
        yield from _packed(kind, stream, name, path, manner, depth)
    elif kind == "jsonl":
        yield from json_lines.articles(json_lines.rows_of(stream, shown(path)), path, language=manner.language)
    elif kind == "csv":
        from briefing.sources import comma_separated

        yield from comma_separated.articles(stream, path, manner)
    elif kind == "parquet":
        from briefing.sources import parquet

        yield from parquet.articles(stream, path, manner)
    elif kind == "mbox":
        from briefing.sources import mbox

        yield from mbox.articles(stream, path, manner)
    else:
        yield from _whole(kind, stream.read(LARGEST + 1), path, manner)


def kind_at(stream: Stream, name: str) -> Kind | None:
    """Return the kind of a stream that could be cut into its rows; None for text without a byte for a line's end."""
    head = _told_by(stream)
    return None if head.startswith(json_lines.WIDE_MARKS) else _kind(head, name)


def _told_by(stream: Stream) -> bytes:
    """Return the bytes by which a file's kind is told: its head, and of an archive the list at its end."""
    head = stream.read(_HEAD)
    if head.startswith(b"PK") and not isinstance(stream, Bounded):
        stream.seek(max(len(head), stream.seek(0, 2) - _HEAD))
        head += stream.read(_HEAD)
    stream.seek(0)
    return head


def _whole(kind: Kind, data: bytes, path: str, manner: Manner) -> Iterator[Article | Problem]:
    where = shown(path)
    if kind in ("text", "unknown"):
        text = decode(data, where)
        if kind == "unknown" and not isinstance(text, Problem):
            text = Problem(where, "of a kind that is not read", "save it as text, HTML, PDF or DOCX")
        yield from [text] if isinstance(text, Problem) else text_file.articles(text, path, where, manner)
    elif len(data) > LARGEST:
        yield Problem(where, f"larger than {LARGEST:,} bytes", "split it")
    else:
        from briefing.sources import foreign

        yield from foreign.articles(kind, data, path, manner)


def _kind(head: bytes, name: str) -> Kind:
    """Return what a file is: its bytes decide, but a text is what its name calls it unless it really is a page."""
    kind = kind_of(head, name=PurePath(name).name)
    suffix = PurePath(name).suffix.lower()
    if kind in _BY_MAGIC:
        return kind
    if is_in_maildir(name) or (suffix == ".eml" and not head.startswith(b"From ")):
        return "mail"
    if suffix == ".eml":
        return "mbox"
    if kind in _MAY_BE.get(suffix, ()) or head.startswith(_NO_TEXTS):
        return kind
    return _BY_NAME.get(suffix, kind)


def _packed(
    kind: Kind, stream: Stream, name: str, path: str, manner: Manner, depth: int
) -> Iterator[Article | Problem]:
    if depth >= _DEEPEST:
        yield Problem(shown(path), "an archive in an archive in an archive", "unpack it")
    elif isinstance(stream, Bounded):  # an archive is read from its end, which a stream that is unpacked does not know
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield Problem(shown(path), f"larger than {LARGEST:,} bytes", "unpack it")
        else:
            yield from items(BytesIO(data), name, path, manner, depth)
    elif kind == "zip":
        from briefing.sources import archive

        inside = partial(_inside, replace(manner, skips_pages=True), depth + 1)
        yield from archive.articles(cast(IO[bytes], stream), path, inside)
    else:
        from briefing.sources.packed import unpacked

        yield from unpacked(cast(IO[bytes], stream), kind, name, path, read=partial(_inside, manner, depth + 1))


def _inside(manner: Manner, depth: int, stream: Stream, name: str, path: str) -> Iterator[Article | Problem]:
    return items(stream, name, path, manner, depth)
