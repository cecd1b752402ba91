"""An article's text, split and cut as `stages.read` does it, but without cleaning: every paragraph is news text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.language.paragraphs import paragraphs
from briefing.language.quotations import quotations
from briefing.model import Article, Aside, Cleaned, Cut, Sentence
from briefing.stages.cut import cut
from briefing.stages.split import split


@pytest.fixture(scope="session")
def sentences_of() -> Callable[..., tuple[Sentence, ...]]:
    """Return a function from a text (and its language) to its sentences."""
    return _sentences


@pytest.fixture(scope="session")
def cuts_of() -> Callable[..., tuple[Cut, ...]]:
    """Return a function from a text (and what of it was set aside) to the cuts of its sentences."""

    def cuts(text: str, asides: tuple[Aside, ...] = (), language: str = "en") -> tuple[Cut, ...]:
        quoted = quotations(text, tuple(paragraphs(text)))
        return cut(_sentences(text, language), quoted, asides=asides, language=language)

    return cuts


def _sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    blocks = tuple(paragraphs(text))
    return split(Article(text=text, language=language), Cleaned(blocks), quotations(text, blocks))
