"""Read articles from JSON Lines: one object with a `text` a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Article, Location, Problem
from briefing.sources.bounded import Stream
from briefing.sources.contents import shown
from briefing.sources.decode import LARGEST, decode
from briefing.sources.metadata import usable

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def articles(rows: Iterator[str | Problem], path: str, *, language: str) -> Iterator[Article | Problem]:
    """Yield the article of each row that holds one, counted from 1, and the problems met; blank rows hold none."""
    is_empty = True
    for item in some(rows, path, language=language):
        is_empty = False
        yield item
    if is_empty:
        yield Problem(shown(path), "empty", "delete it, or fill it")


def some(rows: Iterator[str | Problem], path: str, *, language: str, first: int = 1) -> Iterator[Article | Problem]:
    """Yield the same of rows that need not be all of the file's, of which the first has the number `first`."""
    for number, row in enumerate(rows, start=first):
        if row:
            yield from _article(row, Location(path, number), language)


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
    yield from usable(str(value["text"]), value, location, where, language=language)


def rows_of(stream: Stream, where: str) -> Iterator[str | Problem]:
    """Yield the rows, blank ones as ""; UTF-16 and UTF-32 files, which have no byte for a line end, are read whole."""
    head = stream.read(4)
    stream.seek(0)
    if head.startswith(WIDE_MARKS):
        text = decode(stream.read(LARGEST + 1), where)
        yield from [text] if isinstance(text, Problem) else map(str.strip, text.split("\n"))
        return
    while line := stream.readline(LARGEST + 1):
        yield decode(line, where) if line.strip() else ""
        if len(line) > LARGEST:
            pass_over_rest(line, stream)


def pass_over_rest(line: bytes, stream: Stream) -> None:
    """Read on to the end of a line that is too long."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(LARGEST)
