"""An edition that was made, the way that it goes, and how it is recorded: nothing here needs the log of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from briefing import post
from briefing.model import Article, Edition, Letter, Problem
from briefing.model.collecting import Polled
from briefing.plugins import Deliverer, Records


def _no_copies(edition: Edition) -> None:
    """An edition need not have files: its pages are in the records."""


@dataclass(frozen=True, slots=True)
class Made:
    """What building gives: the edition, the articles behind it, what could not be read, and what was collected for it.

    `copy` writes the pages of the edition, once it is recorded, into their files; raises BriefingError. `pages` gives
    them as a recipient of its mail wishes them.
    """

    edition: Edition
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    copy: Callable[[Edition], None] = _no_copies
    pages: post.Pages = post.whole
    collected: tuple[Polled, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How an edition goes to its readers: from which desk, by which room; `again` sends it to those who have it too."""

    desk: post.Desk
    deliverer: Deliverer
    clock: Callable[[], datetime]
    again: bool = False

    def room(self, records: Records, tell: Callable[[Letter], None] = post.unheard) -> post.Mailroom:
        """Return the mailroom whose outbox lies in these records."""
        return post.Mailroom(self.desk.mail, records, self.deliverer, self.clock, tell)


def record(made: Made, records: Records, now: datetime, way: Way | None = None) -> Edition:
    """Keep what was made: the articles behind the pages first, so that no page is ever without its proof.

    With a way, the letters of the edition are put into the outbox in the same transaction.
    """
    for article in made.articles:
        records.keep(article)

    def letters(edition: Edition) -> Iterator[Letter]:
        if way:
            desk = replace(way.desk, pages=made.pages)
            yield from post.letters(edition, desk, records, now=now, again=way.again)

    return replace(made.edition, revision=records.record(made.edition, at=now, letters=letters))
