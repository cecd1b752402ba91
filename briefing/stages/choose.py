"""Score an article's sentences and make extracts of those that may be printed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Extract, Passage, Pile, Reading, Span
from briefing.plugins import Summariser


def choose(reading: Reading, passages: Sequence[Passage], pile: Pile, summariser: Summariser) -> tuple[Extract, ...]:
    """Return the article's printable extracts, best first."""
    scores = summariser(reading.sentences, pile)
    themes = {k: p.theme for p in passages for k in range(p.first, p.last + 1)}
    title = set(reading.title_terms)
    extracts = []
    for cut, score in zip(reading.cuts, scores, strict=True):
        if cut.unfit is not None:
            continue
        core = reading.sentences[cut.core]
        terms = tuple(t for s in reading.sentences[cut.first : cut.last + 1] for t in s.terms)
        extracts.append(
            Extract(
                article=reading.article.sha256,
                start=cut.start,
                end=cut.end,
                text=reading.article.text[cut.start : cut.end],
                core=Span(core.start, core.end),
                core_words=core.words,
                terms=terms,
                score=score,
                theme=themes.get(cut.core),
                position=core.position,
                sentences=cut.last - cut.first + 1,
                in_title=len(title & set(terms)) / len(title) if title else 0.0,
            )
        )
    extracts.sort(key=lambda e: (-e.score, e.start))
    return tuple(extracts)
