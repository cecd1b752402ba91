"""Count readings into a pile, and add piles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Pile, Reading, Theme


def count(reading: Reading, themes: Sequence[Theme]) -> Pile:
    """Return the pile of one reading."""
    terms = {term for sentence in reading.sentences for term in sentence.terms}
    return Pile(documents=1, sentences=len(reading.sentences), articles_with=dict.fromkeys(sorted(terms), 1))


def add(one: Pile, other: Pile) -> Pile:
    """Return the pile of both."""
    return Pile(
        documents=one.documents + other.documents,
        sentences=one.sentences + other.sentences,
        articles_with=_add(one.articles_with, other.articles_with),
        company={t: _add(one.company.get(t, {}), other.company.get(t, {})) for t in {*one.company, *other.company}},
        paragraphs=_add(one.paragraphs, other.paragraphs),
    )


def _add(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(other))
