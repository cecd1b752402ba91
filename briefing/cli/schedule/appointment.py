"""A briefing and when it is due, as a scheduler will find it."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing.cli.request import NO_SOURCE
from briefing.cli.saying import say
from briefing.cli.state import folder_of
from briefing.errors import SettingsError
from briefing.schedule.calendar import DAYS, Timetable
from briefing.schedule.command import Call, call_of, try_out
from briefing.schedule.crontab import Crontab, unquoted, with_variables
from briefing.schedule.line import cron_line
from briefing.settings import Settings, load

SHELL = "/bin/sh"


@dataclass(frozen=True)
class Appointment:
    """The briefing of the settings in `file`, its timetable, and the call that a scheduler makes."""

    settings: Settings
    file: Path
    folder: Path
    timetable: Timetable
    call: Call

    @classmethod
    def of(cls, at: str, days: str, config: Path | None) -> Appointment:
        """Return that of the settings without what is set in this environment, for a scheduler has none of it.

        Raises SettingsError where they cannot be used, name no source, or have no `name`; BriefingError where briefing
        itself needs this environment to start.
        """
        from briefing.assembly import judge

        loaded = load(config=config, folder=Path.cwd(), sources=(), environ={}, overrides={}, judge=judge)
        for warning in loaded.warnings:
            say(warning, err=True)
        settings, file = loaded.settings, loaded.file
        folder = folder_of(settings)
        if not settings.sources or file is None:
            raise SettingsError(NO_SOURCE)
        if "-" in settings.sources:
            raise SettingsError("sources: - is standard input, of which a scheduler gives none; name a folder or file")
        call = call_of(("run", "--due", at, "--days", days, "--config", str(file.absolute())), os.environ)
        try_out(call)
        return cls(settings, file.absolute(), folder, Timetable.of(at, days, settings.zone), call)

    @property
    def name(self) -> str:
        """The name by which briefings are told apart."""
        return self.settings.name

    def put_into(self, crontab: Crontab, mailto: str | None) -> Crontab:
        """Return a crontab with the lines of this briefing; raises BriefingError."""
        before = {"MAILTO": pwd.getpwuid(os.geteuid()).pw_name, "SHELL": SHELL, **crontab.variables(self.name)}
        whom = mailto or _mailto(crontab.block(self.name))
        wanted = {"MAILTO": whom} if whom else {}
        if unquoted(before["SHELL"]) != SHELL:
            wanted["SHELL"] = SHELL
        line = cron_line(self.timetable.minutes, self.call.words)
        return crontab.with_block(self.name, with_variables(line, wanted, before))


def _mailto(block: str) -> str:
    """Return to whom the lines that are there have cron mail: installing again need not say so again."""
    return next((line.partition("=")[2] for line in block.splitlines() if line.startswith("MAILTO=")), "")


def times(timetable: Timetable, now: datetime, count: int) -> Iterator[str]:
    """Yield the next moments of a timetable as people read them, with the distance from UTC and the zone."""
    zone = timetable.zone or "by this machine's clock"
    for moment in timetable.next(now, count):
        day = DAYS[moment.weekday()].capitalize()
        yield f"{day} {moment:%Y-%m-%d %H:%M} {moment.isoformat()[-6:]} {zone}"
