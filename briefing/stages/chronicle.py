"""Make a theme's timeline: which days its statements date, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from briefing.language.dates.leads import lead
from briefing.model import (
    Citation,
    Dated,
    Dating,
    Expression,
    Extract,
    Happening,
    Moment,
    Occasion,
    Span,
    Timeline,
    Unit,
)
from briefing.stages.resolve import resolve

Cite = Callable[[Extract], Citation]
Days = tuple[date | None, date | None, Unit]

_FEWEST = 2  # different days that make a timeline
_NAMES = 4  # beside one date
_UNDATED: Days = (None, None, "day")


def chronicle(extracts: Sequence[Extract], cite: Cite, *, is_whole: bool = True) -> Timeline | None:
    """Return the timeline of what a theme prints, or None where it would tell nothing.

    One day alone stands beside its statement already, and the days of the reports beside their titles: where nothing
    else is dated there is no timeline, unless not all articles are there (not `is_whole`).

    What happens on one day is one occasion, however many statements date it. Nothing is dated that `resolve` does not
    date for sure, but a day and month without a year are told as that.
    """
    found: dict[Days, list[Happening]] = {}
    for extract in extracts:
        for days, happening in _happenings(extract, cite(extract)):
            own = found.setdefault(days, [])
            if all(other.citation.label != happening.citation.label for other in own):
                own.append(happening)
    if not found or (is_whole and not _tells(found)):
        return None
    occasions = tuple(Occasion(*days, tuple(sorted(found[days], key=_place))) for days in sorted(found, key=_order))
    reports = {citation.reference.number: citation.reference for citation in map(cite, extracts)}
    return Timeline(occasions, tuple(reports[number] for number in sorted(reports)))


def _tells(found: Mapping[Days, Sequence[Happening]]) -> bool:
    return len(found.keys() - {_UNDATED}) >= _FEWEST and any(
        not _is_own(days, happening.citation.reference.dated.day) for days in found for happening in found[days]
    )


def _is_own(days: Days, day: date | None) -> bool:
    """Whether a period holds the day of the report that speaks of it."""
    first, last, _ = days
    return first is None or last is None or (day is not None and first <= day <= last)


def _order(days: Days) -> tuple[date, int, Unit]:
    """In order of the first day, the less exact before the more exact; last what has no year."""
    first, last, unit = days
    if first is None or last is None:
        return date.max, 0, unit
    return first, -(last - first).days, unit


def _place(happening: Happening) -> tuple[tuple[int, int, str], int]:
    return happening.citation.order, happening.start


def _happenings(extract: Extract, citation: Citation) -> Iterator[tuple[Days, Happening]]:
    dated = citation.reference.dated
    for dating in extract.datings:
        said = dating.expression
        moment = next(iter(resolve(extract.text, (said,), dated, offset=extract.start)), None)
        if moment is not None:
            yield (moment.first, moment.last, moment.unit), _happening(extract, citation, dating, moment)
        elif said.day is not None and said.year is None:
            yield _UNDATED, _happening(extract, citation, dating, None)


def _happening(extract: Extract, citation: Citation, dating: Dating, moment: Moment | None) -> Happening:
    said = dating.expression
    at = said.start - extract.start
    words = Span(extract.start + lead(extract.text, at, citation.reference.language), said.end)
    return Happening(
        citation=citation,
        words=_shown(extract, words),
        start=words.start,
        end=words.end,
        names=_names(extract, dating, words),
        announced=_is_announced(said, moment, citation.reference.dated, is_led=words.start < said.start),
        inferred=moment is not None and moment.inferred,
    )


def _is_announced(said: Expression, moment: Moment | None, dated: Dated, *, is_led: bool) -> bool:
    """Whether the day was still to come when the article was written, and no verb beside it speaks of the past.

    Where the year or the article's day is open the verb must say so, and a word before the date ("by"): beside a bare
    "May 25" the nearest verb is often another's.
    """
    if moment is None or dated.day is None:
        return said.side == "future" and is_led
    return moment.first > (dated.last or dated.day) and said.side != "past"


def _names(extract: Extract, dating: Dating, words: Span) -> tuple[str, ...]:
    """The names of the sentence, each once, a short form only where the long one does not stand there, too."""
    said = [_shown(extract, span) for span in dating.names if span.end <= words.start or words.end <= span.start]
    distinct = dict.fromkeys(name for name in said if not any(name != o and f" {name} " in f" {o} " for o in said))
    return tuple(distinct)[:_NAMES]


def _shown(extract: Extract, span: Span) -> str:
    return " ".join(extract.text[span.start - extract.start : span.end - extract.start].split())
