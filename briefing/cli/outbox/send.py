"""`briefing outbox send`: deliver what is due; nothing is built."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.outbox.leaving import sent_now
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET


@click.command("send", short_help="Deliver the mails that are due.")
@CONFIG
@QUIET
def command(config: Path | None, *, quiet: bool) -> int:
    """Deliver the mails that are queued, and those whose next try is due. `run` does so, too, after it has built.

    \b
    Examples:
      briefing outbox send
    """
    return sent_now(Recorded.of(config), None, quiet=quiet)
