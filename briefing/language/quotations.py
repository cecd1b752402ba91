"""Quotations as spans, several paragraphs perhaps, in pieces.

The rules: only the outermost marks of a quotation matter. One that a paragraph leaves open goes on in the next if that
opens anew, or if the first mark there closes. Else it ends with its paragraph, or with the sentence that it opens in
where the paragraph goes on for more than `LONGEST` characters or another quotation opens in it. A mark that opens at a
paragraph's very end opens nothing, and one that closes what is not open closes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.language.double_quotations import double_quotations, sentence_end
from briefing.language.quotation_marks import SINGLE, Mark, quotation_marks
from briefing.language.single_quotations import single_quotations
from briefing.model import Quotation, Span

LONGEST = 1_000  # characters of a paragraph that one forgotten mark may claim: what fits an extract


class _Found(NamedTuple):
    """The pieces of one paragraph, and the mark that the last of them leaves open, or ""."""

    pieces: list[Span]
    left_open: str


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of a text in order; `paragraphs` are spans in order, and every piece lies inside one."""
    found: list[list[Span]] = []
    left_open = ""
    for paragraph in paragraphs:
        marks = _anew(list(quotation_marks(text, paragraph)), paragraph, left_open)
        before, inside = left_open, _goes_on(paragraph, marks, left_open)
        pieces, left_open = _pieces(text, paragraph, marks, inside=inside and before not in SINGLE)
        if inside and pieces and pieces[0].start == paragraph.start:
            found[-1].append(pieces.pop(0))  # a further piece of the quotation left open
        elif before:
            _end(text, found, before)
        found.extend([piece] for piece in pieces)
    if left_open:
        _end(text, found, left_open)
    return tuple(Quotation(tuple(pieces)) for pieces in found)


def _anew(marks: list[Mark], paragraph: Span, left_open: str) -> list[Mark]:
    """Return the marks with the French habit read: a paragraph inside «…» may open anew with its closing mark."""
    if left_open == "«" and marks and marks[0].char == "»" and marks[0].start == paragraph.start:
        return [marks[0]._replace(role="open", char="«"), *marks[1:]]
    return marks


def _goes_on(paragraph: Span, marks: Sequence[Mark], left_open: str) -> bool:
    """Say whether the quotation that the paragraph before left open goes on in this one."""
    first = next((mark for mark in marks if left_open and mark.is_single == (left_open in SINGLE)), None)
    if first is None:
        return False
    opens_anew = first.start == paragraph.start and first.role in ("open", "either")
    return opens_anew or (first.role == "close" and not first.is_single)


def _end(text: str, found: list[list[Span]], left_open: str) -> None:
    """End the last quotation, which nothing closes: where its paragraph ends, or its first sentence if that is far.

    A straight single mark that nothing closes was an apostrophe, and opened nothing.
    """
    start, end = found[-1].pop()
    if left_open != "'":
        found[-1].append(Span(start, sentence_end(text, start, end) if end - start > LONGEST else end))
    elif not found[-1]:
        found.pop()


def _pieces(text: str, paragraph: Span, marks: Sequence[Mark], *, inside: bool) -> _Found:
    """Return a paragraph's outermost pieces; `inside` says that a quotation in double marks runs on into it."""
    doubles, left_open = double_quotations(text, paragraph, [m for m in marks if not m.is_single], inside=inside)
    singles, unclosed = single_quotations([m for m in marks if m.is_single])
    pieces = _outermost(doubles, singles)
    if unclosed is not None and not left_open and (not pieces or pieces[-1].end <= unclosed):
        return _Found([*pieces, Span(unclosed, paragraph.end)], text[unclosed])
    return _Found(pieces, left_open)


def _outermost(doubles: Sequence[Span], singles: Sequence[Span]) -> list[Span]:
    """Merge both in order: of two that cross, single marks were apostrophes; of two nested, the outer counts."""
    spans = [*((s, False) for s in doubles), *((s, True) for s in singles)]
    kept: list[Span] = []
    for span, is_single in sorted(spans, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end and not is_single:
            kept[-1] = span
    return kept
