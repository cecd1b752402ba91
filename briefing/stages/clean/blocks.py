"""Lay a text out as blocks: its paragraphs, with what the recognisers ask of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.language.paragraphs import paragraphs
from briefing.model import Span

# A block's last characters. Commas, colons and dashes also say that a line is no title: something follows.
_ENDED = re.compile(r"[.!?…。！？।؟۔:;,–—-]\W*$")
_MARK = re.compile(r"[.!?…。！？।؟۔]")
_TAIL = 8  # characters that may hold an end mark and what closes behind it
_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, `text[start:end]`. `gap` says that an empty line, or nothing, follows.

    `words` counts its runs without white space, up to 1,000. `is_ended` says that the last thing in it is an end mark,
    or a mark after which something must follow.
    """

    start: int
    end: int
    text: str = field(repr=False)
    gap: bool
    words: int
    is_ended: bool

    @property
    def has_mark(self) -> bool:
        """Whether an end mark stands anywhere in it."""
        return bool(_MARK.search(self.text))


def stripped(text: str, start: int, end: int) -> Span:
    """Return `text[start:end]` without the white space around it, as a span (an empty one if there is nothing else)."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def layout(text: str, body: int = 0) -> list[Block]:
    """Return the blocks of `text[body:]` in order; together they hold every character but white space."""
    spans = list(_spans(text, body))
    ends = [b.start for b in spans[1:]] + [len(text)] * bool(spans)
    return [_block(text, span, below, below == len(text)) for span, below in zip(spans, ends, strict=True)]


def _block(text: str, span: Span, below: int, is_last: bool) -> Block:
    line = text[span.start : span.end]
    gap = is_last or len((text[span.end : below] + ".").splitlines()) > 2
    words = len(line.split(None, _COUNTED))
    return Block(span.start, span.end, line, gap, words, bool(_ENDED.search(line[-_TAIL:])))


def _spans(text: str, body: int) -> Iterator[Span]:
    """Yield the paragraphs, and what shows nothing but is no white space (zero-width marks) between them."""
    at = body
    for a, b in paragraphs(text[body:]):
        yield from _left_over(text, at, body + a)
        yield Span(body + a, body + b)
        at = body + b
    yield from _left_over(text, at, len(text))


def _left_over(text: str, start: int, end: int) -> Iterator[Span]:
    span = stripped(text, start, end)
    if span.start < span.end:
        yield span
