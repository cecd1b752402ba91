"""An article's text in paragraphs and pieces: what is cited, what was set aside, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing.model import Briefing, Citation, Original

WHOLE = 60_000
"""An article of more characters is shown only where it is cited: a page must open on a phone."""

TOGETHER = 2_000_000
"""The same where the articles before it have this many characters in all."""

AROUND = 320
"""Characters of a long paragraph that a card shows before and behind what is cited, to the next blank."""

_PARAGRAPH = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's words (`text`), or what holds some: `pieces`, in their order.

    "cited" is where the citation `label` leads, "aside" what cleaning set aside (of this `name` for this `reason`);
    `continues` where it began in an earlier piece. "gap" says that words are left out here.
    """

    kind: Literal["words", "cited", "aside", "gap"] = "words"
    text: str = ""
    label: str = ""
    name: str = ""
    reason: str = ""
    continues: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an article's text; `themes` are those of its passages where they are others than just before."""

    pieces: tuple[Piece, ...]
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """An original in paragraphs: all of them (`is_whole`), or those in which something is cited."""

    original: Original
    paragraphs: tuple[Paragraph, ...]
    is_whole: bool = True


class _Marked(NamedTuple):
    """A span of a text with what is to be said of it."""

    start: int
    end: int
    piece: Piece


def texts(briefing: Briefing) -> Iterator[Text]:
    """Yield the cited articles in paragraphs, the longest and the last of very many only where they are cited."""
    together = 0
    for original in briefing.originals:
        together += len(original.text)
        yield _text(original, briefing.citations, is_whole=len(original.text) <= WHOLE and together <= TOGETHER)


def _text(original: Original, citations: Iterable[Citation], *, is_whole: bool) -> Text:
    cited = [c for c in citations if c.reference.number == original.reference.number]
    marked = [_Marked(c.start, c.end, Piece("cited", label=c.label)) for c in cited]
    asides = [_Marked(a.start, a.end, Piece("aside", name=a.kind, reason=a.reason)) for a in original.asides]
    return Text(original, tuple(_paragraphs(original, [*marked, *asides], only_cited=not is_whole)), is_whole)


def _paragraphs(original: Original, marked: Iterable[_Marked], *, only_cited: bool) -> Iterator[Paragraph]:
    ordered = sorted(marked, key=lambda m: (m.start, -m.end, m.piece.label))
    above: tuple[str, ...] = ()
    for start, end, here in _lines(original.text, ordered):
        found = (p.theme for p in original.passages if p.start < end and start < p.end and p.theme)
        themes = tuple(dict.fromkeys(found))
        if only_cited and not any(m.piece.kind == "cited" for m in here):
            continue
        yield Paragraph(_pieces(original.text, start, end, here), themes if themes != above else ())
        above = themes


def _lines(text: str, ordered: Sequence[_Marked]) -> Iterator[tuple[int, int, list[_Marked]]]:
    """Yield each line that is not blank with what is marked in it."""
    coming, here = list(reversed(ordered)), list[_Marked]()
    for line in _PARAGRAPH.finditer(text):
        start, end = line.span()
        while coming and coming[-1].start < end:
            here.append(coming.pop())
        here = [m for m in here if m.end > start]
        yield start, end, here


def _pieces(text: str, start: int, end: int, marked: Sequence[_Marked]) -> tuple[Piece, ...]:
    """Cut `text[start:end]` at what is marked in it; what begins inside another and ends behind it goes on there."""
    found, at = [], start
    waiting = [m for m in marked if m.start < end and m.end > start]
    while waiting:
        first, *others = waiting
        opens, closes = max(first.start, at), min(first.end, end)
        if opens > at:
            found.append(Piece(text=text[at:opens]))
        inside = [m for m in others if m.start < closes]
        inner = _pieces(text, opens, closes, inside)
        piece = first.piece
        found.append(Piece(piece.kind, "", piece.label, piece.name, piece.reason, first.start < opens, inner))
        waiting = sorted((m for m in others if m.end > closes), key=lambda m: (max(m.start, closes), -m.end))
        at = closes
    return (*found, *([Piece(text=text[at:end])] if at < end else ()))


def context(citation: Citation, briefing: Briefing) -> tuple[Paragraph, ...]:
    """Return the paragraphs in which a citation stands, with nothing else marked; none where the text is not there."""
    original = next((o for o in briefing.originals if o.reference.number == citation.reference.number), None)
    if original is None:
        return ()
    one = _Marked(citation.start, citation.end, Piece("cited", label=citation.label))
    found = (line for line in _lines(original.text, [one]) if line[2])
    return tuple(Paragraph(_near(original.text, start, end, one)) for start, end, _ in found)


def _near(text: str, start: int, end: int, one: _Marked) -> tuple[Piece, ...]:
    """The paragraph, or of a long one what is near."""
    first, last = start, end
    if max(one.start, start) - start > AROUND * 2:
        first = text.rfind(" ", start, one.start - AROUND) + 1 or one.start
    if end - min(one.end, end) > AROUND * 2:
        last = text.find(" ", one.end + AROUND, end) if " " in text[one.end + AROUND : end] else one.end
    gap = (Piece("gap"),)
    return (*(gap if first > start else ()), *_pieces(text, first, last, [one]), *(gap if last < end else ()))
