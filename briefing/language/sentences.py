"""Sentences as spans, in one pass over end marks and the quotation marks and brackets that close after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.language.abbreviations import abbreviations
from briefing.language.boundaries import boundaries
from briefing.language.list_items import list_items
from briefing.language.paragraphs import paragraphs
from briefing.model import Span


def sentences(text: str, language: str = "en", *, blocks: Sequence[Span] | None = None) -> list[Span]:
    """Return the sentences of a text in order, without the white space between them.

    A sentence never crosses a paragraph (see `paragraphs`) or, if `blocks` are given, one of these. `language` is an
    ISO 639-1 code; one without lists of its own goes by what its script shares with others and English abbreviations.
    The time is linear in the length of any text.
    """
    known = abbreviations(language)
    return [
        span
        for block in (paragraphs(text) if blocks is None else blocks)
        for item in list_items(text, block)
        for span in _cut(text, item, boundaries(text, item, known))
    ]


def _cut(text: str, block: Span, ends: Iterator[int]) -> Iterator[Span]:
    """Yield the spans between the ends, each without the white space around it; blank ones are left out."""
    start = block.start
    for end in [*ends, block.end]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            lead = len(piece) - len(piece.lstrip())
            yield Span(start + lead, start + lead + len(bare))
        start = end
