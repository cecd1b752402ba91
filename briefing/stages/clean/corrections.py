"""Find what a source corrects in itself. A correction is news: it is kept, and shown beside the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.language.sentences import sentences
from briefing.model import Span

# What opens a correction or an editor's note, and what only a sentence that corrects says of its own page.
_OPENS = re.compile(
    r"[-–—•*\s(\[]{0,4}(?:corrections?|clarifications?|corrected|editor['’]?s['’]? notes?|editors['’]? notes?"
    r"|note to readers)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[-–—•*\s(\[]{0,4}(?:corrections?|clarifications?)(?:\s(?:and|&)\s(?:corrections?|clarifications?))?"
    r"(?:\s?\([^()\n]{1,40}\)|,?\s[^.:!?\n]{0,30}\d{4})?(?:\s?:|\s[–—-]\s)",
    re.IGNORECASE,
)
_PAGE = r"(?:story|article|post|piece|item|page|headline|column|caption|graphic|transcript)"
_CORRECTS = re.compile(
    rf"an? (?:earlier|previous|prior) (?:version|edition) of (?:this (?:{_PAGE}|report)|the {_PAGE}"
    rf"|an? (?:\w+ )?{_PAGE})\b"
    rf"|(?:this (?:{_PAGE}|report)|the (?:headline|caption) (?:of|on|to) this {_PAGE})"
    r"(?: (?:has|have|had|been|was|is|updated|revised|amended|edited|changed|modified|since|also|originally|initially"
    r"|previously|first|mistakenly)){0,5} (?:corrected|to correct|to clarify|clarified|retracted|misstated|misspelled"
    r"|misidentified|misquoted|incorrectly|erroneously|wrongly|in error)\b",
    re.IGNORECASE,
)
# In small letters; without one of them in it a text corrects nothing.
_SIGNS = (
    "correct", "clarif", "earlier version", "previous version", "prior version", "edition of", "misst", "misid",
    "misqu", "missp", "erroneous", "retracted", "wrongly", "in error", "was amended", "been amended",
)  # fmt: skip
_LONGEST = 600  # characters of one that is shown; a longer paragraph is an article of its own


# "This article was amended on 24 April 2026. …": what follows says why.
_AMENDED = re.compile(
    rf"[-–—•*\s(\[]{{0,4}}this (?:{_PAGE}|report) (?:was|has been) (?:amended|corrected) on\b"
    r"[^.!?]{4,40}[.:;]?(?:\s|$)",
    re.IGNORECASE,
)


def is_kept(piece: str) -> bool:
    """Whether a paragraph or sentence is a correction or an editor's note, which no rule of furniture may touch."""
    return bool(_OPENS.match(piece) or _AMENDED.match(piece) or _corrects(piece))


def corrections(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the corrections: whole paragraphs that open with one, or single sentences inside others."""
    if not _has_sign(text):
        return
    for start, end in blocks:
        piece = text[start:end]
        if not _has_sign(piece):
            continue
        if len(piece) <= _LONGEST and _is_correction(piece):
            yield Span(start, end)
        else:
            yield from _inside(piece, start)


def _is_correction(paragraph: str) -> bool:
    """Whether a paragraph opens by correcting: what follows is what is right, and belongs to it."""
    opens = _LABEL.match(paragraph) or _AMENDED.match(paragraph) or _corrects(paragraph)
    return bool(opens or (_OPENS.match(paragraph) and _corrects_inside(paragraph)))


def _inside(paragraph: str, start: int) -> Iterator[Span]:
    """Yield the sentences of a paragraph that correct; one with a label takes what is left along, if that is short."""
    for a, b in sentences(paragraph):
        sentence = paragraph[a:b]
        if _LABEL.match(sentence) and len(paragraph) - a <= _LONGEST:
            yield Span(start + a, start + len(paragraph))
            return
        if len(sentence) <= _LONGEST and (_LABEL.match(sentence) or _corrects(sentence)):
            yield Span(start + a, start + b)


def _corrects(sentence: str) -> bool:
    return bool(_CORRECTS.match(sentence.lstrip("-–—•*([ ")))


def _corrects_inside(paragraph: str) -> bool:
    return bool(_CORRECTS.search(paragraph))


def _has_sign(text: str) -> bool:
    lower = text.lower()
    return any(sign in lower for sign in _SIGNS)
