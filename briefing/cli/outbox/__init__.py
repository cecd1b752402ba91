"""`briefing outbox`: the mails that wait, and those that somebody has to decide on. A command each."""

from __future__ import annotations

import click

from briefing.cli import Collection


class _OfOutbox(Collection):
    names = ("list", "show", "retry", "drop", "release", "send")
    home = "briefing.cli.outbox"


@click.group("outbox", cls=_OfOutbox, short_help="List mails that have not left; try again, drop or release them.")
def command() -> None:
    """List, show, try again, drop and release the mails that have been queued.

    Without a command those are listed that somebody still waits for. `list` and `show` only read, and hold up no run.
    The others take letters by number, or all of a day, or --all.

    \b
    Exit codes: 0 well; 1 there is no such mail, it is none for this command, or the state cannot be read or written;
    2 usage; 3 a mail has not left, or it is uncertain whether it did; 75 a run holds the lock (not list and show);
    78 settings, which need a `name`.

    \b
    Examples:
      briefing outbox
      briefing outbox show 12
      briefing outbox retry 12 14
      briefing outbox drop --all
      briefing outbox release 2026-11-28
      briefing outbox send
    """
