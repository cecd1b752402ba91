"""Find what is not news text: headers, datelines, captions, notices. Point at it, never change it."""

from __future__ import annotations

from briefing.language.paragraphs import paragraphs
from briefing.model import Article, Cleaned


def clean(article: Article) -> Cleaned:
    """Return the article's blocks of news text and everything that was set aside, each with its kind and reason."""
    return Cleaned(blocks=tuple(p for p in paragraphs(article.text) if p.start >= article.body))
