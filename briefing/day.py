"""What cron runs: an edition made, recorded and sent once, however often it is called, and word left of how it went."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import monotonic

from briefing import post
from briefing.errors import BriefingError
from briefing.interrupts import OutOfTime, limited
from briefing.model import Article, Edition, Letter, Polled, Problem
from briefing.plugins import Deliverer, Records
from briefing.records import log as logs
from briefing.records import status
from briefing.records.state import State, opened
from briefing.settings.durations import length
from briefing.version import VERSION


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


@dataclass(frozen=True, slots=True)
class Errand:
    """What a run is for: the edition that `make` gives, if one is missing, and the letters of `name` that wait.

    `way` gives the way that they go; raises SettingsError. `due` is the moment whose edition is missing, or was made
    last. `keep` brings an archive up to date with what is recorded; raises BriefingError. All of it may take `limit`
    ("30 minutes"); `log` hears of each step.
    """

    name: str
    way: Callable[[], Way]
    make: Callable[[], Made] | None = None
    due: datetime | None = None
    keep: Callable[[State], object] | None = None
    limit: str = "30 minutes"
    log: logging.Logger = field(default_factory=logs.silent)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the edition as recorded, if it made one, what became of its mails, the problems new with it.

    `failures` say what ended it early, or what it went on without: its files, its archive. `is_known`: another run for
    the same due moment has failed in the same words.
    """

    edition: Edition | None = None
    report: post.Report = field(default_factory=post.Report)
    new_problems: tuple[Problem, ...] = ()
    failures: tuple[BriefingError, ...] = ()
    is_known: bool = False

    @property
    def is_well(self) -> bool:
        """Whether everything that was to be done is done; a problem with an article is the page's to tell."""
        return self.report.is_well and not self.failures

    @property
    def what(self) -> str:
        """What went wrong, in a line without anything that differs from one try to the next."""
        # By number: which of them are tried, and which still wait, is not the same from one try to the next.
        groups = post.alike(sorted(self.report.troubles(), key=lambda letter: letter.number))
        letters = (f"{post.whom(group)}: {group[0].state}: {group[0].words}" for group in groups)
        return "; ".join((*map(str, self.failures), *letters))


def run(folder: Path, errand: Errand, clock: Callable[[], datetime]) -> Outcome:
    """Do the errand in the state in `folder`, whose lock is the caller's to hold; without recipients nothing is sent.

    The edition is made when it is recorded, and its letters are in the outbox from then on: its files are copies. Who
    has got an edition of the day gets no second one: a later revision is recorded, and goes out only when asked for.
    Whatever goes wrong is in the outcome; only what ends the program is raised. `status.json` tells how it went.
    """
    work = _Work(folder, errand, clock())
    errand.log.info("run of briefing %s, process %d, %s", VERSION, os.getpid(), work.reason)
    try:
        with limited(length(errand.limit)), opened(folder) as records:
            work.do(records)
    except BriefingError as error:
        work.failures.append(error)
    except OutOfTime:
        errand.log.warning("the time was over here:", exc_info=True)
        what = f"the run was ended after {errand.limit}; see in the log what took so long, or give run.limit more"
        work.failures.append(BriefingError(what))
    except Exception as error:
        errand.log.exception("this is a fault of the program")
        what = f"{type(error).__name__}: {error}; this is a fault of the program: please report it with what"
        work.failures.append(BriefingError(f"{what} {logs.place(folder)} says of it"))
    except (KeyboardInterrupt, SystemExit) as end:
        what = "interrupted" if isinstance(end, KeyboardInterrupt) else "terminated"
        work.failures.append(BriefingError(f"{what} before the end"))
        work.ended()
        raise
    return work.ended()


