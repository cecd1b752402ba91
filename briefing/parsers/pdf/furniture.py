"""Know what belongs to the pages and not to the text: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.parsers.pdf.lines import Line

_DIGITS = re.compile(r"\d+")
_OUTERMOST = 3
"""Lines from the top or bottom of a page that may be its furniture."""

_SHARE = 0.4
"""Of the pages, on how many a line must stand at one place: left and right pages may have heads of their own."""

_GRID = 4.0  # points: a quarter of a line of type

Place = tuple[str, int]


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without the lines that stand at one place near the edge of several, whatever their numbers.

    No article says the same thing at the same place of its pages; where there is one page alone nothing is left out.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(place for edge in edges for place in {p for line in edge for p in _places(line)})
    least = max(2, round(_SHARE * sum(1 for page in pages if page)))
    return [
        [line for line in page if line not in edge or max(map(seen.__getitem__, _places(line))) < least]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: line.bottom)
    levels = [line for k, line in enumerate(by_height) if k == 0 or not line.is_level(by_height[k - 1])]
    if not levels:
        return []
    low, high = levels[:_OUTERMOST][-1].bottom, levels[-_OUTERMOST:][0].bottom
    return [line for line in page if line.bottom <= low + 1 or line.bottom >= high - 1]


def _places(line: Line) -> tuple[Place, Place]:
    """Return the line with its height on the page, rounded both ways, so that no two near heights miss each other."""
    text = _DIGITS.sub("#", line.text.casefold())
    return (text, 2 * int(line.bottom // _GRID)), (text, 2 * int((line.bottom + _GRID / 2) // _GRID) + 1)
