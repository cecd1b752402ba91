"""All recorded editions as a static site has them: by day, by theme, each statement with where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from briefing.model.edition import Published, Seen
from briefing.model.page import Mark

INDEX, SEARCH, FEED = "index.html", "search.html", "feed.xml"
"""The site's own pages."""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page as it was recorded, in the format `form` ("md", called by its `name` "Markdown"), of a revision.

    Every `path` here is from the site's folder.
    """

    form: str
    name: str
    revision: int
    path: str


@dataclass(frozen=True, slots=True)
class ArchivedStatement:
    """What an edition printed, the article that it is from, and what it was to those who knew the editions before."""

    published: Published
    seen: Seen | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class ArchivedPart:
    """What the edition of `day` (its page: `edition`) says about a theme (its page: `path`), None for all others."""

    theme: str | None
    path: str
    day: date
    edition: str
    statements: tuple[ArchivedStatement, ...]


@dataclass(frozen=True, slots=True)
class ArchivedEdition:
    """The last revision of a day's edition; `first_made` is when the first was, `pages` are those of all.

    `is_remembered` is False where it was recorded before any statements were.
    """

    day: date
    title: str
    revision: int
    first_made: datetime
    made: datetime
    path: str
    pages: tuple[ArchivedPage, ...] = ()
    parts: tuple[ArchivedPart, ...] = ()
    is_remembered: bool = True

    @property
    def statements(self) -> int:
        """How many it printed."""
        return sum(len(part.statements) for part in self.parts)

    def page(self, form: str) -> ArchivedPage | None:
        """The page of that format as it was published last, or None."""
        return next((p for p in self.pages if (p.form, p.revision) == (form, self.revision)), None)


@dataclass(frozen=True, slots=True)
class ArchivedTheme:
    """A theme through the editions, the latest first."""

    theme: str | None
    path: str
    parts: tuple[ArchivedPart, ...]

    @property
    def statements(self) -> int:
        """How many there are of it."""
        return sum(len(part.statements) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Site:
    """What the archive of a briefing shows: its editions, the latest first, and its themes, the largest first.

    `identity` is the IRI by which the world knows its feed; `base` the address where it will stand, "" for anywhere.
    """

    title: str
    language: str
    identity: str
    editions: tuple[ArchivedEdition, ...]
    themes: tuple[ArchivedTheme, ...] = ()
    base: str = ""

    @property
    def statements(self) -> int:
        """How many all editions printed."""
        return sum(edition.statements for edition in self.editions)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the site, the index last."""
        return (*self._copies(), *(e.path for e in self.editions), *(t.path for t in self.themes), SEARCH, FEED, INDEX)

    def _copies(self) -> Iterator[str]:
        return (page.path for edition in self.editions for page in edition.pages)
