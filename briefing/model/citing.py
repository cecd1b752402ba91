"""What a page points to: its articles, and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from briefing.model.reading import Dated, Location


@dataclass(frozen=True, slots=True)
class Reference:
    """One article as the page lists it under Sources; `title` falls back to the file's name, never to an invented one.

    `copies` are the other places where the very same text was read; `outside` marks an article whose day lies outside
    the window asked for, `excluded` one that the editor excluded: both are listed and not used. `updated` is the first
    edition that had an earlier text of it. The number is 0 where the page does not list the article, but counts it.
    """

    number: int
    sha256: str
    title: str
    dated: Dated
    source: str | None = None
    place: str | None = None
    url: str | None = None
    language: str = "en"
    location: Location = Location()
    copies: tuple[Location, ...] = ()
    untitled: bool = False
    outside: bool = False
    updated: date | None = None
    excluded: bool = False

    @property
    def is_used(self) -> bool:
        """Whether the briefing was made from it."""
        return not (self.outside or self.excluded)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an extract stands: `label` is "3.4" for the fourth extract of source 3; the span is the article's.

    "3.4a" is where the first note to that extract leads.
    """

    label: str
    reference: Reference
    start: int
    end: int

    @property
    def order(self) -> tuple[int, int, str]:
        """What citations are sorted by: article, extract, note."""
        article, _, place = self.label.partition(".")
        extract = place.rstrip(ascii_lowercase)
        return int(article), int(extract), place.removeprefix(extract)
