"""Say what a briefing prints and is made from, as the editions after it will remember it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.language.words import stems
from briefing.model import Article, Briefing, Edition, Past, Point, Published, Reference, Rendered, Seen, Span


def edition(
    briefing: Briefing, *, name: str, pages: Mapping[str, Rendered], articles: Iterable[Article] = ()
) -> Edition:
    """Return the edition that the briefing is once its pages are rendered, to be recorded under the briefing's name.

    `articles` are those behind it: of what the page does not list, only they say what it states of itself.
    """
    return Edition(
        name=name,
        day=briefing.day,
        title=briefing.title,
        pages=pages,
        made=briefing.made,
        statements=publish(briefing),
        articles=seen(briefing, articles),
        listed=tuple(briefing.read),
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


def seen(briefing: Briefing, articles: Iterable[Article] = ()) -> tuple[Seen, ...]:
    """Return the articles that the briefing was made from, first seen on its day unless an earlier edition had them."""
    counted = briefing.rest.used
    known = {a.sha256: a for a in sorted(articles, key=lambda a: a.precedence, reverse=True)} if counted else {}
    stated = (_stated(sha256, known.get(sha256), briefing) for sha256 in counted)
    return (*(_seen(reference, briefing) for reference in briefing.used), *stated)


def _stated(sha256: str, article: Article | None, briefing: Briefing) -> Seen:
    """What an article that the page does not list states of itself; of one that is not at hand the hash is enough."""
    if article is None:
        return Seen(sha256, briefing.day)
    return Seen(
        sha256, briefing.day, article.date, article.title, article.source, article.url, location=article.location
    )


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
