"""`briefing editions list`: every edition with its revisions."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.editions.rows import SCHEMA
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.saying import say
from briefing.language.display import in_json, shown
from briefing.model import Entry

HEADS = ("day", "revision", "statements", "articles", "made", "sent", "title")


@click.command("list", short_help="List every edition with its revisions.")
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="As JSON, under the schema briefing/editions/1.")
def command(config: Path | None, *, as_json: bool) -> int:
    """List every edition by day, with its revisions: what it holds, when it was made, and to how many it was sent.

    A dash stands where an edition was recorded before its statements were remembered.

    \b
    Examples:
      briefing editions list
      briefing editions --json
    """
    recorded = Recorded.of(config)
    entries = recorded.entries()
    if as_json:
        listed = [dict(zip(HEADS, _values(one), strict=True)) for one in entries]
        whole = {"schema": SCHEMA, "name": recorded.settings.name, "editions": listed}
        say(in_json(whole))
        return 0
    for line in table([HEADS, *(_cells(one) for one in entries)]):
        say(line)
    return 0


def _values(one: Entry) -> tuple[str | int | None, ...]:
    made = one.at.isoformat(timespec="seconds")
    return one.day.isoformat(), one.revision, one.statements, one.articles, made, one.sent, one.title


def _cells(one: Entry) -> tuple[str, ...]:
    return tuple("–" if value is None else shown(str(value)) for value in _values(one))


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Return the rows as lines, their cells in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
