"""Find the article's own day, with its origin; an article that states none stays undated.

Dates inside captions and sentences are never taken for the article's own, and a guess is worse than none.
"""

from __future__ import annotations

from briefing.model import Article, Cleaned, Dated
from briefing.stages.date.names import from_address, from_file_name
from briefing.stages.date.stated import from_dateline, from_header, from_metadata

__all__ = ["date"]


def date(article: Article, cleaned: Cleaned, zone: str = "") -> Dated:
    """Return the article's day with its origin and how far to trust it.

    In this order: what metadata states, a header line ("published" before "updated"), a dateline with its year, the
    file's name, the address. `evidence` is set where the day stands in the text. A time whose own zone is stated gives
    the day in `zone` (an IANA name; "": its own).
    """
    return (
        from_metadata(article, zone)
        or from_header(article.text, cleaned.asides, zone)
        or from_dateline(article, cleaned.asides)
        or from_file_name(article)
        or from_address(article.url or "")
        or Dated()
    )
