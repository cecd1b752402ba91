"""The sentences of references and sources as the measures see them: never split by what is being measured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# The plain baseline's short list: figures of ROUGE-Lsum depend on it, so that it never changes with the product.
_ABBREVIATIONS = """mr mrs ms dr u.s u.k u.n gen sen gov st prof lt col rep jr sr no inc ltd co corp jan feb mar apr jun
    jul aug sep sept oct nov dec a.m p.m vs e.g i.e"""


# NLTK stops a pattern after some seconds, which Punkt's would take for a line of a megabyte without white space.
LONGEST = 20_000
"""Characters of a line that are split at once; a longer line is cut behind a full stop, else behind white space."""


def plain_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, by NLTK's Punkt (Kiss and Strunk 2006) within each line of the text."""
    return [
        (at + start, at + start + len(found))
        for at, line in _lines(text)
        for start, end in _punkt().span_tokenize(line)
        if (found := line[start:end].strip())
    ]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset, without the white space at its beginning."""
    at = 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        while at - 1 - start > LONGEST:
            places = (text.rfind(mark, start, start + LONGEST) + len(mark) for mark in (". ", " "))
            cut = next((place for place in places if place > start), start + LONGEST)
            yield start, text[start:cut]
            start = cut
        yield start, text[start : at - 1]


def plain_sentences(text: str) -> list[str]:
    """Return the text of each sentence."""
    return [text[start:end] for start, end in plain_spans(text)]


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS.split())
    return PunktSentenceTokenizer(parameters)
