"""Cut a reading into the units that are given a theme, and find what each says of the themes by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.language.words import stems
from briefing.model import Reading, Sentence, Theme
from briefing.stages.theme.evidence import Match, matches

# A paragraph of more sentences is cut into its sentences: press pages often stand in one paragraph. With all articles
# of three stitched sets run together into one paragraph each, single sentences reach a macro F1 of 84.2, 83.8, 72.7 for
# the pile, pairs 82.4, 82.3, 74.0, threes 79.9, 71.0, 71.6 (with their paragraphs known 87.8, 89.5, 76.9).
LONGEST = 6
# What was set aside speaks for the unit that it stands before, but less than the unit itself.
BESIDE = 0.5
# Not the others: links and notices name other news.
SPEAKING = ("title", "deck", "heading", "caption")


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of sentences (`first` to `last`, from 0) with its distinct `terms`, sorted, and the themes' terms found."""

    first: int
    last: int
    terms: tuple[str, ...]
    found: tuple[Match, ...]


def units(reading: Reading, themes: tuple[Theme, ...]) -> list[Unit]:
    """Return the reading's units in order; together they hold every sentence once."""
    made: list[Unit] = []
    texts = _speaking(reading)
    for _, group in groupby(reading.sentences, key=lambda s: s.paragraph):
        paragraph = list(group)
        for piece in [paragraph] if len(paragraph) <= LONGEST else [[sentence] for sentence in paragraph]:
            before = []
            while texts and texts[-1][0] < piece[0].start:
                before.append(texts.pop()[1])
            made.append(_unit(piece, before, themes, reading.article.language))
    return made


def _unit(sentences: Sequence[Sentence], before: Sequence[str], themes: tuple[Theme, ...], language: str) -> Unit:
    terms = sorted({term for s in sentences for term in s.terms})
    found = matches([(s.words, s.text) for s in sentences], themes, language)
    beside = matches([(stems(text, language), text) for text in before], themes, language)
    lesser = (Match(m.theme, f"{m.label} (set aside)", BESIDE * m.weight) for m in beside)
    return Unit(sentences[0].position, sentences[-1].position, tuple(terms), (*found, *lesser))


def _speaking(reading: Reading) -> list[tuple[int, str]]:
    """Return what was set aside and yet speaks for a theme, with its place: last first, the title at the end."""
    text = reading.article.text
    asides = [(a.start, text[a.start : a.end]) for a in reading.cleaned.asides if a.kind in SPEAKING]
    return [*sorted(asides, reverse=True), *([(-1, reading.title)] if reading.title is not None else [])]
