"""A briefing, dated and recorded, and what the editions before it said."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from briefing.model.choosing import Extract
from briefing.model.page import Made
from briefing.model.reading import Location, Span


@dataclass(frozen=True, slots=True)
class Published:
    """A statement that the edition of `day` printed under `label`: its words, and its place in an article (sha256).

    `core` is the sentence that makes its identity; `core_words` are all stems of it, by which it is known again.
    """

    day: date
    label: str
    article: str
    start: int
    end: int
    text: str
    core: Span
    core_words: tuple[str, ...]
    theme: str | None = None
    language: str = "en"

    @property
    def extract(self) -> Extract:
        """The same as an extract, to be compared with others; of what choosing knew about it nothing is left."""
        place = (self.article, self.start, self.end, self.text, self.core)
        return Extract(
            *place, core_words=self.core_words, terms=(), score=0.0, theme=self.theme, language=self.language
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """An article that an edition was made from: its hash, what it states of itself, and the first edition with it.

    `first_seen` is the day of that edition. It is never shown as the article's own day, which is `day` (None: unknown).
    """

    sha256: str
    first_seen: date
    day: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    location: Location = Location()


@dataclass(frozen=True, slots=True)
class Past:
    """What the editions before a day printed and read, in order of days; `last` is the day of the latest of them.

    Of each day counts what its latest revision printed, and what any revision read: an article is in order of
    `first_seen` and hash. Empty where nothing is remembered: then nothing is marked.
    """

    statements: tuple[Published, ...] = ()
    articles: tuple[Seen, ...] = ()
    last: date | None = None

    @property
    def digest(self) -> str:
        """16 hexadecimal digits over all of it, by which a page says what it was marked against; "" for nothing."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16] if self.last else ""


Rendered = str | bytes
"""A page as its format makes it: a text, or bytes such as a PDF's."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing, dated and recorded: its rendered pages by format ("md", "json", "pdf", "subject", "text", "mail").

    `revision` counts from 1 the different editions recorded for one day; 0 is not recorded yet. `made` tells its window
    and settings, `statements` and `articles` what it printed and was made from. `listed` are the articles (sha256) that
    its pages list or count, those outside its window among them: what it takes to prove them.
    """

    name: str
    day: date
    title: str
    pages: Mapping[str, Rendered]
    revision: int = 0
    made: Made = Made()
    statements: tuple[Published, ...] = ()
    articles: tuple[Seen, ...] = ()
    listed: tuple[str, ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """The pages to the byte, as files have them."""
        return {form: page.encode() if isinstance(page, str) else page for form, page in self.pages.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """A revision as the list of editions has it: counts, when it was made, and to how many it went.

    `statements` and `articles` are None where it was recorded before any were remembered.
    """

    day: date
    revision: int
    title: str
    statements: int | None
    articles: int | None
    at: datetime
    sent: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """How one edition differs from an earlier one, by statements: what came, what went, and how many stayed.

    `changed` are statements of the later one, each with the words that differ, as they were and as they are.
    """

    came: tuple[Published, ...] = ()
    went: tuple[Published, ...] = ()
    changed: tuple[tuple[Published, tuple[tuple[str, str], ...]], ...] = ()
    stayed: int = 0


@dataclass(frozen=True, slots=True)
class Pruning:
    """What goes when a briefing's old editions are pruned: revisions, and the texts (sha256) that no other one needs.

    `texts` is None where none can go: an edition that stays was recorded before it was remembered what it needs.
    """

    name: str
    before: date
    entries: tuple[Entry, ...] = ()
    texts: tuple[str, ...] | None = ()
