"""Articles summarised, cut into passages and grouped by event, without a page around them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Article, Attribution, Extract, Passage, Theme
from briefing.plugins import Summariser
from briefing.stages.choose import choose
from briefing.stages.choose.baseline import baseline
from briefing.stages.count import count, total
from briefing.stages.group import group, signature
from briefing.stages.identify import identify
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
    usable = {article.sha256: article for given in articles if (article := _usable(given))}
    readings = [read(article) for article in usable.values()]
    pile = total(count(reading, ()) for reading in readings)
    if getattr(summariser, "is_baseline", False):
        chosen = baseline(readings, pile, summariser, sentences=sentences, words=words)
    else:
        extracts = [extract for reading in readings for extract in choose(reading, (), pile, summariser)]
        chosen = select(extracts, sentences=sentences, words=words, brief=True)
    order = {reading.article.sha256: place for place, reading in enumerate(readings)}
    return sorted(chosen, key=lambda extract: (order[extract.article], extract.start))


def passages(articles: Sequence[Article], themes: Sequence[Theme]) -> list[tuple[Passage, ...]]:
    """Return each article's passages, learning from all articles given; none where the text cannot be quoted."""
    usable = map(_usable, articles)
    readings = [read(article) if article else None for article in usable]
    pile = total(count(reading, themes) for reading in readings if reading)
    return [cover(reading, theme(reading, pile, themes)) if reading else () for reading in readings]


def attributions(article: Article) -> list[Attribution]:
    """Return who says what in an article, in order; nothing where its text cannot be quoted."""
    usable = _usable(article)
    return list(read(usable).attributions) if usable else []


def stories(articles: Sequence[Article]) -> list[tuple[int, ...]]:
    """Return groups of positions of articles that report the same event; one that cannot be read stands alone."""
    found = {place: article for place, given in enumerate(articles) if (article := _usable(given))}
    usable = list(found)
    groups = group([signature(read(article)) for article in found.values()])
    alone = ((place,) for place in sorted({*range(len(articles))} - {*usable}))
    return sorted([*(tuple(usable[k] for k in members) for members in groups), *alone])


def _usable(given: Article) -> Article | None:
    """Return an article with the language that it is read in, or None if that is none, or its text cannot be quoted."""
    article = identify(given)
    return article if isinstance(article, Article) and fault(article) is None else None
