"""Draw up what an article reports outside all themes: what tells its event, and what could name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Passage, Reading, Story
from briefing.stages.group import signature
from briefing.stages.label.phrases import phrases

# The sentences in which names for it are looked for: the first ones tell what happened.
OPENING = 2


def story(reading: Reading, passages: Sequence[Passage]) -> Story:
    """Return the story of the sentences without a theme.

    The title belongs to it only where these open the article: else it may well speak of a theme.
    """
    apart = [k for p in passages if p.theme is None for k in range(p.first, p.last + 1)]
    sentences = tuple(reading.sentences[k] for k in apart)
    title = " ".join((reading.title or "").split()) if 0 in apart else ""
    language = reading.article.language
    told = [sentence for sentence in sentences if sentence.unfit is None][:OPENING]
    opening = [phrase for sentence in told for phrase in phrases(sentence.text, language)]
    titled = phrases(title, language, is_title=True)
    terms = {term for sentence in sentences for term in sentence.terms} | {t for p in titled for t in p.terms}
    return Story(
        signature=signature(replace(reading, sentences=sentences)),
        terms=tuple(sorted(terms)),
        phrases=tuple(dict.fromkeys([*titled, *opening])),
        source=reading.article.source or reading.cleaned.agency,
    )