class _Work:
    """A run under way: what it has come to so far."""

    def __init__(self, folder: Path, errand: Errand, start: datetime) -> None:
        self.folder, self.errand, self.log = folder, errand, errand.log
        self.start, self.began = start, monotonic()
        self.failures: list[BriefingError] = []
        self.about: dict[str, str | int | float] = {}
        self.edition: Edition | None = None
        self.letters: list[Letter] = []
        self.report: post.Report | None = None
        self.new_problems: tuple[Problem, ...] = ()

    @property
    def reason(self) -> str:
        """What it is for, in words."""
        if self.errand.make is None:
            return "to send what waits"
        return f"for the edition due at {_iso(self.errand.due)}" if self.errand.due else "asked for"

    def do(self, records: State) -> None:
        """Make the edition, if one is missing, then send what waits, then what can wait."""
        way = self.errand.way()
        made = self.errand.make() if self.errand.make else None
        if made:
            self._record(made, records, way)
        self.report = post.deliver(self.errand.name, way.room(records, self._tell))
        self.new_problems = records.move()
        if made:
            self.new_problems += records.new_problems(self.errand.name, made.problems, day=made.edition.day)
            self._keep(records)

    def _record(self, made: Made, records: State, way: Way) -> None:
        for polled in made.collected:
            self.log.log(logging.WARNING if polled.what else logging.INFO, "%s: %s", polled.address, told(polled))
        for article in made.articles:
            self.log.debug("read %s, %s: %s", article.location.path, article.sha256[:8], article.title or "no title")
        self.edition = edition = record(made, records, self.start, way)
        self.about = {
            "day": edition.day.isoformat(),
            "revision": edition.revision,
            "articles": len(made.articles),
            "statements": len(edition.statements),
            "problems": len(made.problems),
        }
        self.log.info("recorded: %s", ", ".join(f"{name} {value}" for name, value in self.about.items()))
        for problem in made.problems:
            self.log.warning("%s", problem)
        # Noted before anything is sent: whatever happens then, this edition is not made a second time.
        self._attempt(lambda: status.note(self.folder, "last_edition", self._entry()))
        self._attempt(lambda: made.copy(edition))

    def _keep(self, records: State) -> None:
        if keep := self.errand.keep:
            self._attempt(lambda: keep(records))

    def _attempt(self, aside: Callable[[], object]) -> None:
        """Do what must not keep the mail from going, on a full disk elsewhere, say."""
        try:
            aside()
        except BriefingError as error:
            self.failures.append(error)

    def _tell(self, letter: Letter) -> None:
        self.letters.append(letter)
        words = f": {letter.words}" if letter.words else ""
        level = logging.INFO if letter.state == "sent" else logging.WARNING
        self.log.log(level, "letter %d to %s: %s%s", letter.number, letter.recipient, letter.state, words)

    def ended(self) -> Outcome:
        """Leave word of it, and return what it came to."""
        report = self.report or post.Report(tuple(self.letters))
        done = Outcome(self.edition, report, self.new_problems, tuple(self.failures))
        is_known = not done.is_well and status.is_known(self.folder, self._due, done.what)
        self._attempt(lambda: self._note(done))
        for failure in self.failures:
            self.log.error("%s", failure)
        self.log.info("ended after %.1f s, %s", self._seconds, "well" if done.is_well else "not well")
        return replace(done, failures=tuple(self.failures), is_known=is_known)

    def _note(self, done: Outcome) -> None:
        if self.errand.make is None:
            edition = status.entry(self.folder, "last_edition")
            self.about = {name: edition[name] for name in ("day", "revision") if name in edition}
        sent = {state: len(done.report.of(state)) for state in ("sent", "deferred", "failed")}
        entry = {**self._entry(), **sent, "uncertain": len(done.report.uncertain)}
        if done.is_well:
            status.note(self.folder, "last_success", entry)
        else:
            status.note(self.folder, "last_failure", {**entry, "what": done.what})

    def _entry(self) -> dict[str, str | int | float]:
        due = {"due": self._due} if self._due else {}
        return {"at": _iso(self.start), **due, "duration": self._seconds, **self.about}

    @property
    def _due(self) -> str:
        return _iso(self.errand.due) if self.errand.due else ""

    @property
    def _seconds(self) -> float:
        return round(monotonic() - self.began, 1)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


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


def told(polled: Polled) -> str:
    """Return what came of asking one address, in words."""
    if polled.what:
        return f"failed: {polled.what}"
    counted = ((polled.new, "new"), (polled.updated, "changed"), (polled.waiting, "to be asked for again"))
    return ", ".join(f"{count} {what}" for count, what in counted if count or what == "new")
