"""`briefing editions prune`: let old editions go."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from briefing.cli.build import plural
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import DAY, QUIET, now
from briefing.cli.saying import say
from briefing.errors import UsageError
from briefing.model import Pruning

KEPT = "texts are kept: of an edition from before they were remembered it is not known which it needs"


@click.command("prune", short_help="Remove old editions and what only they need.")
@CONFIG
@click.option("--keep-days", type=click.IntRange(min=1), metavar="N", help="Keep those of the last N days.")
@click.option("--before", type=DAY, help="Remove those before this day.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@QUIET
def command(config: Path | None, keep_days: int | None, before: date | None, *, dry_run: bool, quiet: bool) -> int:
    """Remove old editions with their pages and statements, and the articles' texts that no other edition needs.

    What they said is forgotten with them: said again, it is new, and verify can no longer check how pages that stay
    were marked. The latest edition always stays, for the next one is compared with it; and it stays known who has got a
    mail, so that none goes twice. Nothing is asked.

    \b
    Examples:
      briefing editions prune --keep-days 90 --dry-run
      briefing editions prune --before 2026-01-01
    """
    from briefing.records.lock import held
    from briefing.records.state import opened

    if (keep_days is None) == (before is None):
        raise UsageError("say which editions are to go: --keep-days N or --before YYYY-MM-DD, one of them")
    recorded = Recorded.of(config)
    moment = now(recorded.settings)
    until = before or moment.date() - timedelta(days=(keep_days or 1) - 1)
    plan = recorded.ask(lambda state: state.pruning(recorded.settings.name, until))
    if not dry_run:
        with held(recorded.folder, now=moment), opened(recorded.folder) as state:
            plan = state.pruning(recorded.settings.name, until)
            state.prune(plan)
    if not quiet:
        for line in _told(plan, "would be removed" if dry_run else "removed"):
            say(line, err=not dry_run)
    return 0


def _told(plan: Pruning, done: str) -> list[str]:
    lines = [f"{one.day}, revision {one.revision}: {done}" for one in plan.entries]
    revisions = plural(len(plan.entries), "revision")
    texts = KEPT if plan.texts is None else plural(len(plan.texts), "text") + f" {done}"
    return [*lines, f"{revisions} from before {plan.before} {done}; {texts}"]
