"""`briefing schedule install`: checks, then the lines in the crontab, or the units for systemd."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from briefing.cli.due import AT, DAYS
from briefing.cli.request import FILE, now
from briefing.cli.saying import say
from briefing.cli.schedule.appointment import Appointment, times
from briefing.cli.schedule.cautions import cautions
from briefing.records.lock import held
from briefing.records.status import note
from briefing.schedule import installed, units
from briefing.schedule.calendar import DAILY
from briefing.schedule.crontab import Crontab
from briefing.settings.durations import length

FOLDER = "~/.config/systemd/user"


class _Addresses(click.ParamType[str]):
    """What cron takes for MAILTO: an address or several; anything else it leaves unsent, without a word."""

    name = "ADDRESS"
    _WRITTEN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:@[A-Za-z0-9.-]+)?")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return it; anything else is a usage error."""
        if not all(map(self._WRITTEN.fullmatch, str(value).split(","))):
            self.fail(f"{value!r} is no address that cron would mail to; write it as in me@example.org", param, ctx)
        return str(value)


@click.command("install", short_help="Have cron make an edition at a time of day.")
@click.option("--at", type=AT, required=True, help="When an edition is due, in the briefing's zone.")
@click.option("--days", type=DAYS, default=DAILY, help="On which days: mon-fri, mon,wed … [default: daily].")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--mailto", type=_Addresses(), help="To whom cron mails what a failed run says [default: as before].")
@click.option("--print", "only_print", is_flag=True, help="Print it, and change nothing.")
@click.option("--systemd", is_flag=True, help="Print a service and a timer for systemd instead.")
def command(at: str, days: str, config: Path | None, mailto: str | None, *, only_print: bool, systemd: bool) -> None:
    """Write a line into your crontab that makes an edition once its time has passed, on these days.

    The settings are checked first, as cron would find them. Installing again changes what is there; times that passed
    before are not caught up. With --systemd a user's service and timer are printed, to be saved and enabled.

    \b
    Examples:
      briefing schedule install --at 07:00 --days mon-fri
      briefing schedule install --at 06:45 --config ~/news/briefing.toml --mailto me@example.org
      briefing schedule install --at 07:00 --print
      briefing schedule install --at 07:00 --systemd
    """
    one = Appointment.of(at, days, config)
    moment = now(one.settings)
    before = Crontab() if systemd else installed.read()
    after = before if systemd else one.put_into(before, mailto)
    if systemd or only_print:
        say(_units(one) if systemd else after.block(one.name), nl=False)
    for caution in cautions(one, before, mailto, systemd=systemd):
        say(caution, err=True)
    if only_print:
        return
    with held(one.folder, now=moment):
        note(one.folder, "schedule", {"at": moment.isoformat(timespec="seconds"), "time": at, "days": days})
        if not systemd:
            installed.write(after)
    say(_next(one, moment, systemd=systemd), err=True)


def _units(one: Appointment) -> str:
    """The two files, each below its path."""
    service = units.service(one.name, one.call, length(one.settings.run.limit))
    files = {"service": service, "timer": units.timer(one.name, one.timetable)}
    return "\n".join(f"# {FOLDER}/briefing-{one.name}.{kind}\n{text}" for kind, text in files.items())


def _next(one: Appointment, moment: datetime, *, systemd: bool) -> str:
    (first,) = times(one.timetable, moment, 1)
    if not systemd:
        return f"{one.name}: written into your crontab; the next edition is due {first}"
    enable = f"systemctl --user enable --now briefing-{one.name}.timer"
    linger = "loginctl enable-linger   # it runs also while you are not logged in"
    return f"{one.name}: due {first} once the two are saved under these names and enabled:\n  {enable}\n  {linger}"
