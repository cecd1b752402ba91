"""How it went so far: mails that wait, the last runs, and whether the scheduler calls when it should."""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from briefing.cli.check.looking import Case, age
from briefing.cli.due import missing
from briefing.errors import BriefingError
from briefing.model import UNSETTLED, LetterState
from briefing.records.status import Noted, entry, when
from briefing.schedule import installed
from briefing.schedule.calendar import QUARTER, Timetable
from briefing.schedule.crontab import Crontab, unquoted
from briefing.settings.durations import length

_FOR_SOMEBODY: tuple[LetterState, ...] = ("failed", "uncertain")
_RUNS: tuple[Noted, ...] = ("last_success", "last_failure")
_PROGRAM = re.compile(r" (/[^ =']+) -P -m briefing ")


def outbox(case: Case, folder: Path) -> str:
    """Look for mails that somebody has to decide on."""
    from briefing.records.state import asked

    waiting = asked(folder, lambda state: state.letters(case.settings.name, states=UNSETTLED)) or ()
    counts = Counter(letter.state for letter in waiting)
    said = ", ".join(f"{counts[state]} {state}" for state in UNSETTLED if counts[state])
    if any(counts[state] for state in _FOR_SOMEBODY):
        raise BriefingError(f"{said}; briefing outbox lists them, retry sends and drop forgets them")
    return f"well; {said or 'no mail is waiting'}"


def runs(case: Case, folder: Path) -> str:
    """Look at the last run that went well, and whether one went wrong since, or is missing."""
    well, failed = when(folder, "last_success"), when(folder, "last_failure")
    said = f"the last good one {_ago(case, well)}" if well else "none went well yet"
    if failed and (well is None or failed > well):
        what = str(entry(folder, "last_failure").get("what", "it does not say why"))
        raise BriefingError(f"the last one, {_ago(case, failed)}, failed: {what}; {said}")
    if overdue := _overdue(case, folder):
        remedy = "see that cron runs, and what its mail and the log say; or call briefing run"
        raise BriefingError(f"no edition was made that was due at {overdue:%Y-%m-%d %H:%M}; {said}; {remedy}")
    return f"well; {said}" if well else "none yet"


def _ago(case: Case, moment: datetime) -> str:
    return f"{age(case.now - moment)} ago ({moment:%Y-%m-%d %H:%M})"


def _overdue(case: Case, folder: Path) -> datetime | None:
    """The moment whose edition should be there by now: the schedule looks every quarter of an hour, and a run has time.

    None where nothing is scheduled.
    """
    timetable = _timetable(case, folder)
    if timetable is None:
        return None
    due = missing(folder, timetable, case.now)
    patience = timedelta(minutes=QUARTER) + length(case.settings.run.limit)
    return due if due and case.now - due > patience else None


def _timetable(case: Case, folder: Path) -> Timetable | None:
    noted = entry(folder, "schedule")
    try:
        return Timetable.of(noted["time"], noted["days"], case.settings.zone)
    except (KeyError, TypeError, ValueError):
        return None


def schedule(case: Case, folder: Path) -> str:
    """Look whether the lines are in the crontab and lead to a program that is there, and who hears of a failure."""
    timetable, name = _timetable(case, folder), case.settings.name
    if timetable is None:
        return "none; briefing schedule install --at 07:00 writes one"
    noted = entry(folder, "schedule")
    said = f"{noted['time']} {noted['days']}"
    crontab = _crontab()
    if not crontab.block(name):
        timer = f"systemctl --user list-timers briefing-{name}.timer"
        return f"{said}, but not in your crontab; if systemd has it, {timer} shows it"
    _see_through(crontab, case)
    (coming,) = timetable.next(case.now, 1)
    ran = [moment for what in _RUNS if (moment := when(folder, what))]
    called = f"the last run {_ago(case, max(ran))}" if ran else "no run yet"
    return f"well; {said}, {called}, next due {coming:%Y-%m-%d %H:%M}"


def _crontab() -> Crontab:
    """The user's crontab, an empty one where there is none to be had: systemd needs none."""
    try:
        return installed.read()
    except BriefingError:
        return Crontab()


def _see_through(crontab: Crontab, case: Case) -> None:
    """Raise BriefingError where the lines lead nowhere, or nobody would be told of a failure."""
    from briefing.cli.schedule.cautions import unheard

    name = case.settings.name
    gone = [program for program in _PROGRAM.findall(crontab.block(name)) if not os.access(program, os.X_OK)]
    if gone:
        raise BriefingError(f"{gone[0]}: is gone, which your crontab runs; briefing schedule install writes it anew")
    mailto = crontab.variables(name).get("MAILTO")
    silence = [] if case.settings.run.ping else [*unheard(case.loaded, mailto and unquoted(mailto), systemd=False)]
    if silence:
        raise BriefingError("\n".join(silence))
