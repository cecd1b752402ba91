"""`briefing outbox release`: let mails go that were held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefing.cli.outbox.choosing import PICKS, Choice
from briefing.cli.outbox.leaving import sent_now
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET
from briefing.model import LetterState

HELD: tuple[LetterState, ...] = ("held",)


@click.command("release", short_help="Send mails that were held as drafts.")
@PICKS
@click.option("--all", "everything", is_flag=True, help="All that are held.")
@CONFIG
@QUIET
def command(picks: tuple[int | date, ...], config: Path | None, *, everything: bool, quiet: bool) -> int:
    """Send mails that `briefing send --draft` has held, as they were written then.

    \b
    Examples:
      briefing outbox release 2026-11-28
      briefing outbox release 12
      briefing outbox release --all
    """
    return sent_now(Recorded.of(config), Choice(picks, everything, HELD), quiet=quiet)
