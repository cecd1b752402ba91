"""Count readings into a pile, and add piles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model import Pile, Reading, Theme
from briefing.stages.theme.teach import names, teach
from briefing.stages.theme.units import units


def count(reading: Reading, themes: Sequence[Theme]) -> Pile:
    """Return the pile of one reading: integers only, no more of them than words times themes."""
    terms = {term for sentence in reading.sentences for term in sentence.terms}
    company, paragraphs = _company(reading, tuple(themes)) if themes else ({}, Counter())
    return Pile(
        documents=1,
        sentences=len(reading.sentences),
        articles_with=dict.fromkeys(sorted(terms), 1),
        company=company,
        paragraphs=paragraphs,
        company_size={name: sum(counts.values()) for name, counts in company.items()},
    )


def _company(reading: Reading, themes: tuple[Theme, ...]) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return the words of the units by what these are surely about, and how many units that are."""
    company: dict[str, Counter[str]] = {}
    paragraphs: Counter[str] = Counter()
    states, cut = names(themes), units(reading, themes)
    for unit, state in zip(cut, teach(cut, len(themes)), strict=True):
        if state is not None:
            company.setdefault(states[state], Counter()).update(unit.terms)
            paragraphs[states[state]] += 1
    return company, paragraphs


def add(one: Pile, other: Pile) -> Pile:
    """Return the pile of both: associative, commutative, and `Pile()` changes nothing."""
    return total((one, other))


def total(piles: Iterable[Pile]) -> Pile:
    """Return the pile of all, in time linear in their sizes."""
    documents = sentences = 0
    articles_with: Counter[str] = Counter()
    company: dict[str, Counter[str]] = {}
    paragraphs: Counter[str] = Counter()
    company_size: Counter[str] = Counter()
    for pile in piles:
        documents += pile.documents
        sentences += pile.sentences
        articles_with.update(pile.articles_with)
        paragraphs.update(pile.paragraphs)
        company_size.update(pile.company_size)
        for name, counts in pile.company.items():
            company.setdefault(name, Counter()).update(counts)
    return Pile(
        documents=documents,
        sentences=sentences,
        articles_with=dict(articles_with),
        company={name: dict(counts) for name, counts in company.items()},
        paragraphs=dict(paragraphs),
        company_size=dict(company_size),
    )
