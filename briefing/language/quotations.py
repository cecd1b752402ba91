"""Quotations as spans, several paragraphs perhaps, in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Quotation, Span

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order."""
    return tuple(
        Quotation((Span(p.start + m.start(), p.start + m.end()),))
        for p in paragraphs
        for m in _QUOTED.finditer(text[p.start : p.end])
    )
