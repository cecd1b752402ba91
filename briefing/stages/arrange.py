"""Lay a selection out in the order of the page, and number everything on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from string import ascii_lowercase

from briefing.model import (
    Briefing,
    ByArticle,
    Candidates,
    Citation,
    Correction,
    Event,
    Extract,
    Group,
    LeftOut,
    Listing,
    Location,
    Made,
    Moment,
    Noted,
    Point,
    Reference,
    Register,
    Section,
    Selection,
    Statement,
    Theme,
)
from briefing.stages.chronicle import chronicle
from briefing.stages.credit import credit
from briefing.stages.differ import differ
from briefing.stages.heed.withhold import DROPPED
from briefing.stages.justify import Place, justify
from briefing.stages.mark import carried_since, mark
from briefing.stages.recall import NOTHING, Memory
from briefing.stages.resolve import resolve
from briefing.stages.tabulate import tabulate
from briefing.stages.trace import trace

NO_PASSAGE = "no article speaks of it"
NOTHING_FIT = "nothing in it is fit to print"
NO_ROOM = "no room within the budget of words"
OTHER = "Other developments"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a page and at its foot: everything that does not come from the articles."""

    title: str
    day: date
    language: str = "en"
    made: Made = Made()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a page has given: articles by sha256, labels by article, start and end.

    Of a page whose sources are not all there (not `is_whole`), what is left of a part is derived however little it is.
    """

    articles: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    is_whole: bool = True


UNNUMBERED = Numbers()


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
    fits no theme is grouped by `events`. `memory` is what earlier editions printed.
    """
    references = _references(candidates.listings.values(), register, numbers, memory)
    reasons = justify(selection, candidates.pinned.values())
    cite = _Citer({r.sha256: r for r in references}, candidates.listings, memory, reasons, dict(numbers.labels))
    glance = tuple(map(cite.point, selection.glance))
    found = (_section(t.name, selection, candidates, cite, is_whole=numbers.is_whole) for t in themes)
    sections = tuple(replace(section, about=cite.about(section.theme)) for section in found)
    other = _other(selection, events, cite, has_themes=bool(themes))
    if other and not themes:
        other = _dated(other, selection.statements, cite, is_whole=numbers.is_whole)
    printed = [s.extract for s in (*selection.glance, *selection.statements)]
    briefing = Briefing(
        title=heading.title,
        day=heading.day,
        language=heading.language,
        glance=glance,
        sections=tuple(_with_figures(sections, candidates, cite)),
        other=other,
        references=references,
        left_out=_left_out(selection, candidates, cite),
        problems=register.problems,
        set_aside=_set_aside(candidates.listings.values()),
        words=sum(extract.length for extract in printed),
        sentences=sum(s.extract.sentences for s in selection.statements),
        made=heading.made,
        corrections=tuple(_corrections(candidates.listings, references)),
        last=memory.last,
    )
    extracts = {cite.citation(s.extract).label: s.extract for s in selection.statements}
    in_order = [extracts[point.citation.label] for point in briefing.points]
    return replace(briefing, voices=credit(in_order, cite.citation))


@dataclass
class _Citer:
    """Gives every extract its number in the order in which the page first names it."""

    references: dict[str, Reference]
    listings: Mapping[str, Listing]
    memory: Memory
    reasons: Mapping[Place, tuple[str, ...]]
    given: dict[tuple[str, int, int], str] = field(default_factory=dict)
    counted: Counter[int] = field(default_factory=Counter)

    def citation(self, extract: Extract) -> Citation:
        reference = self.references[extract.article]
        key = (extract.article, extract.start, extract.end)
        if key not in self.given:
            self.counted[reference.number] += 1
            self.given[key] = f"{reference.number}.{self.counted[reference.number]}"
        return Citation(self.given[key], reference, extract.start, extract.end)

    def about(self, theme: str) -> tuple[Reference, ...]:
        """The articles that are used and have a passage of the theme, in the order of their numbers."""
        used = (reference for reference in self.references.values() if reference.is_used)
        return tuple(r for r in used if theme in self.listings[r.sha256].themes)

    def point(self, statement: Statement) -> Point:
        extract = statement.extract
        also = sorted(statement.also, key=lambda e: self.references[e.article].number)
        return Point(
            text=extract.text,
            citation=self.citation(extract),
            also=tuple(map(self.citation, also)),
            unfit=extract.unfit,
            score=extract.score,
            theme=extract.theme,
            notes=tuple(self._notes(extract)),
            moments=tuple(self._moments(extract)),
            core=extract.core,
            mark=mark(statement, self.memory),
            origins=len(trace(self.listings[e.article] for e in (extract, *also))),
            reasons=self.reasons[extract.article, extract.start, extract.end],
        )

    def _moments(self, extract: Extract) -> Iterator[Moment]:
        """Yield what the words do not say themselves, each once: neither a full date nor "this year" needs one."""
        dated = self.references[extract.article].dated
        said = [e for e in extract.expressions if e.year is None and (e.unit == "day" or e.offset != 0)]
        found = resolve(extract.text, said, dated, offset=extract.start)
        firsts = {(moment.words.casefold(), moment.first): moment for moment in reversed(found)}
        yield from sorted(firsts.values(), key=lambda moment: moment.start)

    def _notes(self, extract: Extract) -> Iterator[Noted]:
        cited = self.citation(extract)
        for letter, note in zip(ascii_lowercase, extract.notes, strict=False):
            yield Noted(
                words=extract.text[note.at.start - extract.start : note.at.end - extract.start],
                means=note.text,
                citation=replace(cited, label=cited.label + letter, start=note.means.start, end=note.means.end),
                sentence=note.sentence,
                kind=note.kind,
            )


