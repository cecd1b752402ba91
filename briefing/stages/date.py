"""Find the article's own day, with its origin; an article that states none stays undated."""

from __future__ import annotations

from briefing.model import Article, Cleaned, Dated


def date(article: Article, cleaned: Cleaned) -> Dated:
    """Return the article's day with its origin and how far to trust it."""
    if article.date is not None:
        return Dated(article.date, "metadata", "stated")
    return Dated()
