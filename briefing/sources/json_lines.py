"""Read articles from JSON Lines: one object with a `text` a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from briefing.model import Article, Location, Problem
from briefing.sources.contents import opened, shown, unreadable
from briefing.sources.decode import LARGEST, decode, flaw
from briefing.sources.metadata import described

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A shard of one file, read row by row: the file may be larger than the memory, a row may not be.

    `language` is that of articles that state none.
    """

    path: str
    language: str = "en"

    def read(self) -> Iterator[Article | Problem]:
        """Yield each row's article, and a problem that names file and row for what cannot be used."""
        where = shown(self.path)
        stream = opened(self.path)
        if isinstance(stream, Problem):
            yield stream
            return
        try:
            with stream:
                yield from articles(_rows(stream, where), self.path, language=self.language)
        except OSError as error:
            yield unreadable(where, error)


def articles(rows: Iterator[str | Problem], path: str, *, language: str) -> Iterator[Article | Problem]:
    """Yield the article of each row that holds one, counted from 1, and the problems met; blank rows hold none."""
    is_empty = True
    for number, row in enumerate(rows, start=1):
        if row:
            is_empty = False
            yield from _article(row, Location(path, number), language)
    if is_empty:
        yield Problem(shown(path), "empty", "delete it, or fill it")


def parsed(row: str) -> dict[str, object] | str:
    """Return a row's object, which has a text, or what is wrong with the row."""
    try:
        value = json.loads(row)
    except (ValueError, RecursionError):
        return "not JSON"
    if not isinstance(value, dict):
        return "not a JSON object"
    return value if isinstance(value.get("text"), str) else "has no text under the key “text”"


def _article(row: str | Problem, location: Location, language: str) -> Iterator[Article | Problem]:
    where = f"{shown(location.path)}, row {location.row}"
    if isinstance(row, Problem):
        yield replace(row, where=where)
        return
    value = parsed(row)
    if isinstance(value, str):
        yield Problem(where, value, 'write one object a row: {"text": "…"}')
        return
    text = str(value["text"])
    if problem := flaw(text, where):
        yield problem
        return
    article, problems = described(text, value, location, where, language=language)
    yield article
    yield from problems


def _rows(stream: BinaryIO, where: str) -> Iterator[str | Problem]:
    """Yield the rows, blank ones as ""; UTF-16 and UTF-32 files, which have no byte for a line end, are read whole."""
    head = stream.read(4)
    stream.seek(0)
    if head.startswith(_WIDE_MARKS):
        text = decode(stream.read(LARGEST + 1), where)
        yield from [text] if isinstance(text, Problem) else map(str.strip, text.split("\n"))
        return
    while line := stream.readline(LARGEST + 1):
        yield decode(line, where) if line.strip() else ""
        if len(line) > LARGEST:
            _pass_over_rest(line, stream)


def _pass_over_rest(line: bytes, stream: BinaryIO) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(LARGEST)
