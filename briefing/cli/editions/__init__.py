"""`briefing editions`: what was published, day by day. A command each; without one, they are listed."""

from __future__ import annotations

import click

from briefing.cli import Collection


class _OfEditions(Collection):
    names = ("list", "show", "compare", "export", "prune")
    home = "briefing.cli.editions"


@click.group("editions", cls=_OfEditions, short_help="List, show, compare, export and prune what was published.")
def command() -> None:
    """List, show, compare, export and prune the editions that `run` and `build --publish` have recorded.

    Without a command they are listed. All but prune only read, and hold up no run.

    \b
    Exit codes: 0 well; 1 there is no such edition, or the state cannot be read or written; 2 usage;
    75 a run holds the lock (prune only); 78 settings, which need a `name`.

    \b
    Examples:
      briefing editions
      briefing editions show 2026-11-22 --format text
      briefing editions compare 2026-11-21 2026-11-22
      briefing editions export archive/
      briefing editions prune --keep-days 90 --dry-run
    """
