"""Find the article's own day, with its origin; an article that states none stays undated.

Dates inside captions and sentences are never the article's own, and a guess is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day  # noqa: N812

from briefing.model import Article, Aside, Cleaned, Dated, Origin, Span
from briefing.stages.clean.days import calendar_day, day_of_year, days, month_number

# A day in a name stands apart from other letters and figures: no part of a hash or a number.
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?:(?P<y>(?:19|20)\d\d)(?P<s>[-_.]?)(?P<m>\d\d)(?P=s)(?P<d>\d\d)"
    r"|(?P<a>\d\d)[-_.](?P<b>\d\d)[-_.](?P<z>(?:19|20)\d\d))(?:T\d{2,6}Z?)?(?![0-9A-Za-z])"
)
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[A-Za-z]{3,9})/(?P<d>\d{1,2})(?=[/?#.]|$)")
_YEAR_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:/(\d\d))?/")
_UPDATED = re.compile(r"\W*(?:last\s)?(?:updated|modified)", re.IGNORECASE)


def date(article: Article, cleaned: Cleaned) -> Dated:
    """Return the article's day with its origin and how far to trust it.

    In this order: what metadata states, a header line ("published" before "updated"), a dateline with its year, the
    file's name, the address. `evidence` is set where the day stands in the text.
    """
    if article.date is not None:
        return Dated(article.date, "metadata", "stated")
    return (
        _from_header(article.text, cleaned.asides)
        or _from_dateline(article, cleaned.asides)
        or _from_file_name(article)
        or _from_address(article.url or "")
        or Dated()
    )


def _from_header(text: str, asides: tuple[Aside, ...]) -> Dated | None:
    lines = [a for a in asides if a.kind in ("header", "byline")]
    lines.sort(key=lambda a: bool(_UPDATED.match(text, a.start, a.end)))
    found = (dated for a in lines for dated in days(text, a.start, a.end))
    return next((Dated(day, "header line", "stated", span) for day, span in found), None)


def _from_dateline(article: Article, asides: tuple[Aside, ...]) -> Dated | None:
    for line in (a for a in asides if a.kind == "dateline"):
        for day, span in days(article.text, line.start, line.end):
            return Dated(day, "dateline", "derived", span)
        day_and_month = day_of_year(article.text[line.start : line.end])
        year = _YEAR_IN_ADDRESS.search(article.url or "")
        if day_and_month and year and (not year[2] or int(year[2]) == day_and_month[0]):
            full = calendar_day(int(year[1]), *day_and_month)
            return Dated(full, "dateline", "derived", Span(line.start, line.end)) if full else None
    return None


def _from_file_name(article: Article) -> Dated | None:
    """A file of many articles (one with rows) is named for itself, not for them."""
    name = re.split(r"[/\\]", article.location.path)[-1]
    return None if article.location.row else _only(list(_days_in_name(name)), "file name")


def _from_address(url: str) -> Dated | None:
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    in_folders = [calendar_day(int(m["y"]), month_number(m["m"]), int(m["d"])) for m in _IN_ADDRESS.finditer(path)]
    return _only([day for day in in_folders if day] or list(_days_in_name(path)), "address")


def _days_in_name(name: str) -> Iterator[Day]:
    for match in _IN_NAME.finditer(name):
        if match["y"]:
            day = calendar_day(int(match["y"]), int(match["m"]), int(match["d"]))
        else:
            day = next((found for found, _ in days(re.sub("[_.]", "-", match[0]))), None)
        if day:
            yield day


def _only(found: list[Day], origin: Origin) -> Dated | None:
    return Dated(found[0], origin, "derived") if len(set(found)) == 1 else None
