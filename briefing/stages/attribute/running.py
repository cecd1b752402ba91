"""Carry a speaker on: over the pieces of a running quotation, behind "…, she said. “…”", and over a colon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.model import Attribution, Quotation, Span
from briefing.stages.attribute.cues import Said
from briefing.stages.attribute.segments import QUOTED, Segment


def running(
    parts: Sequence[Segment],
    verbs: Sequence[Sequence[Said]],
    direct: Mapping[int, Attribution],
    quotations: Sequence[Quotation],
    pieces: Sequence[Span],
) -> dict[int, Attribution]:
    """Return the attributions of the pieces with those that have their speaker from a piece or a colon before them."""
    found = dict(direct)
    before = _continued(quotations, pieces)
    for k, part in enumerate(parts):
        is_bare = _is_bare(part)
        for at, number in part.pieces.items():
            if number in found:
                continue
            earlier = found.get(before.get(number, -1)) or _announced(parts, verbs, k, at)
            if earlier is None and is_bare:
                earlier = _same_paragraph(parts, k, found)
            if earlier is not None:
                found[number] = replace(earlier, content=pieces[number], direct=True)
    return found


def _continued(quotations: Sequence[Quotation], pieces: Sequence[Span]) -> dict[int, int]:
    """Return for each further piece of a running quotation the piece before it."""
    number = {piece: k for k, piece in enumerate(pieces)}
    return {
        number[piece]: number[earlier]
        for quotation in quotations
        for earlier, piece in zip(quotation.pieces, quotation.pieces[1:], strict=False)
    }


def _is_bare(part: Segment) -> bool:
    """Whether a segment is one piece of quotation and nothing else."""
    return all(word == QUOTED or not word[0].isalnum() for word in part.words)


def _announced(parts: Sequence[Segment], verbs: Sequence[Sequence[Said]], k: int, at: int) -> Attribution | None:
    """Return the attribution of the verb that ends the segment before with a colon, if the piece opens its segment."""
    if at or not k or parts[k - 1].words[-1:] != [":"] or not verbs[k - 1]:
        return None
    verb = verbs[k - 1][-1]
    return Attribution(None, parts[k - 1].span(*verb.source), parts[k - 1].span(*verb.cue))


def _same_paragraph(parts: Sequence[Segment], k: int, found: Mapping[int, Attribution]) -> Attribution | None:
    """Return the attribution of the piece before, if its segment stands right before in the paragraph."""
    if not k or parts[k - 1].paragraph != parts[k].paragraph or not parts[k - 1].pieces:
        return None
    return found.get(next(reversed(parts[k - 1].pieces.values())))
