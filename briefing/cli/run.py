"""`briefing run`: what cron calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from briefing.cli.request import FILE, Request, now
from briefing.settings import Loaded
from briefing.settings.window import resolved


@click.command("run", short_help="Build, record and send, once a day: for cron.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("-v", "--verbose", is_flag=True, help="Say what was done.")
def command(config: Path | None, *, verbose: bool) -> int:
    """Build today's edition from the settings' sources, record it, and send it to each recipient once.

    Quiet when all is well, however often it is called. The settings need a `name`; without recipients nothing is
    mailed. A source that cannot be read is told of once, afterwards it stands on the page only.

    \b
    Examples:
      briefing run --config ~/news/briefing.toml
      0 7 * * *  /home/me/.venv/bin/briefing run --config /home/me/news/briefing.toml
    """
    from briefing import day
    from briefing.cli.edition import make, report, state, way

    request = Request(config=config, verbose=verbose, quiet=not verbose)
    loaded = request.loaded()
    settings, moment = loaded.settings, now(loaded.settings)
    folder = state(settings)
    outcome = day.run(
        folder,
        lambda: make(_standing(loaded, folder, moment), moment.date(), moment),
        way(settings),
    )
    edition, report_ = outcome.edition, outcome.report
    request.tell(f"{edition.day}: revision {edition.revision}, {len(report_.of('sent'))} sent")
    return report(outcome.report, outcome.new_problems, outcome.failure)


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
