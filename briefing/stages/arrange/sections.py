"""Lay out the statements of each theme, and what fits none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefing.model import ByArticle, Candidates, Event, Group, Section, Selection, Statement
from briefing.stages.arrange.citer import Citer
from briefing.stages.chronicle import chronicle
from briefing.stages.differ import differ
from briefing.stages.mark import carried_since
from briefing.stages.reasons import DROPPED, NO_PASSAGE, NO_ROOM, NOTHING_FIT
from briefing.stages.recall import Memory
from briefing.stages.tabulate import tabulate

OTHER = "Other developments"


def section(theme: str, selection: Selection, candidates: Candidates, cite: Citer, *, is_whole: bool) -> Section:
    statements = [s for s in selection.statements if s.extract.theme == theme]
    unchanged = _unchanged(theme, candidates, cite.memory)
    if statements or unchanged:
        section = replace(_laid_out(theme, statements, cite), unchanged=unchanged)
        return timed(section, statements, cite, is_whole=is_whole)
    if theme in candidates.best:
        return Section(theme, silent=NO_ROOM)
    return Section(theme, silent=NO_ROOM if theme in candidates.resorts else _why_silent(theme, candidates))


def _unchanged(theme: str, candidates: Candidates, memory: Memory) -> date | None:
    """The last edition that had something new for the theme, if no article of today has."""
    firsts = [carried_since(Statement(extract), memory) for extract in candidates.best.get(theme, ())]
    published = (day for day, said in zip(memory.days, memory.said, strict=True) if said.theme == theme)
    return None if None in firsts else max((day for day in firsts if day), default=None) or max(published, default=None)


def timed(section: Section, statements: Sequence[Statement], cite: Citer, *, is_whole: bool) -> Section:
    """Return a section with its timeline."""
    extracts = [statement.extract for statement in statements]
    return replace(section, timeline=chronicle(extracts, cite.citation, is_whole=is_whole))


def with_figures(sections: Sequence[Section], candidates: Candidates, cite: Citer) -> Iterator[Section]:
    """Add to each theme the figures that differ; they come last, for their rows point at what the page prints."""
    spoken = [section.theme for section in sections if not section.silent]
    found = [difference for theme in spoken for difference in differ(theme, candidates.figures.get(theme, ()))]
    taken = {sha256: len(listing.corrections) for sha256, listing in candidates.listings.items()}
    tables = tabulate(found, cite.references, cite.given, taken)
    yield from (replace(section, figures=tables.get(section.theme, ())) for section in sections)


def _why_silent(theme: str, candidates: Candidates) -> str:
    listings, rest = candidates.listings.values(), candidates.rest
    if theme in rest.dropped or any(theme in listing.dropped for listing in listings):
        return DROPPED
    caught = theme in rest.themes or any(theme in listing.themes for listing in listings)
    return NOTHING_FIT if caught else NO_PASSAGE


def _laid_out(theme: str, statements: Sequence[Statement], cite: Citer) -> Section:
    shared = sorted((s for s in statements if s.also), key=lambda s: (-len(s.also), s.extract.order))
    key_points = tuple(cite.point(statement) for statement in shared)
    see: dict[int, list[str]] = {}
    for point in key_points:
        for citation in (point.citation, *point.also):
            see.setdefault(citation.reference.number, []).append(point.citation.label)
    own: dict[int, list[Statement]] = {}
    for statement in statements:
        if not statement.also:
            own.setdefault(cite.references[statement.extract.article].number, []).append(statement)
    by_number = {reference.number: reference for reference in cite.references.values()}
    articles = tuple(
        ByArticle(
            by_number[number],
            tuple(cite.point(s) for s in sorted(own.get(number, ()), key=lambda s: s.extract.start)),
            tuple(see.get(number, ())),
        )
        for number in sorted({*own, *see})
    )
    return Section(theme, key_points, articles)


def remainder(selection: Selection, events: Sequence[Event], cite: Citer, *, has_themes: bool) -> Section | None:
    """Lay out what fits no theme: the events that several articles report, in their order, then the others as ever."""
    statements = [s for s in selection.statements if s.extract.theme is None]
    if not statements:
        return None
    of = {article: event for event in events for article in event.articles}
    told: dict[Event | None, list[Statement]] = {}
    for statement in statements:
        told.setdefault(of.get(statement.extract.article), []).append(statement)
    groups = tuple(_group(event, told[event], cite) for event in _ranked(events, told))
    return replace(_laid_out(OTHER if has_themes else "", told.get(None, ()), cite), groups=groups)


def _ranked(events: Sequence[Event], told: Mapping[Event | None, Sequence[Statement]]) -> list[Event]:
    """The events that something is printed of: those of the most publications first, then those of the best scores."""
    return sorted(
        (event for event in events if event in told),
        key=lambda event: (-event.independent, min(s.extract.order for s in told[event])),
    )


def _group(event: Event, statements: Sequence[Statement], cite: Citer) -> Group:
    body = _laid_out("", statements, cite)
    references = sorted((cite.references[article] for article in event.articles), key=lambda r: r.number)
    return Group(event.label, cite.references[event.article], tuple(references), body.key_points, body.articles)
