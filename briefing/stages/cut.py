"""Say of each sentence how it may be printed: alone, with what it leans on, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Cut, Quotation, Sentence


def cut(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> tuple[Cut, ...]:
    """Return the cut of each sentence, in order."""
    return tuple(Cut(s.position, s.position, s.position, s.start, s.end, s.unfit) for s in sentences)
