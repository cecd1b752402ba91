"""Lay a selection out in the order of the page, and number everything on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.model import Briefing, Candidates, Event, Made, Register, Selection, Theme
from briefing.stages.arrange.citer import Citer
from briefing.stages.arrange.references import UNNUMBERED, Numbers, corrections, left_out, numbered
from briefing.stages.arrange.sections import remainder, section, timed, with_figures
from briefing.stages.credit import credit
from briefing.stages.justify import justify
from briefing.stages.recall import NOTHING, Memory
from briefing.stages.tally import LISTED, counting, set_aside


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a page and at its foot: everything that does not come from the articles."""

    title: str
    day: date
    language: str = "en"
    made: Made = Made()


def arrange(
    selection: Selection,
    candidates: Candidates,
    register: Register,
    *,
    themes: Sequence[Theme],
    heading: Heading,
    numbers: Numbers = UNNUMBERED,
    events: Sequence[Event] = (),
    memory: Memory = NOTHING,
) -> Briefing:
    """Return the briefing: sections in the order of the themes, articles in order of date, extracts as they run.

    Articles and extracts that `numbers` knows keep their numbers; by default they are numbered as the page runs. What
    fits no theme is grouped by `events`. `memory` is what earlier editions printed. Where more than LISTED articles are
    named nowhere on the page, it counts these instead of listing them.
    """

    def laid_out(listed: Candidates) -> Briefing:
        return _laid_out(
            selection, listed, register, themes=themes, heading=heading, numbers=numbers, events=events, memory=memory
        )

    page = laid_out(candidates)
    named = _named(page)
    if len(candidates.listings) - len(named) + len(candidates.rest) <= LISTED:
        return page
    return laid_out(counting(candidates, named))


def _named(briefing: Briefing) -> set[str]:
    """The articles that the page names beside its list: those that give others their day, and corrections, too."""
    named = [*briefing.named, *(c.citation.reference for c in briefing.corrections if c.citation.reference.is_used)]
    witnesses = (reference.dated.witness for reference in named)
    return {*(reference.sha256 for reference in named), *filter(None, witnesses)}


def _laid_out(
    selection: Selection,
    candidates: Candidates,
    register: Register,
    *,
    themes: Sequence[Theme],
    heading: Heading,
    numbers: Numbers,
    events: Sequence[Event],
    memory: Memory,
) -> Briefing:
    """Return the briefing that lists every article that there is a listing of."""
    listings = candidates.listings.values()
    references = numbered(listings, register, numbers, memory)
    reasons = justify(selection, candidates.pinned.values())
    cite = Citer({r.sha256: r for r in references}, candidates.listings, memory, reasons, dict(numbers.labels))
    glance = tuple(map(cite.point, selection.glance))
    found = (section(t.name, selection, candidates, cite, is_whole=numbers.is_whole) for t in themes)
    sections = tuple(replace(each, about=cite.about(each.theme)) for each in found)
    other = remainder(selection, events, cite, has_themes=bool(themes))
    if other and not themes:
        other = timed(other, selection.statements, cite, is_whole=numbers.is_whole)
    printed = [s.extract for s in (*selection.glance, *selection.statements)]
    briefing = Briefing(
        title=heading.title,
        day=heading.day,
        language=heading.language,
        glance=glance,
        sections=tuple(with_figures(sections, candidates, cite)),
        other=other,
        references=references,
        left_out=left_out(selection, candidates, cite),
        problems=register.problems,
        set_aside=dict(sorted((Counter(candidates.rest.set_aside) + set_aside(listings)).items())),
        words=sum(extract.length for extract in printed),
        sentences=sum(s.extract.sentences for s in selection.statements),
        made=heading.made,
        corrections=tuple(corrections(candidates.listings, references)),
        last=memory.last,
        rest=candidates.rest,
    )
    return _with_voices(briefing, selection, cite)


def _with_voices(briefing: Briefing, selection: Selection, cite: Citer) -> Briefing:
    """Add who said what, in the order of the page."""
    extracts = {cite.citation(s.extract).label: s.extract for s in selection.statements}
    in_order = [extracts[point.citation.label] for point in briefing.points]
    return replace(briefing, voices=credit(in_order, cite.citation))
