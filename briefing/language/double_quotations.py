"""Quotations in double marks of any shape inside a paragraph: which mark opens, nests, opens anew or closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language.quotation_marks import Mark
from briefing.model import Span

_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")
_DEEPEST = 3  # marks open at once; what is nested deeper changes nothing for the outermost
_OPENER = {'"': '"', "”": "“", "“": "„", "»": "«", "«": "»"}


@dataclass(slots=True)
class _Piece:
    """A piece being read: where it began, the marks open in it, and where one like the first was last closed."""

    start: int
    stack: list[str]
    inner_end: int = 0

    def close(self, mark: Mark) -> bool:
        """Close the innermost mark of that shape, else the innermost at all; say whether the piece is closed."""
        opener = _OPENER.get(mark.char, "")
        at = len(self.stack) - 1 - self.stack[::-1].index(opener) if opener in self.stack else len(self.stack) - 1
        if at and self.stack[at] == self.stack[0]:
            self.inner_end = mark.end
        del self.stack[at:]
        return not self.stack


def double_quotations(text: str, paragraph: Span, marks: Sequence[Mark], *, inside: bool) -> tuple[list[Span], str]:
    """Return a paragraph's quotations in double marks, and the mark that the last of them leaves open, or "".

    `inside` says that a quotation runs on into this paragraph. A mark of the same shape inside a quotation opens it
    anew after a sentence's end; elsewhere it nests, unless a sentence ended meanwhile: then the earlier one was
    forgotten, and ended with that sentence.
    """
    found: list[Span] = []
    piece: _Piece | None = None
    if inside and not (marks[0].start == paragraph.start and marks[0].role != "close"):
        piece = _Piece(paragraph.start, [_OPENER.get(marks[0].char, "")])
    for mark in marks:
        if piece is None:
            if mark.role != "close" and mark.end < paragraph.end:
                piece = _Piece(mark.start, [mark.char])
        elif mark.role != "open":
            if piece.close(mark):
                found.append(Span(piece.start, mark.end))
                piece = None
        elif end := _forgotten(text, piece, mark):
            found.append(Span(piece.start, end))
            piece = _Piece(mark.start, [mark.char])
    if piece is None:
        return found, ""
    found.append(Span(piece.start, piece.inner_end or paragraph.end))
    return found, "" if piece.inner_end else piece.stack[0]


def sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence ends that holds `start`, at most `end`."""
    found = _SENTENCE_END.search(text, start, end)
    return found.end() if found else end


def _forgotten(text: str, piece: _Piece, mark: Mark) -> int:
    """Return where the piece ended if its closing mark was forgotten, or 0; a mark that nests joins its stack."""
    before = text[max(piece.start, mark.start - 4) : mark.start].rstrip()
    if len(piece.stack) == _DEEPEST or (mark.char == piece.stack[0] and before[-1:] in tuple(".!?…")):
        return 0
    end = sentence_end(text, piece.start, mark.start)
    if mark.char == piece.stack[0] and end < mark.start:
        return end
    piece.stack.append(mark.char)
    return 0
