"""What a mail can do without, in the order in which it goes: whole parts, never a piece of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.model import Briefing, ByArticle, Section

_PROBLEMS = 10
"""How many of the problems stay; above them stands how many there are."""


def shorter(briefing: Briefing) -> Iterator[Briefing]:
    """Yield the briefing with ever more left out: last, one line At a glance after the other."""
    found = replace(briefing, continued=True)
    for leave_out in _ORDER:
        before, found = found, _with_its_sources(leave_out(found))
        if found != before:
            yield found
    while found.glance:
        found = _with_its_sources(replace(found, glance=found.glance[: len(found.glance) // 2]))
        yield found


def _with_its_sources(briefing: Briefing) -> Briefing:
    """Leave out the sources that nothing names any more, and what they correct."""
    named = briefing.named
    numbers = {reference.number for reference in named}
    corrections = tuple(c for c in briefing.corrections if c.citation.reference.number in numbers)
    return replace(briefing, references=named, corrections=corrections)


def _nothing_else(briefing: Briefing) -> Briefing:
    return briefing


def _voices(briefing: Briefing) -> Briefing:
    return replace(briefing, voices=())


def _problems(briefing: Briefing) -> Briefing:
    return replace(briefing, problems=briefing.problems[:_PROBLEMS])


def _timelines(briefing: Briefing) -> Briefing:
    return _each(briefing, lambda section: replace(section, timeline=None))


def _further_points(briefing: Briefing) -> Briefing:
    """Of each article the first point stays."""

    def first(articles: tuple[ByArticle, ...]) -> tuple[ByArticle, ...]:
        return tuple(replace(by, points=by.points[:1]) for by in articles)

    return _each(briefing, lambda section: _by_article(section, first))


def _figures(briefing: Briefing) -> Briefing:
    return _each(briefing, lambda section: replace(section, figures=()))


def _articles(briefing: Briefing) -> Briefing:
    return _each(briefing, lambda section: _by_article(section, lambda _: ()))


def _sections(briefing: Briefing) -> Briefing:
    return replace(briefing, sections=(), other=None)


_ORDER = (_nothing_else, _voices, _timelines, _problems, _further_points, _figures, _articles, _sections)


def _each(briefing: Briefing, change: Callable[[Section], Section]) -> Briefing:
    other = change(briefing.other) if briefing.other else None
    return replace(briefing, sections=tuple(map(change, briefing.sections)), other=other)


def _by_article(section: Section, change: Callable[[tuple[ByArticle, ...]], tuple[ByArticle, ...]]) -> Section:
    groups = tuple(replace(group, articles=change(group.articles)) for group in section.groups)
    return replace(section, articles=change(section.articles), groups=groups)
