"""What the search looks in: the statements, the latest first, with what a reader needs to know each by."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.display import shown
from briefing.model import Seen
from briefing.model.archive import ArchivedPart, ArchivedStatement, Site
from briefing.renderers.words.formats import long_date

BOUND = 4_000_000
"""Characters of statements that the search page holds: some 25,000 statements. The older ones are found by theme."""

Row = list[str | int]


def look_up(site: Site) -> dict[str, object]:
    """Return the tables `editions`, `themes` and `sources`, and `rows`, one for each statement.

    A row is its text, its label, its language ("" for the page's own), the numbers of its edition, theme and source.
    """
    edition = {e.day: number for number, e in enumerate(site.editions)}
    theme = {t.path: number for number, t in enumerate(site.themes)}
    sources: dict[str, int] = {}
    rows: list[Row] = []
    for part, one in _within(site):
        said = one.published
        language = said.language if said.language != site.language else ""
        source = sources.setdefault(_source(one.seen), len(sources))
        rows.append([shown(said.text), said.label, language, edition[part.day], theme[part.path], source])
    return {
        "editions": [[long_date(e.day, site.language), e.path] for e in site.editions],
        "themes": [[shown(t.theme or ""), t.path] for t in site.themes],
        "sources": list(sources),
        "rows": rows,
    }


def is_whole(site: Site) -> bool:
    """Whether there is room for every statement."""
    return sum(1 for _ in _within(site)) == site.statements


def _within(site: Site) -> Iterator[tuple[ArchivedPart, ArchivedStatement]]:
    """Yield the statements from the latest on, as long as there is room for their words."""
    room = BOUND
    for part in (part for edition in site.editions for part in edition.parts):
        for one in part.statements:
            room -= len(one.published.text)
            if room < 0:
                return
            yield part, one


def _source(seen: Seen | None) -> str:
    """The article's title, else what its file is called, and its publication."""
    if seen is None:
        return ""
    name = seen.title or seen.location.path.rsplit("/", 1)[-1]
    return ", ".join(shown(text) for text in (name, seen.source) if text)
