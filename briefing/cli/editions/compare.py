"""`briefing editions compare`: what came, what went, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefing.cli.editions.rows import SCHEMA, as_row
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import DAY
from briefing.cli.saying import say
from briefing.errors import BriefingError
from briefing.language.display import in_json, shown
from briefing.model import Contrast, Edition, Published


@click.command("compare", short_help="Say what came, went and changed between editions.")
@click.argument("day", type=DAY)
@click.argument("other", type=DAY, required=False, metavar="[DAY]")
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="As JSON, under the schema briefing/editions/1.")
def command(day: date, other: date | None, config: Path | None, *, as_json: bool) -> int:
    """Say by statements how the edition of the later DAY differs from the earlier one's, or from the one before it.

    Two statements are the same where a page would mark one as carried over, and one is changed where it would show what
    differs: a figure, a day, a negation.

    \b
    Examples:
      briefing editions compare 2026-11-22
      briefing editions compare 2026-11-01 2026-11-22 --json
    """
    from briefing.stages.contrast import contrast

    recorded = Recorded.of(config)
    first, last = sorted((day, other or _before(recorded, day)))
    before, after = _with_memory(recorded.edition(first)), _with_memory(recorded.edition(last))
    found = contrast(before, after)
    if as_json:
        say(in_json(_as_json(before, after, found)))
        return 0
    for line in _told(before, after, found):
        say(line)
    return 0


def _before(recorded: Recorded, day: date) -> date:
    """The day of the edition before; raises BriefingError where the day's is the first."""
    earlier = [one.day for one in recorded.entries() if one.day < day]
    if not earlier:
        raise BriefingError(f"{recorded.folder}: no edition before {day} is recorded; name two days that have one")
    return max(earlier)


def _with_memory(edition: Edition) -> Edition:
    """Raises BriefingError for an edition whose statements nobody has kept: it would seem to have had none."""
    if not edition.made.version:
        raise BriefingError(f"the edition of {edition.day} was recorded before statements were; it cannot be compared")
    return edition


def _told(before: Edition, after: Edition, found: Contrast) -> Iterator[str]:
    counts = f"{len(found.came)} came, {len(found.went)} went, {len(found.changed)} changed, {found.stayed} stayed"
    yield f"{before.day} to {after.day}: {counts}"
    for head, those in (("came", found.came), ("went", found.went)):
        if those:
            yield f"{head}:"
        for one in those:
            yield _line(one)
    if found.changed:
        yield "changed:"
    for one, changes in found.changed:
        yield _line(one)
        for was, now in changes:
            yield f"    was “{shown(was)}”, now “{shown(now)}”"


def _line(one: Published) -> str:
    return f"  [{one.label}] {' '.join(shown(one.text).split())}" + (f" ({shown(one.theme)})" if one.theme else "")


def _as_json(before: Edition, after: Edition, found: Contrast) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "name": after.name,
        "before": {"day": before.day.isoformat(), "revision": before.revision},
        "after": {"day": after.day.isoformat(), "revision": after.revision},
        "came": [as_row(one) for one in found.came],
        "went": [as_row(one) for one in found.went],
        "changed": [
            {**as_row(one), "changes": [{"was": was, "now": now} for was, now in changes]}
            for one, changes in found.changed
        ],
        "stayed": found.stayed,
    }
