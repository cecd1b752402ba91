"""Group sentences that a piece of quotation holds together: none of them may be printed without the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Quotation, Sentence, Span


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences `first` to `last` with the pieces of quotation that they open and close, in order."""

    first: int
    last: int
    pieces: tuple[Span, ...] = ()


def pieces(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> tuple[Group, ...]:
    """Return the groups in order; together they hold every sentence once, and every piece lies in one group."""
    spans = sorted(piece for quotation in quotations for piece in quotation.pieces)
    touched = [_touched(sentences, span) for span in spans]
    reach = list(range(len(sentences)))
    for first, last in touched:
        if first <= last:
            reach[first] = max(reach[first], last)
    groups, start, held = [], 0, 0
    for k, last in enumerate(reach):
        held = max(held, last)
        if held == k:
            groups.append((start, k))
            start = k + 1
    return _with_pieces(groups, spans, touched)


def _touched(sentences: Sequence[Sentence], span: Span) -> tuple[int, int]:
    """The first and last sentence that share a character with the span; the first is past the last if none does."""
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    return first, bisect_left(sentences, span.end, key=lambda s: s.start) - 1


def _with_pieces(
    groups: Sequence[tuple[int, int]], spans: Sequence[Span], touched: Sequence[tuple[int, int]]
) -> tuple[Group, ...]:
    held: dict[int, list[Span]] = {}
    starts = [first for first, _ in groups]
    for span, (first, last) in zip(spans, touched, strict=True):
        if first <= last:
            held.setdefault(bisect_right(starts, first) - 1, []).append(span)
    return tuple(Group(first, last, tuple(held.get(k, ()))) for k, (first, last) in enumerate(groups))
