"""`briefing run`: what cron calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from briefing.cli.due import AT, DAYS
from briefing.cli.request import FILE, Request, now
from briefing.records.status import when
from briefing.schedule.calendar import DAILY, Timetable
from briefing.settings import Loaded
from briefing.settings.window import resolved


@click.command("run", short_help="Build, record and send, once a day: for cron.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--due", type=AT, help="Build only if this time has passed since the last edition was made.")
@click.option("--days", type=DAYS, help="The days on which that time counts [default: daily].")
@click.option("-v", "--verbose", is_flag=True, help="Say what was done.")
def command(config: Path | None, due: str | None, days: str | None, *, verbose: bool) -> int:
    """Build today's edition from the settings' sources, record it, and send it to each recipient once.

    Quiet when all is well, however often it is called. The settings need a `name`; without recipients nothing is
    mailed. A source that cannot be read is told of once, afterwards it stands on the page only.

    \b
    Examples:
      briefing run --config ~/news/briefing.toml
      briefing run --due 07:00 --days mon-fri   as a scheduler calls it, over and over
    """
    from briefing import day
    from briefing.cli.edition import make, report, state, way

    request = Request(config=config, verbose=verbose, quiet=not verbose)
    loaded = request.loaded()
    settings, moment = loaded.settings, now(loaded.settings)
    folder = state(settings)
    if due is None and days is not None:
        raise click.UsageError("--days says on which days --due counts, which is missing")
    if due is not None and not _is_missing(folder, Timetable.of(due, days or DAILY, settings.zone), moment):
        return 0
    outcome = day.run(
        folder,
        lambda: make(_standing(loaded, folder, moment), moment.date(), moment),
        way(settings),
    )
    edition, report_ = outcome.edition, outcome.report
    request.tell(f"{edition.day}: revision {edition.revision}, {len(report_.of('sent'))} sent")
    return report(outcome.report, outcome.new_problems, outcome.failure)


def _is_missing(folder: Path, timetable: Timetable, moment: datetime) -> bool:
    """Whether the edition of the timetable's last time was not made yet, nor passed before it was installed."""
    since, served = when(folder, "schedule"), when(folder, "last_edition")
    return timetable.due(moment, since=since, served=served) is not None


def _standing(loaded: Loaded, folder: Path, moment: datetime) -> Loaded:
    """Return the settings with the window of the day's edition, if there is one of that length.

    Counted from each run anew it would make another revision each time.
    """
    from briefing.records.state import asked

    settings, day = loaded.settings, moment.date()
    edition = asked(folder, lambda state: state.edition(settings.name, day)) if loaded.counted else None
    if edition is None or edition.made.until is None:
        return loaded
    same = resolved(replace(settings, since=loaded.counted, until=edition.made.until), day, moment)
    return replace(loaded, settings=same) if same.since == edition.made.since else loaded
