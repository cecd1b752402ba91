"""Say what a briefing prints and is made from, as the editions after it will remember it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.language.words import stems
from briefing.model import Briefing, Edition, Past, Point, Published, Reference, Rendered, Seen, Span


def edition(briefing: Briefing, *, name: str, pages: Mapping[str, Rendered]) -> Edition:
    """Return the edition that the briefing is once its pages are rendered, to be recorded under the briefing's name."""
    return Edition(
        name=name,
        day=briefing.day,
        title=briefing.title,
        pages=pages,
        made=briefing.made,
        statements=publish(briefing),
        articles=seen(briefing),
        listed=tuple(reference.sha256 for reference in briefing.references),
    )


def publish(briefing: Briefing) -> tuple[Published, ...]:
    """Return every statement that the briefing prints, once, in the order of its page."""
    return tuple(_published(point, briefing) for point in briefing.points)


def _published(point: Point, briefing: Briefing) -> Published:
    cited = point.citation
    core = point.core or Span(cited.start, cited.end)
    words = point.text[core.start - cited.start : core.end - cited.start]
    return Published(
        day=briefing.day,
        label=cited.label,
        article=cited.reference.sha256,
        start=cited.start,
        end=cited.end,
        text=point.text,
        core=core,
        core_words=tuple(stems(words, cited.reference.language)),
        theme=point.theme,
        language=cited.reference.language,
    )


def seen(briefing: Briefing) -> tuple[Seen, ...]:
    """Return the articles that the briefing was made from, first seen on its day unless an earlier edition had them."""
    return tuple(_seen(reference, briefing) for reference in briefing.used)


def _seen(reference: Reference, briefing: Briefing) -> Seen:
    return Seen(
        sha256=reference.sha256,
        first_seen=briefing.day,
        day=None if reference.dated.confidence == "inferred" else reference.dated.day,
        title=None if reference.untitled else reference.title,
        source=reference.source,
        url=reference.url,
        location=reference.location,
    )


def remember(past: Past, briefing: Briefing) -> Past:
    """Return the past of the day after, once the edition is recorded; one of the same day gives way to it."""
    others = [one for one in past.statements if one.day != briefing.day]
    return Past(
        statements=tuple(sorted((*others, *publish(briefing)), key=lambda one: one.day)),
        articles=_first((*past.articles, *seen(briefing))),
        last=max(past.last or briefing.day, briefing.day),
    )


def _first(articles: Iterable[Seen]) -> tuple[Seen, ...]:
    """Each article once, as the first edition found it, in the order in which they were seen."""
    first: dict[str, Seen] = {}
    for one in sorted(articles, key=lambda one: one.first_seen):
        first.setdefault(one.sha256, one)
    return tuple(sorted(first.values(), key=lambda one: (one.first_seen, one.sha256)))
