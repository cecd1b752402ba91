"""Quotation marks, each with what it does where it stands: open, close, either, or nothing (apostrophes, inches).

The kind of a mark is a hint only: machine translation, keyboards and languages swap them. What stands on either side
decides: „so“, »so«, « ainsi », ”så”, ‘so’ and 'so' are all read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefing.model import Span

Role = Literal["open", "close", "either", "perhaps close"]

SINGLE = "'‘’‚‛"
_MARK = re.compile(r"''|’’|‘‘|[\"“”„‟«»'‘’‚‛]")
_MARKS = frozenset("\"“”„‟«»'‘’‚‛")
_OPENING = frozenset("([{<—–-/=")
# 5'10", the '90s, 'em, 'tis: an apostrophe or a measure, whatever its shape.
_ELISION = re.compile(r"\d{2}s?\b|(?:em|tis|twas|til|cause|cos|bout|n|round)\b", re.IGNORECASE)
_MEASURE = re.compile(r"\d['’]\d{1,2}\Z")


class Mark(NamedTuple):
    """A quotation mark, `text[start:end]`, and what it does there; `char` is its shape."""

    start: int
    end: int
    char: str
    role: Role

    @property
    def is_single(self) -> bool:
        """Say whether it is a single mark, as the British use outside and others inside a quotation."""
        return self.char in SINGLE


def quotation_marks(text: str, paragraph: Span) -> Iterator[Mark]:
    """Yield the marks of a paragraph in order, without those that do nothing.

    Two single marks are a double one ("''so''") or close two quotations in single marks: they are given as both.
    """
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        left, right = _left(text, start, paragraph), _right(text, end, paragraph)
        if match[0] in SINGLE:
            role, char = _single(text, start, left, right), match[0]
        else:
            char = match[0] if len(match[0]) == 1 else '"'
            role = _double(text, start, left, right)
        if role is not None:
            yield Mark(start, end, char, role)
        if role == "close" and end - start == 2:
            yield Mark(start, end, match[0][0], role)


def _left(text: str, at: int, paragraph: Span) -> str:
    """Return the nearest character before a mark that is no mark itself, at most three away; a space at the start."""
    for k in range(at - 1, max(paragraph.start - 1, at - 4), -1):
        if text[k] not in _MARKS:
            return text[k]
    return " "


def _right(text: str, at: int, paragraph: Span) -> str:
    for k in range(at, min(paragraph.end, at + 3)):
        if text[k] not in _MARKS:
            return text[k]
    return " "


def _double(text: str, at: int, left: str, right: str) -> Role | None:
    begins = left.isspace() or left in _OPENING
    ends = right.isspace() or not (right.isalnum() or right in "$£€@#([{…¿¡—–-")
    match text[at]:
        case "„" | "‟":
            return "open"
        case "“":
            return "close" if ends else "open"
        case "«":
            return "close" if ends and not left.isspace() else "open"
        case "»" | "”":
            return "either" if begins and not ends else "close"
    if _MEASURE.search(text, max(0, at - 4), at):
        return None
    if begins != ends:
        return "open" if begins else "close"
    return "either"


def _single(text: str, at: int, left: str, right: str) -> Role | None:
    if (left.isspace() or left in _OPENING) and not right.isspace():
        return "open" if text[at] in "'‘‚" and not _ELISION.match(text, at + 1) else None
    if left.isspace() or right.isalnum() or (left.isdigit() and text[at] == "'"):
        return None
    # "the players’ bus": after an s, a space says nothing.
    return "perhaps close" if left in "sS" and right.isspace() and text[at + 1 : at + 2].isspace() else "close"
