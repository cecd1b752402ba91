"""Sentences as spans."""

from __future__ import annotations

import re

from briefing.model import Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|U\.S|U\.N)|\b[A-Z])\.$")


def sentences(text: str, language: str = "en") -> list[Span]:
    """Return the sentences of a text in order, without the white space between them."""
    found, start = [], 0
    for end in [*_END.finditer(text), None]:
        stop = end.end() if end else len(text)
        if end and _ABBREVIATION.search(text[start:stop]):
            continue
        piece = text[start:stop]
        if piece.strip():
            found.append(Span(start + len(piece) - len(piece.lstrip()), stop - len(piece) + len(piece.rstrip())))
        start = stop
    return found
