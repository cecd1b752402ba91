"""`briefing editions show`: an edition as it was recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefing.cli.build import write
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import DAY
from briefing.errors import BriefingError


@click.command("show", short_help="Print an edition as it was recorded.")
@click.argument("day", type=DAY)
@CONFIG
@click.option("--format", "form", default="md", show_default=True, metavar="NAME", help="md, html, pdf, text, mail …")
@click.option("--revision", type=click.IntRange(min=1), metavar="N", help="Which revision [default: the last].")
def command(day: date, config: Path | None, form: str, revision: int | None) -> int:
    """Print the edition of DAY on standard output, to the byte as it was recorded.

    \b
    Examples:
      briefing editions show 2026-11-22
      briefing editions show 2026-11-22 --revision 1 --format text
    """
    edition = Recorded.of(config).edition(day, revision)
    if form not in edition.pages:
        recorded = ", ".join(sorted(edition.pages))
        raise BriefingError(f"the edition of {day} is not recorded as {form!r}; it is as {recorded} (--format)")
    write(None, edition.pages[form])
    return 0
