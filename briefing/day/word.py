"""The word that a run leaves: a line an event in its log, and in `status.json` how it went."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path
from time import monotonic

from briefing.day.errand import Errand, Outcome
from briefing.day.record import Made
from briefing.model import Edition, Letter
from briefing.model.collecting import Polled
from briefing.records import status
from briefing.version import VERSION


class Word:
    """What is said of the run of an errand that began at `start`, in the state in `folder`."""

    def __init__(self, folder: Path, errand: Errand, start: datetime) -> None:
        self.folder, self.log, self.start = folder, errand.log, start
        self.due = _iso(errand.due) if errand.due else ""
        self._makes = errand.make is not None
        self._began = monotonic()
        self._about: dict[str, str | int | float] = {}
        self.log.info("run of briefing %s, process %d, %s", VERSION, os.getpid(), self._reason)

    @property
    def _reason(self) -> str:
        """What it is for, in words."""
        if not self._makes:
            return "to send what waits"
        return f"for the edition due at {self.due}" if self.due else "asked for"

    def of_made(self, made: Made) -> None:
        """Say what an edition was made from."""
        for polled in made.collected:
            self.log.log(logging.WARNING if polled.what else logging.INFO, "%s: %s", polled.address, _answer(polled))
        for article in made.articles:
            self.log.debug("read %s, %s: %s", article.location.path, article.sha256[:8], article.title or "no title")

    def of_recorded(self, edition: Edition, made: Made) -> None:
        """Say what was recorded; all that is said later is about this edition."""
        self._about = {
            "day": edition.day.isoformat(),
            "revision": edition.revision,
            "articles": len(made.articles),
            "statements": len(edition.statements),
            "problems": len(made.problems),
        }
        self.log.info("recorded: %s", ", ".join(f"{name} {value}" for name, value in self._about.items()))
        for problem in made.problems:
            self.log.warning("%s", problem)

    def of_letter(self, letter: Letter) -> None:
        """Say what became of a letter."""
        words = f": {letter.words}" if letter.words else ""
        level = logging.INFO if letter.state == "sent" else logging.WARNING
        self.log.log(level, "letter %d to %s: %s%s", letter.number, letter.recipient, letter.state, words)

    def of_end(self, done: Outcome) -> None:
        """Say how the run ended."""
        for failure in done.failures:
            self.log.error("%s", failure)
        self.log.info("ended after %.1f s, %s", self._seconds, "well" if done.is_well else "not well")

    def is_known(self, done: Outcome) -> bool:
        """Whether an earlier run for the same due moment has failed in the same words."""
        return not done.is_well and status.is_known(self.folder, self.due, done.what)

    def note_edition(self) -> None:
        """Note the edition, which so counts as made; raises RecordsError."""
        status.note(self.folder, "last_edition", self._entry())

    def note(self, done: Outcome) -> None:
        """Note how it went, of a run that made no edition with the last one that was; raises RecordsError."""
        if not self._makes:
            edition = status.entry(self.folder, "last_edition")
            self._about = {name: edition[name] for name in ("day", "revision") if name in edition}
        sent = {state: len(done.report.of(state)) for state in ("sent", "deferred", "failed")}
        entry = {**self._entry(), **sent, "uncertain": len(done.report.uncertain)}
        if done.is_well:
            status.note(self.folder, "last_success", entry)
        else:
            status.note(self.folder, "last_failure", {**entry, "what": done.what})

    def _entry(self) -> dict[str, str | int | float]:
        due = {"due": self.due} if self.due else {}
        return {"at": _iso(self.start), **due, "duration": self._seconds, **self._about}

    @property
    def _seconds(self) -> float:
        return round(monotonic() - self._began, 1)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _answer(polled: Polled) -> str:
    """What came of asking one address, as a log has it."""
    if polled.what:
        return f"failed: {polled.what}"
    counted = ((polled.new, "new"), (polled.updated, "changed"), (polled.waiting, "to be asked for again"))
    return ", ".join(f"{count} {what}" for count, what in counted if count or what == "new")
