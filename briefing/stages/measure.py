"""Measure what speaks for an extract, in the terms in which `select` weighs it, for a reader who asks why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.model import Extract, Span
from briefing.model.proof import Fate, Features
from briefing.stages.select.fit import Vector, cosine, vector
from briefing.stages.select.worth import Subject, agreement, subject

# The most extracts that another is said to have lost to.
NAMED = 5


class About(NamedTuple):
    """What a theme is about over all articles, and the words of everything that was on offer for it."""

    subject: Subject
    words: frozenset[str]

    @classmethod
    def of(cls, extracts: Sequence[Extract]) -> About:
        """Return what the extracts are about."""
        return cls(subject(extracts), frozenset(term for one in extracts for term in one.terms))

    def worth(self, extract: Extract) -> float:
        """Return what an extract, on offer or not, counts by itself: words that nothing on offer has say nothing."""
        known = tuple(term for term in extract.terms if term in self.words)
        return self.subject.alone(replace(extract, terms=known))


@dataclass(frozen=True, slots=True)
class Measures:
    """What extracts are held against: what each theme is about over all articles; what the page prints, by label."""

    themes: Mapping[str | None, About]
    printed: Mapping[str, Extract]
    vectors: Mapping[str, Vector]


def measures(offered: Mapping[str, Sequence[Extract]], printed: Mapping[str, Extract]) -> Measures:
    """Return the measures of a page; `offered` are the candidates of each theme (`""`: none)."""
    return Measures(
        themes={theme or None: About.of(extracts) for theme, extracts in offered.items()},
        printed=printed,
        vectors={label: vector(extract.terms) for label, extract in printed.items()},
    )


def measure(fates: Sequence[Fate], by: Measures) -> tuple[Fate, ...]:
    """Return the fates of one article with the features of each extract, and what it lost to."""
    peers: dict[str | None, list[Extract]] = {}
    for fate in fates:
        peers.setdefault(fate.extract.theme, []).append(fate.extract)
    own = {theme: _Own(sorted(e.core for e in extracts), About.of(extracts)) for theme, extracts in peers.items()}
    return tuple(
        replace(
            fate,
            features=_features(fate.extract, own[fate.extract.theme], by),
            lost_to=() if fate.label else tuple(_lost_to(fate.extract, by)),
        )
        for fate in fates
    )


class _Own(NamedTuple):
    """What one article says under one theme: where its sentences stand, and what they are about."""

    cores: Sequence[Span]
    about: About


def _features(extract: Extract, own: _Own, by: Measures) -> Features:
    about, of = by.themes.get(extract.theme, own.about), vector(extract.terms)
    nearest, likeness = _nearest(extract, of, by)
    title = set(extract.title_terms)
    return Features(
        place=1 + own.cores.index(extract.core),
        places=len(own.cores),
        score=extract.score,
        centrality=cosine(of, own.about.subject.centroid),
        fit=cosine(of, about.subject.centroid),
        agreement=agreement(extract, of, about.subject),
        titled=len(title.intersection(extract.terms)),
        title=len(title),
        worth=about.worth(extract),
        nearest=nearest,
        likeness=likeness,
    )


def _nearest(extract: Extract, of: Vector, by: Measures) -> tuple[str | None, float]:
    """The printed extract that is most like one, itself and what shares its characters left out."""
    found = [
        (round(cosine(of, by.vectors[label]), 9), label)
        for label, other in by.printed.items()
        if not (other.article == extract.article and other.start < extract.end and extract.start < other.end)
    ]
    likeness, label = max(found, default=(0.0, None))
    return (label, likeness) if likeness else (None, 0.0)


def _lost_to(extract: Extract, by: Measures) -> list[str]:
    """The labels of the printed extracts of its theme that count more by themselves, the most first."""
    about = by.themes.get(extract.theme)
    if about is None or extract.unfit:
        return []
    worths = {label: about.worth(other) for label, other in by.printed.items() if other.theme == extract.theme}
    own = about.worth(extract)
    more = sorted((-worth, label) for label, worth in worths.items() if worth > own)
    return [label for _, label in more[:NAMED]]
