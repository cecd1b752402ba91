"""`briefing schedule`: have the machine's scheduler call `briefing run`. A command each."""

from __future__ import annotations

import click

from briefing.cli import Commands


class _OfSchedule(Commands):
    """The commands on the schedule, each imported when it is used."""

    names = ("install", "show", "remove")
    home = "briefing.cli.schedule"


@click.group("schedule", cls=_OfSchedule, short_help="Have an edition made each morning, by cron or systemd.")
def command() -> None:
    """Have cron call briefing every quarter of an hour, to make an edition once its time has passed.

    So an edition that the machine slept through is made up for, mail that a server put off goes out later, and the time
    is that of the briefing's zone, whatever the machine's is. Lines of the crontab that are not ours are never touched.

    \b
    Exit codes: 0 well; 1 there is no schedule, or the crontab or the state cannot be read or written; 2 usage;
    75 a run holds the lock; 78 settings, which need a `name`.

    \b
    Examples:
      briefing schedule install --at 07:00 --days mon-fri
      briefing schedule show
      briefing schedule remove
    """
