"""`briefing outbox drop`: give mails up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from briefing.cli.build import plural
from briefing.cli.outbox.choosing import PICKS, Choice
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET, now
from briefing.cli.saying import say
from briefing.model import UNSETTLED


@click.command("drop", short_help="Do not send mails; let uncertain ones be.")
@PICKS
@click.option("--all", "everything", is_flag=True, help="All that have not left.")
@CONFIG
@QUIET
def command(picks: tuple[int | date, ...], config: Path | None, *, everything: bool, quiet: bool) -> int:
    """Do not send these mails any more; of uncertain ones nothing is told any more, whether they arrived or not.

    They stay in the list with --all, and `retry` takes them up again by their numbers.

    \b
    Examples:
      briefing outbox drop 12
      briefing outbox drop 2026-11-28
    """
    recorded, choice = Recorded.of(config), Choice(picks, everything, UNSETTLED)
    with recorded.at_work() as records:
        letters = choice.of(records, recorded.settings.name)
        for letter in letters:
            records.mark(replace(letter, state="dropped", at=now(recorded.settings), due=None))
    if not quiet:
        say(f"{plural(len(letters), 'mail')} dropped", err=True)
    return 0
