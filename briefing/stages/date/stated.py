"""An article's day where something states it: metadata, a header line, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from briefing.language.dates.days import calendar_day, day_of_year, days
from briefing.model import Article, Aside, Dated, Origin, Span
from briefing.stages.date.clock import clock, local

_YEAR_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:/(\d\d))?/")
NOON = time(12)  # of an update whose time is not stated
_UPDATED = re.compile(r"\W*(?:last\s)?(?:updated|modified)", re.IGNORECASE)


def from_metadata(article: Article, zone: str) -> Dated | None:
    """Return the day that metadata states, at its time where it states one."""
    if article.at is not None:
        return _at(article.at, "metadata", None, zone)
    return Dated(article.date, "metadata", "stated") if article.date else None


def from_header(text: str, asides: tuple[Aside, ...], zone: str) -> Dated | None:
    """Return the first day of the header lines, those that say "updated" last."""
    lines = [a for a in asides if a.kind in ("header", "byline")]
    published = [line for line in lines if not _UPDATED.match(text, line.start, line.end)]
    updated = [line for line in lines if _UPDATED.match(text, line.start, line.end)]
    stamps = list(_stamps(text, [*published, *updated]))
    if not stamps:
        return None
    changed = next((_here(day, moment, zone) for day, moment, _ in _stamps(text, updated)), None)
    day, moment, span = stamps[0]
    dated = _at(moment, "header line", span, zone) if moment else Dated(day, "header line", "stated", span)
    return replace(dated, updated=changed)


def _stamps(text: str, lines: Iterable[Aside]) -> Iterator[tuple[date, datetime | None, Span]]:
    """Yield each day that stands in the lines, with the moment where its line states a time too."""
    for line in lines:
        at = clock(text[line.start : line.end])
        for day, span in days(text, line.start, line.end):
            yield day, datetime.combine(day, at) if at else None, span


def _here(day: date, moment: datetime | None, zone: str) -> datetime:
    return local(moment, zone) if moment else datetime.combine(day, NOON)


def _at(moment: datetime, origin: Origin, evidence: Span | None, zone: str) -> Dated:
    here = local(moment, zone)
    return Dated(here.date(), origin, "stated", evidence, time=here.time().replace(microsecond=0), at=moment)


def from_dateline(article: Article, asides: tuple[Aside, ...]) -> Dated | None:
    """Return the day of a dateline, with its year or with that of the address."""
    for line in (a for a in asides if a.kind == "dateline"):
        for day, span in days(article.text, line.start, line.end):
            return Dated(day, "dateline", "derived", span)
        day_and_month = day_of_year(article.text[line.start : line.end])
        year = _YEAR_IN_ADDRESS.search(article.url or "")
        if day_and_month and year and (not year[2] or int(year[2]) == day_and_month[0]):
            full = calendar_day(int(year[1]), *day_and_month)
            return Dated(full, "dateline", "derived", Span(line.start, line.end)) if full else None
    return None
