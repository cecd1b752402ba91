"""Divide a text between news and asides, so that every character that shows is in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model import Aside, Span
from briefing.stages.clean.blocks import stripped


def partition(text: str, spans: Sequence[Span], asides: Iterable[Aside]) -> tuple[list[Span], list[Aside]]:
    """Return the spans without their asides, and the asides without their overlaps, both in order.

    Every aside lies within one of the spans; of two that overlap, the earlier keeps the common part. What is left
    beside an aside without a letter or figure in it (a bar, a full stop) belongs to that aside.
    """
    queue = _apart(asides)
    blocks: list[Span] = []
    kept: list[Aside] = []
    at = 0
    for span in spans:
        first = at
        while at < len(queue) and queue[at].start < span.end:
            at += 1
        inside = _widened(text, span, queue[first:at])
        kept += inside
        blocks += _between(text, span, inside)
    return blocks, kept


def _apart(asides: Iterable[Aside]) -> list[Aside]:
    apart: list[Aside] = []
    for aside in sorted(asides, key=lambda a: (a.start, -a.end)):
        start = max(aside.start, apart[-1].end) if apart else aside.start
        if start < aside.end:
            apart.append(replace(aside, start=start))
    return apart


def _widened(text: str, span: Span, asides: Sequence[Aside]) -> list[Aside]:
    wide = []
    for k, aside in enumerate(asides):
        start, end = stripped(text, aside.start, aside.end)
        if k == 0 and not _says_something(text, span.start, start):
            start = span.start
        below = asides[k + 1].start if k + 1 < len(asides) else span.end
        if not _says_something(text, end, below):
            end = stripped(text, start, below).end
        wide.append(replace(aside, start=start, end=end))
    return wide


def _between(text: str, span: Span, asides: Sequence[Aside]) -> Iterator[Span]:
    starts = [span.start, *(a.end for a in asides)]
    ends = [*(a.start for a in asides), span.end]
    for start, end in zip(starts, ends, strict=True):
        piece = stripped(text, start, end)
        if piece.start < piece.end:
            yield piece


def _says_something(text: str, start: int, end: int) -> bool:
    return any(text[k].isalnum() for k in range(start, end))
