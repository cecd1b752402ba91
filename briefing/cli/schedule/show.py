"""`briefing schedule show`: the lines in the crontab, and when the next editions are due."""

from __future__ import annotations

import re
from pathlib import Path

import click

from briefing.cli.request import FILE, Request, now
from briefing.cli.saying import say
from briefing.cli.schedule.appointment import times
from briefing.cli.state import folder_of
from briefing.errors import BriefingError
from briefing.records.status import last
from briefing.schedule import installed
from briefing.schedule.calendar import Timetable

NEXT = 5
_DUE = re.compile(r" --due (\S+) --days (\S+) ")


@click.command("show", short_help="Show the lines in the crontab and the next five times.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
def command(config: Path | None) -> None:
    """Show the lines that cron has of this briefing, and the next five times with their zone.

    \b
    Examples:
      briefing schedule show
      briefing schedule show --config ~/news/briefing.toml
    """
    settings = Request(config=config).loaded(needs_sources=False).settings
    folder = folder_of(settings)
    block = installed.read().block(settings.name)
    if not block:
        raise BriefingError(f'"{settings.name}" has no lines in your crontab; {_remedy(settings.name, folder)}')
    say(block, nl=False)
    for line in times(_timetable(block, settings.zone), now(settings), NEXT):
        say(line)


def _timetable(block: str, zone: str) -> Timetable:
    try:
        at, days = next(_DUE.finditer(block)).groups()
        return Timetable.of(at, days, zone)
    except (StopIteration, ValueError):
        raise BriefingError("these lines are not as they were written; install them again to be sure") from None


def _remedy(name: str, folder: Path) -> str:
    if "schedule" in last(folder):
        return f"if systemd has it, systemctl --user list-timers briefing-{name}.timer shows it"
    return "briefing schedule install --at 07:00 writes them"