def _section(theme: str, selection: Selection, candidates: Candidates, cite: _Citer, *, is_whole: bool) -> Section:
    statements = [s for s in selection.statements if s.extract.theme == theme]
    unchanged = _unchanged(theme, candidates, cite.memory)
    if statements or unchanged:
        section = replace(_laid_out(theme, statements, cite), unchanged=unchanged)
        return _dated(section, statements, cite, is_whole=is_whole)
    if theme in candidates.best:
        return Section(theme, silent=NO_ROOM)
    return Section(theme, silent=NO_ROOM if theme in candidates.resorts else _why_silent(theme, candidates))


def _unchanged(theme: str, candidates: Candidates, memory: Memory) -> date | None:
    """The last edition that had something new for the theme, if no article of today has."""
    firsts = [carried_since(Statement(extract), memory) for extract in candidates.best.get(theme, ())]
    published = (day for day, said in zip(memory.days, memory.said, strict=True) if said.theme == theme)
    return None if None in firsts else max((day for day in firsts if day), default=None) or max(published, default=None)


def _dated(section: Section, statements: Sequence[Statement], cite: _Citer, *, is_whole: bool) -> Section:
    """Return a section with its timeline."""
    extracts = [statement.extract for statement in statements]
    return replace(section, timeline=chronicle(extracts, cite.citation, is_whole=is_whole))


def _with_figures(sections: Sequence[Section], candidates: Candidates, cite: _Citer) -> Iterator[Section]:
    """Add to each theme the figures that differ; they come last, for their rows point at what the page prints."""
    spoken = [section.theme for section in sections if not section.silent]
    found = [difference for theme in spoken for difference in differ(theme, candidates.figures.get(theme, ()))]
    taken = {sha256: len(listing.corrections) for sha256, listing in candidates.listings.items()}
    tables = tabulate(found, cite.references, cite.given, taken)
    yield from (replace(section, figures=tables.get(section.theme, ())) for section in sections)


def _why_silent(theme: str, candidates: Candidates) -> str:
    if any(theme in listing.dropped for listing in candidates.listings.values()):
        return DROPPED
    caught = any(theme in listing.themes for listing in candidates.listings.values())
    return NOTHING_FIT if caught else NO_PASSAGE


def _laid_out(theme: str, statements: Sequence[Statement], cite: _Citer) -> Section:
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


def _other(selection: Selection, events: Sequence[Event], cite: _Citer, *, has_themes: bool) -> Section | None:
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


def _group(event: Event, statements: Sequence[Statement], cite: _Citer) -> Group:
    body = _laid_out("", statements, cite)
    references = sorted((cite.references[article] for article in event.articles), key=lambda r: r.number)
    return Group(event.label, cite.references[event.article], tuple(references), body.key_points, body.articles)


def _references(
    listings: Iterable[Listing], register: Register, numbers: Numbers, memory: Memory
) -> tuple[Reference, ...]:
    """Number the articles in order of date, the undated last."""
    ordered = sorted(listings, key=lambda x: (x.dated.day is None, x.dated.day or date.min, x.location, x.sha256))
    numbered = ((numbers.articles.get(listing.sha256, k), listing) for k, listing in enumerate(ordered, 1))
    return tuple(
        replace(_reference(k, listing, register), updated=memory.updated.get(listing.sha256))
        for k, listing in sorted(numbered, key=lambda pair: pair[0])
    )


def _reference(number: int, listing: Listing, register: Register) -> Reference:
    places = [Location(path, int(row)) for path, row, *_ in register.articles.get(listing.sha256, ())]
    title = " ".join((listing.title or "").split())
    return Reference(
        number=number,
        sha256=listing.sha256,
        title=title or _name(listing),
        dated=listing.dated,
        source=listing.source,
        place=listing.place,
        url=listing.url,
        language=listing.language,
        location=listing.location,
        copies=tuple(sorted(place for place in {*places} if place != listing.location)),
        untitled=not title,
        outside=listing.outside,
        excluded=listing.excluded,
    )


def _name(listing: Listing) -> str:
    """What an article without a title is called: by its file, else by what it was given as. No title is invented."""
    path, row = listing.location
    if path == "-":
        return "standard input"
    file = path.rpartition("/")[2] + (f", row {row}" if row else "")
    return file or listing.id or f"text {listing.sha256[:12]}"


def _left_out(selection: Selection, candidates: Candidates, cite: _Citer) -> tuple[LeftOut, ...]:
    """Name every article without an extract on the page, with the reason."""
    covered = {e.article for s in selection.statements for e in (s.extract, *s.also)}
    return tuple(
        LeftOut(reference.title, _why_left_out(candidates.listings[sha]), reference)
        for sha, reference in cite.references.items()
        if sha not in covered and reference.is_used
    )


def _why_left_out(listing: Listing) -> str:
    if listing.fit:
        return NO_ROOM
    return DROPPED if listing.dropped else NOTHING_FIT


def _corrections(listings: Mapping[str, Listing], references: Iterable[Reference]) -> Iterator[Correction]:
    """Yield what the sources correct in themselves: no extract, so that its label is the article's own, "3.0a"."""
    for reference in references:
        for letter, (span, text) in zip(ascii_lowercase, listings[reference.sha256].corrections, strict=False):
            yield Correction(text, Citation(f"{reference.number}.0{letter}", reference, *span))


def _set_aside(listings: Iterable[Listing]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for listing in listings:
        counted.update(dict(listing.set_aside))
    return dict(sorted(counted.items()))
