"""What cron runs: one edition a day, made, recorded and sent once, however often it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from briefing import post
from briefing.errors import BriefingError, RecordsError
from briefing.model import Article, Edition, Letter, Problem
from briefing.plugins import Deliverer, Records
from briefing.records.lock import held
from briefing.records.state import opened
from briefing.records.status import note


def _no_copies(edition: Edition) -> None:
    """An edition need not have files: its pages are in the records."""


@dataclass(frozen=True, slots=True)
class Made:
    """What building gives: the edition, the articles behind it, and what could not be read.

    `copy` writes the pages of the edition, once it is recorded, into their files; raises BriefingError. `pages` gives
    them as a recipient of its mail wishes them.
    """

    edition: Edition
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    copy: Callable[[Edition], None] = _no_copies
    pages: post.Pages = post.whole


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the edition as recorded, what became of its mails, and the problems that no earlier run had.

    `failure` says why its files could not be written: it is recorded and sent all the same.
    """

    edition: Edition
    report: post.Report = field(default_factory=post.Report)
    new_problems: tuple[Problem, ...] = ()
    failure: BriefingError | None = None

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to tell."""
        return self.report.is_well and not self.new_problems and not self.failure


@dataclass(frozen=True, slots=True)
class Way:
    """How an edition goes to its readers: from which desk, by which room; `again` sends it to those who have it too."""

    desk: post.Desk
    deliverer: Deliverer
    clock: Callable[[], datetime]
    again: bool = False

    def room(self, records: Records) -> post.Mailroom:
        """Return the mailroom whose outbox lies in these records."""
        return post.Mailroom(self.desk.mail, records, self.deliverer, self.clock)


def run(folder: Path, make: Callable[[], Made], way: Way) -> Outcome:
    """Build, record and send under the lock of the state in `folder`; without recipients nothing is sent.

    The edition is made when it is recorded, and its letters are in the outbox from then on: its files are copies, and
    the next run writes them again. Who has got an edition of the day gets no second one: a later revision is recorded,
    and goes out only when asked for. Raises LockHeld, RecordsError and whatever `make` raises; `status.json` tells how
    it went.
    """
    now = way.clock()
    with held(folder, now=now), _failure_noted(folder, now), opened(folder) as records:
        made = make()
        edition = record(made, records, now, way)
        note(folder, "last_edition", {"at": now.isoformat(timespec="seconds"), "day": edition.day.isoformat()})
        failure = _copy(made, edition)
        report = post.deliver(edition.name, way.room(records))
        problems = records.new_problems(edition.name, made.problems, day=edition.day)
        outcome = Outcome(edition, report, problems, failure)
        _note(folder, outcome, articles=len(made.articles), now=now)
    return outcome


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


def _copy(made: Made, edition: Edition) -> BriefingError | None:
    """A full disk elsewhere must not keep the mail from going."""
    try:
        made.copy(edition)
    except BriefingError as error:
        return error
    return None


def _note(folder: Path, outcome: Outcome, *, articles: int, now: datetime) -> None:
    report = outcome.report
    entry: dict[str, str | int] = {
        "at": now.isoformat(timespec="seconds"),
        "day": outcome.edition.day.isoformat(),
        "revision": outcome.edition.revision,
        "articles": articles,
        **{state: len(report.of(state)) for state in ("sent", "deferred", "failed")},
        "uncertain": len(report.uncertain),
        "new_problems": len(outcome.new_problems),
    }
    if outcome.failure:
        entry["what"] = str(outcome.failure)
    note(folder, "last_success" if report.is_well and not outcome.failure else "last_failure", entry)


@contextmanager
def _failure_noted(folder: Path, now: datetime) -> Iterator[None]:
    """Leave word of a run that ended early, whatever ended it; if even that fails, the first error is the one told."""
    try:
        yield
    except BaseException as error:
        what = str(error) if isinstance(error, BriefingError) else type(error).__name__
        with suppress(RecordsError):
            note(folder, "last_failure", {"at": now.isoformat(timespec="seconds"), "what": what})
        raise
