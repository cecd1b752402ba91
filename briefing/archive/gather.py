"""Gather what the site shows from the records, an edition at a time: their pages are too large to hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.model import Edition, Entry, Mark
from briefing.model.archive import ArchivedEdition, ArchivedPage, ArchivedPart, ArchivedStatement, ArchivedTheme
from briefing.records.state import State
from briefing.renderers.site.paths import RECORDED, edition_path, recorded_path, theme_path
from briefing.stages.follow import follow

Revisions = tuple[tuple[Entry, Edition], ...]


def gather(state: State, name: str) -> tuple[ArchivedEdition, ...]:
    """Return every edition of that name, the latest first."""
    days = [tuple(_revisions(state, name, found)) for _, found in groupby(state.entries(name), lambda one: one.day)]
    marks = follow(revisions[-1][1] for revisions in days)
    return tuple(_archived(*pair) for pair in zip(reversed(days), reversed(marks), strict=True))


def by_theme(editions: Iterable[ArchivedEdition]) -> tuple[ArchivedTheme, ...]:
    """Return the themes, those with the most statements first; what fits none comes last."""
    parts = sorted((part for edition in editions for part in edition.parts), key=lambda part: part.path)
    themes = [_theme(tuple(found)) for _, found in groupby(parts, lambda part: part.path)]
    return tuple(sorted(themes, key=lambda one: (one.theme is None, -one.statements, one.theme)))


def _theme(parts: tuple[ArchivedPart, ...]) -> ArchivedTheme:
    return ArchivedTheme(parts[0].theme, parts[0].path, parts)


def _revisions(state: State, name: str, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Edition]]:
    """Each revision without the contents of its pages."""
    for entry in entries:
        edition = state.edition(name, entry.day, entry.revision)
        if edition:
            yield entry, replace(edition, pages=dict.fromkeys(edition.pages, ""))


def _archived(revisions: Revisions, marks: tuple[Mark | None, ...]) -> ArchivedEdition:
    (first, _), (last, edition) = revisions[0], revisions[-1]
    return ArchivedEdition(
        day=edition.day,
        title=edition.title,
        revision=edition.revision,
        first_made=first.at,
        made=last.at,
        path=edition_path(edition.day),
        pages=tuple(_pages(revisions)),
        parts=tuple(_parts(edition, marks)),
        is_remembered=last.statements is not None,
    )


def _pages(revisions: Revisions) -> Iterator[ArchivedPage]:
    """Those that the site has, the last revision's first."""
    for _, edition in reversed(revisions):
        for form, name in RECORDED.items():
            if form in edition.pages:
                path = recorded_path(edition.day, edition.revision, form)
                yield ArchivedPage(form, name, edition.revision, path)


def _parts(edition: Edition, marks: tuple[Mark | None, ...]) -> Iterator[ArchivedPart]:
    """What an edition says, by theme, in the order of its page."""
    articles = {seen.sha256: seen for seen in edition.articles}
    themes: dict[str | None, list[ArchivedStatement]] = {}
    for published, marked in zip(edition.statements, marks, strict=True):
        statement = ArchivedStatement(published, articles.get(published.article), marked)
        themes.setdefault(published.theme, []).append(statement)
    for theme, statements in themes.items():
        yield ArchivedPart(theme, theme_path(theme), edition.day, edition_path(edition.day), tuple(statements))
