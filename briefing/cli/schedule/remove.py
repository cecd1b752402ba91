"""`briefing schedule remove`: takes the lines out of the crontab."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.request import FILE, Request, now
from briefing.cli.saying import say
from briefing.cli.state import folder_of
from briefing.records.lock import held
from briefing.records.status import forget, last
from briefing.schedule import installed


@click.command("remove", short_help="Take the lines out of the crontab.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
def command(config: Path | None) -> None:
    """Take the lines of this briefing out of your crontab, and leave all others as they are.

    A timer of systemd's is stopped with `systemctl --user disable --now briefing-NAME.timer`.

    \b
    Examples:
      briefing schedule remove
      briefing schedule remove --config ~/news/briefing.toml
    """
    settings = Request(config=config).loaded(needs_sources=False).settings
    folder = folder_of(settings)
    before = installed.read()
    after = before.without(settings.name)
    if after != before:
        installed.write(after)
    what = "taken out of your crontab" if after != before else "had no lines in your crontab"
    say(f"{settings.name}: {what}", err=True)
    if "schedule" in last(folder):
        # Last: a run that hangs must not keep its own lines in the crontab.
        with held(folder, now=now(settings)):
            forget(folder, "schedule")
