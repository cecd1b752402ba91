"""The order in which a page's lines are read, where the file goes across its columns line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.parsers.pdf.lines import CELLS, Line

# Rows that a gutter must part, words of the mean line beside it: a table has fewer or shorter ones. Neither was swept.
_ROWS, _WORDS = 6, 3


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines as they are read: in the file's own order, but column by column where that goes across.

    What a wide gap parts without there being columns is one line again: a table's row, or a justified line.
    """
    gutter = _gutter(lines)
    return list(_joined(lines if gutter is None else list(_by_column(lines, gutter)), gutter))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the gap that parts most rows, if it parts columns of text."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.beside and a.right < b.left]
    if len(pairs) < _ROWS:
        return None
    middles = [(a.right + b.left) / 2 for a, b in pairs]
    best = max(middles, key=lambda x: sum(a.right < x < b.left for a, b in pairs))
    parted = [pair for pair in pairs if pair[0].right < best < pair[1].left]
    words = [len(line.text.split()) for pair in parted for line in pair]
    return best if len(parted) >= _ROWS and sum(words) >= _WORDS * len(words) else None


def _by_column(lines: Sequence[Line], gutter: float) -> Iterator[Line]:
    """Yield what stands left of the gutter before what stands right of it, between lines that cross it."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            yield from left
            yield from right
            left, right = [], []
            yield line
        else:
            (left if line.right <= gutter else right).append(replace(line, beside=False) if line.beside else line)
    yield from left
    yield from right


def _joined(lines: Sequence[Line], gutter: float | None) -> Iterator[Line]:
    held: Line | None = None
    for line in lines:
        if held and line.beside and gutter is None and held.right <= line.left:
            text, cells = f"{held.text}{CELLS}{line.text}", (*held.cells, line.left)
            held = replace(held, text=text, right=line.right, broken=line.broken, cells=cells)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held
