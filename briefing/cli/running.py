"""A run that has something to do, once it holds the lock: what is done, what is said of it, and how it ends."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from briefing.cli import archive, edition
from briefing.cli.build import PARTLY
from briefing.cli.request import Request, now
from briefing.cli.saying import say
from briefing.cli.window import windowed
from briefing.day.errand import Errand, Outcome
from briefing.day.record import Made
from briefing.day.run import run as do
from briefing.fetchers.ping import ping
from briefing.post import Report
from briefing.records.log import kept
from briefing.records.state import State
from briefing.schedule.calendar import Timetable
from briefing.settings import Settings
from briefing.version import VERSION


@dataclass(frozen=True, slots=True)
class Call:
    """What the command line asks for: with a timetable the edition of the moment that is `missing`, else one now."""

    request: Request
    timetable: Timetable | None = None
    missing: datetime | None = None
    is_draft: bool = False
    is_verbose: bool = False


def run(call: Call, settings: Settings, folder: Path) -> int:
    """Do what is to be done in the state in `folder`, say what went wrong, and return the exit code."""
    echo = sys.stderr if call.is_verbose else None
    with kept(folder, settings.run.log, partial(now, settings), secrets=_passwords(), echo=echo) as log:
        slot = call.timetable.last(now(settings)) if call.timetable else None
        errand = Errand(
            settings.name,
            partial(edition.way, settings, state="held" if call.is_draft else "queued"),
            partial(_made, call, folder) if call.missing or not call.timetable else None,
            slot,
            partial(_keep, settings) if settings.run.archive else None,
            settings.run.limit,
            log,
        )
        outcome = do(folder, errand, partial(now, settings))
        if settings.run.ping:
            failed = ping(settings.run.ping, is_well=outcome.is_well, agent=f"briefing/{VERSION}")
            if failed:
                log.warning("run.ping could not be asked: %s", failed)
    return _told(outcome, is_quiet=call.is_verbose)


def _made(call: Call, folder: Path) -> Made:
    """Build the edition of the day on which it was due, however late it is; without a timetable today's."""
    loaded = call.request.loaded()
    moment = now(loaded.settings)
    on = (call.missing or moment).date()
    return edition.make(windowed(loaded, folder, on, moment), on, moment, call.request)


def _keep(settings: Settings, state: State) -> None:
    archive.keep(state, settings, Path(settings.run.archive), settings.run.archive_url)


def _told(outcome: Outcome, *, is_quiet: bool) -> int:
    """Say what went wrong, unless it was said as it happened, or by an earlier run, and return the exit code."""
    if not is_quiet:
        report = Report() if outcome.is_known else outcome.report
        edition.report(report, outcome.new_problems, patient=False)
        for failure in () if outcome.is_known else outcome.failures:
            for line in str(failure).split("\n"):
                say(f"briefing: {line}", err=True)
    if outcome.failures:
        return outcome.failures[0].exit_code
    return PARTLY if outcome.new_problems or not outcome.is_well else 0


def _passwords() -> tuple[str, ...]:
    """What must not stand in the log, whoever says it."""
    return tuple(v for name, v in os.environ.items() if name.startswith("BRIEFING_") and name.endswith("_PASSWORD"))
