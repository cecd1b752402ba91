"""What cron runs: one edition a day, made, recorded and sent once, however often it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from briefing import post
from briefing.errors import BriefingError, RecordsError
from briefing.model import Article, Edition, Problem
from briefing.plugins import Deliverer, Records
from briefing.records.lock import held
from briefing.records.state import opened
from briefing.records.status import note
from briefing.settings import Mail


def _no_copies(edition: Edition) -> None:
    """An edition need not have files: its pages are in the records."""


@dataclass(frozen=True, slots=True)
class Made:
    """What building gives: the edition, the articles behind it, and what could not be read.

    `copy` writes the pages of the edition, once it is recorded, into their files; raises BriefingError.
    """

    edition: Edition
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    copy: Callable[[Edition], None] = _no_copies


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


def run(folder: Path, make: Callable[[], Made], *, mail: Mail, deliverer: Deliverer, now: datetime) -> Outcome:
    """Build, record and send under the lock of the state in `folder`; without recipients nothing is sent.

    The edition is made when it is recorded: its files are copies, and the next run writes them again. Who has got an
    edition of the day gets no second one: a later revision is recorded, and goes out only when asked for. Raises
    LockHeld, RecordsError and whatever `make` raises; `status.json` tells how it went.
    """
    with held(folder, now=now), _failure_noted(folder, now), opened(folder) as records:
        made = make()
        edition = record(made, records, now)
        failure = _copy(made, edition)
        report = _send(edition, post.Mailroom(mail, records, deliverer), now)
        problems = records.new_problems(edition.name, made.problems, day=edition.day)
        outcome = Outcome(edition, report, problems, failure)
        _note(folder, outcome, articles=len(made.articles), now=now)
    return outcome


def record(made: Made, records: Records, now: datetime) -> Edition:
    """Keep what was made: the articles behind the pages first, so that no page is ever without its proof."""
    for article in made.articles:
        records.keep(article)
    return replace(made.edition, revision=records.record(made.edition, at=now))


def _copy(made: Made, edition: Edition) -> BriefingError | None:
    """A full disk elsewhere must not keep the mail from going."""
    try:
        made.copy(edition)
    except BriefingError as error:
        return error
    return None


def _send(edition: Edition, room: post.Mailroom, now: datetime) -> post.Report:
    return post.send(edition, room, now=now) if room.mail.recipients else post.Report()


def _note(folder: Path, outcome: Outcome, *, articles: int, now: datetime) -> None:
    report = outcome.report
    entry: dict[str, str | int] = {
        "at": now.isoformat(timespec="seconds"),
        "day": outcome.edition.day.isoformat(),
        "revision": outcome.edition.revision,
        "articles": articles,
        "sent": len(report.sent),
        "already_sent": len(report.already),
        "refused": len(report.refused),
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
