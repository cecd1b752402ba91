"""Read articles from a table with named columns: comma-separated values, or parted by semicolons, tabs or bars."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from briefing.model import Article, Location, Problem
from briefing.sources.bounded import Stream
from briefing.sources.contents import NO_TEXT, shown
from briefing.sources.decode import LARGEST, decode
from briefing.sources.json_lines import WIDE_MARKS, pass_over_rest
from briefing.sources.manner import Manner
from briefing.sources.metadata import usable

csv.field_size_limit(LARGEST)
# The limit is the process's own, 131,072 characters unless said otherwise: this is the one place that says otherwise.

_DELIMITERS = ",;\t|"
_MEANT = {
    "text": ("body", "content", "article", "fulltext", "full_text", "article_text", "story"),
    "title": ("headline", "heading", "subject"),
    "date": ("published", "pubdate", "publication_date", "published_at", "day", "datetime", "timestamp"),
    "source": ("publisher", "publication", "outlet", "newspaper", "feed", "site"),
    "url": ("link", "address", "uri", "href"),
}
"""Names under which others keep what a column of ours holds; a column of any other name is none of our business."""


_MOST_FLAWS = 50
"""Rows of one file that are named one by one when they cannot be read; the others are counted."""


def articles(stream: Stream, path: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield the article of each row that holds one, and the problems met.

    Rows are numbered as spreadsheets and RFC 7111 do: row 1 has the names of the columns.
    """
    where = shown(path)
    lines = _Lines(stream, where)
    delimiter = _delimiter(lines)
    rows = _rows(lines, delimiter)
    names = [name.strip().casefold() for name in next(rows, _Row()).cells]
    if not names:
        yield Problem(where, "empty", "delete it, or fill it")
        return
    yield from _misnamed(names, where)
    if "text" in names:
        yield from _counted(_articles(rows, names, path, manner), where)


def _articles(rows: Iterator[_Row], names: Sequence[str], path: str, manner: Manner) -> Iterator[Article | Problem]:
    is_empty = True
    for number, row in enumerate(rows, start=2):
        if row.flaw or any(map(str.strip, row.cells)):
            is_empty = False
            yield from _article(row, names, Location(path, number), manner)
    if is_empty:
        yield Problem(shown(path), "holds no row below the names of its columns", "delete it, or fill it")


def _article(row: _Row, names: Sequence[str], location: Location, manner: Manner) -> Iterator[Article | Problem]:
    where = f"{shown(location.path)}, row {location.row}"
    if row.flaw:
        yield Problem(where, row.flaw, "put texts in quotation marks, and write those in them twice")
    elif len(row.cells) != len(names):
        what = f"has {len(row.cells)} fields where {len(names)} columns are named"
        yield Problem(where, what, "put texts in quotation marks, and write those in them twice")
    else:
        stated = dict(zip(names, row.cells, strict=True))
        yield from usable(stated["text"], stated, location, where, language=manner.language)


def _counted(items: Iterator[Article | Problem], where: str) -> Iterator[Article | Problem]:
    """Yield the items; of a file that has gone wrong altogether only the first problems one by one."""
    count = 0
    for item in items:
        count += isinstance(item, Problem)
        if isinstance(item, Article) or count <= _MOST_FLAWS:
            yield item
    if count > _MOST_FLAWS:
        yield Problem(where, f"has problems in {count - _MOST_FLAWS:,} more rows", "see to those that are named first")


def _misnamed(names: Sequence[str], where: str) -> Iterator[Problem]:
    """Yield a problem for each column that is wanted and goes by another name, and for a text that is not there."""
    for wanted, others in _MEANT.items():
        meant = next((name for name in names if name in others and wanted not in names), None)
        if meant:
            yield Problem(where, f"its column “{meant}” is not read", f"name it “{wanted}”")
        elif wanted == "text" and wanted not in names:
            yield Problem(where, *NO_TEXT)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Sequence[str] = ()
    flaw: str = ""


class _Unreadable(Exception):
    """A line that is no text."""


class _Lines:
    """The lines of a table, which a row that turns out to be broken gives back behind its first."""

    def __init__(self, stream: Stream, where: str) -> None:
        self._lines, self._back, self._taken = _decoded(stream, where), deque[str](), list[str]()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        if isinstance(line, Problem):
            raise _Unreadable(line.what)
        self._taken.append(line)
        return line

    def begin(self) -> None:
        """Begin a row."""
        self._taken = []

    def give_back(self, behind: int) -> None:
        """Give back the row's lines, but for as many as are named at its beginning."""
        self._back.extendleft(reversed(self._taken[behind:]))


def _delimiter(lines: _Lines) -> str:
    """Return what parts the names of the columns: that by which one is named "text", else the one found most often."""
    lines.begin()
    try:
        first = next(lines, "")
    except _Unreadable:
        return ","
    lines.give_back(0)
    named = [[cell.strip(' "').casefold() for cell in first.strip().split(sign)] for sign in _DELIMITERS]
    return max(zip(named, _DELIMITERS, strict=True), key=lambda found: ("text" in found[0], len(found[0])))[1]


def _rows(lines: _Lines, delimiter: str) -> Iterator[_Row]:
    """Yield the rows; one whose quotation marks are wrong costs its first line, not all that stands below."""
    while True:
        lines.begin()
        try:
            yield _Row(next(csv.reader(lines, delimiter=delimiter, strict=True)))
        except StopIteration:
            return
        except _Unreadable as error:
            yield _Row(flaw=str(error))
        except csv.Error as error:
            yield _Row(flaw=f"is no row of a table: {error}")
            lines.give_back(1)


def _decoded(stream: Stream, where: str) -> Iterator[str | Problem]:
    """Yield the lines with their ends; UTF-16 and UTF-32 files, which have no byte for a line end, are read whole."""
    head = stream.read(4)
    stream.seek(0)
    if head.startswith(WIDE_MARKS):
        text = decode(stream.read(LARGEST + 1), where)
        yield from [text] if isinstance(text, Problem) else StringIO(text, newline="\n")
        return
    while line := stream.readline(LARGEST + 1):
        yield decode(line, where) if line.strip() else line.decode("ascii", errors="replace")
        if len(line) > LARGEST:
            pass_over_rest(line, stream)
