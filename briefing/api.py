"""The public functions of the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing import pipeline
from briefing.language.sentences import sentences as _spans
from briefing.model import Article, Extract, Passage, Theme
from briefing.summarisers.ours import Ours


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence found in a text: `text[start:end]`."""

    start: int
    end: int
    text: str


def sentences(text: str, language: str = "en") -> list[Found]:
    """Return the sentences of a text in order."""
    return [Found(s.start, s.end, text[s.start : s.end]) for s in _spans(text, language)]


def summarise(
    articles: Sequence[Article], *, sentences: int | None = None, words: int | None = None, method: str = "ours"
) -> list[Extract]:
    """Return extracts of one article or many, in reading order."""
    return pipeline.summarise(articles, Ours(), sentences=sentences, words=words)


def passages(articles: Sequence[Article], themes: Sequence[Theme]) -> list[tuple[Passage, ...]]:
    """Return for each article its passages."""
    return pipeline.passages(articles, themes)
