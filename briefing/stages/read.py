"""Read one article: everything that depends on it alone."""

from __future__ import annotations

from briefing.language.quotations import quotations
from briefing.language.words import content, stems
from briefing.model import Article, Reading
from briefing.stages.clean import clean
from briefing.stages.cut import cut
from briefing.stages.date import date
from briefing.stages.split import split


def read(article: Article) -> Reading:
    """Return the article's reading: cleaned, split, cut and dated."""
    cleaned = clean(article)
    quoted = quotations(article.text, cleaned.blocks)
    sentences = split(article, cleaned, quoted)
    title = article.title or (article.text[slice(*cleaned.title)] if cleaned.title else None)
    return Reading(
        article=article,
        title=title,
        dated=date(article, cleaned),
        cleaned=cleaned,
        sentences=sentences,
        quotations=quoted,
        cuts=cut(sentences, quoted, asides=cleaned.asides, language=article.language),
        title_terms=tuple(content(stems(title or "", article.language), article.language)),
    )
