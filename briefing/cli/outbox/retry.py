"""`briefing outbox retry`: try mails again, now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefing.cli.outbox.choosing import PICKS, Choice
from briefing.cli.outbox.leaving import sent_now
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET


@click.command("retry", short_help="Send mails that failed, or of which nobody knows.")
@PICKS
@click.option("--all", "everything", is_flag=True, help="All that are failed, deferred or uncertain.")
@CONFIG
@QUIET
def command(picks: tuple[int | date, ...], config: Path | None, *, everything: bool, quiet: bool) -> int:
    """Send these mails now: the same bytes under the same Message-ID, whatever was tried before.

    By day and with --all those that failed, were deferred or are uncertain; by number also dropped and held ones. An
    uncertain one may have arrived: then it comes a second time. Whatever else is due goes, too.

    \b
    Examples:
      briefing outbox retry 12 14
      briefing outbox retry 2026-11-28
      briefing outbox retry --all
    """
    choice = Choice(
        picks, everything, ("failed", "deferred", "uncertain", "sending"), by_number=("dropped", "held", "queued")
    )
    return sent_now(Recorded.of(config), choice, quiet=quiet)
