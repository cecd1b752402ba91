"""What a mail can do without, in the order in which it goes: whole parts, never a piece of a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefing.model import Briefing, ByArticle, Group, Point, Section

_PROBLEMS = 10
"""How many of the problems stay; above them stands how many there are."""

Cut = Callable[[Briefing], Briefing]


def shorter(briefing: Briefing) -> Iterator[Briefing]:
    """Yield the briefing with ever more left out, to the last line At a glance."""
    found = replace(briefing, continued=True)
    for cut in _cuts(briefing):
        before, found = found, _with_its_sources(cut(found))
        if found != before:
            yield found


def _cuts(briefing: Briefing) -> Iterator[Cut]:
    yield from (_nothing_else, _voices, _timelines, _problems, _best_points, _figures)
    parts: list[Group | Section] = [*briefing.sections]
    parts += [*briefing.other.groups, briefing.other] if briefing.other else []
    yield from (_best_articles(most) for most in _halves(max((len(part.articles) for part in parts), default=0)))
    yield _sections
    yield from (_glance(most) for most in _halves(len(briefing.glance)))


def _halves(count: int) -> Iterator[int]:
    while count:
        count //= 2
        yield count


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


def _figures(briefing: Briefing) -> Briefing:
    return _each(briefing, lambda section: replace(section, figures=()))


def _best_points(briefing: Briefing) -> Briefing:
    """Of each article the best statement stays."""

    def changed(articles: tuple[ByArticle, ...]) -> tuple[ByArticle, ...]:
        return tuple(replace(by, points=(max(by.points, key=_score),)) if by.points else by for by in articles)

    return _each(briefing, lambda section: _by_article(section, changed))


def _best_articles(most: int) -> Cut:
    """Of each part the articles with the best statements stay, in their order."""

    def changed(articles: tuple[ByArticle, ...]) -> tuple[ByArticle, ...]:
        ranked = sorted(articles, key=lambda by: -max(map(_score, by.points), default=0.0))[:most]
        kept = {by.reference.number for by in ranked}
        return tuple(by for by in articles if by.reference.number in kept)

    return lambda briefing: _each(briefing, lambda section: _by_article(section, changed))


def _score(point: Point) -> float:
    return point.score


def _sections(briefing: Briefing) -> Briefing:
    return replace(briefing, sections=(), other=None)


def _glance(most: int) -> Cut:
    return lambda briefing: replace(briefing, glance=briefing.glance[:most])


def _each(briefing: Briefing, change: Callable[[Section], Section]) -> Briefing:
    other = change(briefing.other) if briefing.other else None
    return replace(briefing, sections=tuple(map(change, briefing.sections)), other=other)


def _by_article(section: Section, change: Callable[[tuple[ByArticle, ...]], tuple[ByArticle, ...]]) -> Section:
    groups = tuple(replace(group, articles=change(group.articles)) for group in section.groups)
    return replace(section, articles=change(section.articles), groups=groups)
