"""A run: the errand done once, from the lock that the caller holds to the word that is left of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefing import post
from briefing.day.errand import Errand, Outcome
from briefing.day.record import Made, Way, record
from briefing.day.word import Word
from briefing.errors import BriefingError
from briefing.interrupts import OutOfTime, limited
from briefing.model import Edition, Letter, Problem
from briefing.records import log as logs
from briefing.records.state import State, opened
from briefing.settings.durations import length


def run(folder: Path, errand: Errand, clock: Callable[[], datetime]) -> Outcome:
    """Do the errand in the state in `folder`, whose lock is the caller's to hold; without recipients nothing is sent.

    The edition is made when it is recorded, and its letters are in the outbox from then on: its files are copies. Who
    has got an edition of the day gets no second one: a later revision is recorded, and goes out only when asked for.
    Whatever goes wrong is in the outcome; only what ends the program is raised. `status.json` tells how it went.
    """
    work = _Work(errand, Word(folder, errand, clock()))
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

    def __init__(self, errand: Errand, word: Word) -> None:
        self.errand, self.word = errand, word
        self.failures: list[BriefingError] = []
        self.edition: Edition | None = None
        self.letters: list[Letter] = []
        self.report: post.Report | None = None
        self.new_problems: tuple[Problem, ...] = ()

    def do(self, records: State) -> None:
        """Make the edition, if one is missing, then send what waits, then what can wait."""
        way = self.errand.way()
        made = self.errand.make() if self.errand.make else None
        if made:
            self._record(made, records, way)
        self.report = post.deliver(self.errand.name, way.room(records, self._hear))
        self.new_problems = records.move()
        if made:
            self.new_problems += records.new_problems(self.errand.name, made.problems, day=made.edition.day)
            self._keep(records)

    def _record(self, made: Made, records: State, way: Way) -> None:
        self.word.of_made(made)
        self.edition = edition = record(made, records, self.word.start, way)
        self.word.of_recorded(edition, made)
        # Noted before anything is sent: whatever happens then, this edition is not made a second time.
        self._attempt(self.word.note_edition)
        self._attempt(lambda: made.copy(edition))

    def _keep(self, records: State) -> None:
        if keep := self.errand.keep:
            self._attempt(lambda: keep(records))

    def _attempt(self, aside: Callable[[], object]) -> None:
        """Do what must not keep the mail from going, on a full disk elsewhere, say."""
        try:
            aside()
        except BriefingError as error:
            if str(error) not in map(str, self.failures):  # one that is met twice is told once
                self.failures.append(error)

    def _hear(self, letter: Letter) -> None:
        self.letters.append(letter)
        self.word.of_letter(letter)

    def ended(self) -> Outcome:
        """Leave word of it, and return what it came to."""
        report = self.report or post.Report(tuple(self.letters))
        done = Outcome(self.edition, report, self.new_problems, tuple(self.failures))
        is_known = self.word.is_known(done)
        self._attempt(lambda: self.word.note(done))
        self.word.of_end(replace(done, failures=tuple(self.failures)))
        return replace(done, failures=tuple(self.failures), is_known=is_known)
