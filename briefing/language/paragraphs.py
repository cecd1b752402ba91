"""Paragraphs as spans."""

from __future__ import annotations

import re

from briefing.model import Span

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a text in order, without the white space around them."""
    return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
