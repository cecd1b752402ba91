"""A briefing that has every part, to try templates on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from briefing.model import (
    Briefing,
    ByArticle,
    Citation,
    Correction,
    Dated,
    FigureRow,
    FigureTable,
    Group,
    Happening,
    Hashes,
    LeftOut,
    Location,
    Made,
    Mark,
    Moment,
    Noted,
    Occasion,
    Point,
    Problem,
    Published,
    Reference,
    Rest,
    Role,
    Section,
    Seen,
    Span,
    Timeline,
    Voice,
)
from briefing.model.archive import ArchivedEdition, ArchivedPage, ArchivedPart, ArchivedStatement, ArchivedTheme, Site

_DAY = Fraction(1)
_CHANGES = (("12", "13"), ("", "not"), ("never", ""))


def specimen(day: date) -> Briefing:
    """Return a briefing with every part filled: a template that prints it will print any."""
    one = Reference(1, "0" * 64, "A title", Dated(day, "dateline", "derived"), "Agency", "Paris", "https://example.org")
    two = Reference(
        2, "1" * 64, "b.txt", Dated(), copies=(Location("/b.txt"),), untitled=True, outside=True, excluded=True
    )
    shared = Point("A statement.", Citation("1.1", one, 0, 12), (Citation("2.1", two, 3, 9),), "broken", 1.0, "A theme")
    moment = Moment("Tuesday", 13, 20, day, day, inferred=True)
    notes = (
        Noted("She", "Vera Holm", Citation("1.2a", one, 0, 9), 1),
        Noted("“A quotation.”", "Vera Holm", Citation("1.2b", one, 0, 9), 1, "speaker"),
    )
    own = Point("Another.", Citation("1.2", one, 13, 21), theme="A theme", notes=notes, moments=(moment,))
    happening = Happening(own.citation, "by Tuesday", 13, 23, ("Vera Holm",), announced=True, inferred=True)
    occasions = (Occasion(day, day, "week", (happening,)), Occasion(None, None, "day", (happening, happening)))
    by = (ByArticle(one, (own,), ("1.1",)), ByArticle(two, (), ("1.1",)))
    rows = (
        FigureRow("by Tuesday", "a statement", "Vera Holm", own.citation, 2, 13, 20, _DAY, _DAY, "date", moment=moment),
        FigureRow("about 12", "", None, Citation("2.0a", two, 3, 9), 1, 3, 9, Fraction(12), Fraction(12)),
    )
    section = Section("A theme", (shared,), by, timeline=Timeline(occasions, (one, two)), figures=(FigureTable(rows),))
    roles = (Role("mayor", Citation("1.2c", one, 0, 5)),)
    return Briefing(
        title="A title",
        day=day,
        glance=(shared,),
        sections=(section, Section("A silent theme", silent="a reason")),
        other=replace(section, figures=(), groups=(Group("A label", one, (one, two), (shared,), section.articles),)),
        references=(one, two),
        left_out=(LeftOut("b.txt", "a reason", two),),
        problems=(Problem("/c.txt", "empty", "fill it"),),
        set_aside={"caption": 2},
        words=3,
        sentences=2,
        made=Made("0", "ours", 600),
        corrections=(Correction("A correction.", Citation("1.0a", one, 22, 35)),),
        voices=(Voice("Vera Holm", Citation("1.2", one, 0, 9), roles, (own.citation, shared.citation)),),
        excerpt=("A theme",),
        continued=True,
        rest=Rest(Hashes.of(("2" * 64,)), Hashes.of(("3" * 64,)), {"a reason": 1, "another": 1}, {None: 1}),
    )


def specimen_site(day: date, language: str = "en") -> Site:
    """Return an archive with every part filled."""
    seen = Seen("0" * 64, day, day, "A title", "Agency", "https://example.org", Location("/a.txt"))
    published = Published(day, "1.1", seen.sha256, 0, 12, "A statement.", Span(0, 12), ())
    marks = (
        Mark("new"),
        Mark("carried over", day),
        Mark("carried over", day, (), True),
        Mark("changed", day, _CHANGES),
    )
    untitled = ArchivedStatement(published, replace(seen, title=None, day=None, url=None))
    said = (untitled, ArchivedStatement(published), *(ArchivedStatement(published, seen, mark) for mark in marks))
    pages = (ArchivedPage("html", "HTML", 2, "b.html"), ArchivedPage("md", "Markdown", 1, "a.md"))
    parts = (
        ArchivedPart("A theme", "t.html", day, "e.html", said),
        ArchivedPart(None, "o.html", day, "e.html", said[:1]),
    )
    at = datetime.combine(day, time(), UTC)
    last = ArchivedEdition(day, "A title", 2, at, at, "e.html", pages, parts)
    first = replace(last, day=day - timedelta(400), path="f.html", title="Another", parts=(), is_remembered=False)
    themes = tuple(ArchivedTheme(part.theme, part.path, (part,)) for part in parts)
    return Site("A title", language, "urn:x", (last, first), themes)
