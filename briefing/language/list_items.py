"""Items of a list that was written as running text: "1. The first item 2. The second item", "• one • two"."""

from __future__ import annotations

import re

from briefing.model import Span

_MARKER = re.compile(r"(?<!\S)(?:[•⁃‣◦]\s?(?:(\d{1,3})[.)])?|(\d{1,3}|[a-z])(?:\.\)?|\))(?=\s))")


def list_items(text: str, block: Span) -> list[Span]:
    """Return the items of a block that opens with a marker and counts on from there; any other block is one item.

    Markers must count up one by one ("a." then "b."), so that a figure or an initial inside an item is none.
    """
    first = _MARKER.match(text, block.start, block.end)
    if first is None:
        return [block]
    starts, expected = [block.start], _next(first)
    for marker in _MARKER.finditer(text, first.end(), block.end):
        if _value(marker) == expected:
            starts.append(marker.start())
            expected = _next(marker)
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], block.end], strict=True)]


def _value(marker: re.Match[str]) -> str:
    """Return what a marker counts: a figure, a letter, or "" for a bare bullet."""
    return marker[1] or marker[2] or ""


def _next(marker: re.Match[str]) -> str:
    value = _value(marker)
    return str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1) if value else ""
