"""Articles summarised, and cut into passages, without a page around them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Article, Extract, Passage, Theme
from briefing.plugins import Summariser
from briefing.stages.choose import choose
from briefing.stages.choose.baseline import baseline
from briefing.stages.count import count, total
from briefing.stages.read import read
from briefing.stages.register import fault
from briefing.stages.select import select
from briefing.stages.theme import theme
from briefing.stages.theme.cover import cover


def summarise(
    articles: Sequence[Article], summariser: Summariser, *, sentences: int | None, words: int | None
) -> list[Extract]:
    """Return the extracts that together summarise the articles, in reading order; neither budget is exceeded.

    The same text given twice counts once, one that cannot be quoted not at all. A baseline (`is_baseline`) gives its
    plain top sentences.
    """
    usable = {article.sha256: article for article in articles if fault(article) is None}
    readings = [read(article) for article in usable.values()]
    pile = total(count(reading, ()) for reading in readings)
    if getattr(summariser, "is_baseline", False):
        chosen = baseline(readings, pile, summariser, sentences=sentences, words=words)
    else:
        extracts = [extract for reading in readings for extract in choose(reading, (), pile, summariser)]
        chosen = select(extracts, sentences=sentences, words=words)
    order = {reading.article.sha256: place for place, reading in enumerate(readings)}
    return sorted(chosen, key=lambda extract: (order[extract.article], extract.start))


def passages(articles: Sequence[Article], themes: Sequence[Theme]) -> list[tuple[Passage, ...]]:
    """Return each article's passages, learning from all articles given; none where the text cannot be quoted."""
    readings = [read(article) if fault(article) is None else None for article in articles]
    pile = total(count(reading, themes) for reading in readings if reading)
    return [cover(reading, theme(reading, pile, themes)) if reading else () for reading in readings]
