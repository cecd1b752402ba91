"""The story: load, read, pile, choose, merge, compose, render."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from briefing.model import Article, Extract, Passage, Pile, Theme
from briefing.plugins import Summariser
from briefing.stages.choose import choose
from briefing.stages.count import add, count
from briefing.stages.read import read
from briefing.stages.select import select
from briefing.stages.theme import theme


def summarise(
    articles: Sequence[Article], summariser: Summariser, *, sentences: int | None, words: int | None
) -> list[Extract]:
    """Return the extracts that together summarise the articles, in reading order."""
    readings = [read(article) for article in articles]
    pile = reduce(add, (count(reading, ()) for reading in readings), Pile())
    extracts = [extract for reading in readings for extract in choose(reading, (), pile, summariser)]
    order = {article.sha256: k for k, article in reversed(list(enumerate(articles)))}
    chosen = select(extracts, sentences=sentences, words=words)
    return sorted(chosen, key=lambda e: (order[e.article], e.start))


def passages(articles: Sequence[Article], themes: Sequence[Theme]) -> list[tuple[Passage, ...]]:
    """Return each article's passages, learning from all articles given."""
    readings = [read(article) for article in articles]
    pile = reduce(add, (count(reading, themes) for reading in readings), Pile())
    return [theme(reading, pile, themes) for reading in readings]
