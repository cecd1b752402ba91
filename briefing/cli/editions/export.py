"""`briefing editions export`: everything that was published, as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.build import plural, suffix, write
from briefing.cli.editions.rows import as_row
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET
from briefing.cli.saying import say
from briefing.language.display import in_json
from briefing.model import Edition
from briefing.records.state import State


@click.command("export", short_help="Write every edition's pages, and all statements, as files.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
@QUIET
def command(folder: Path, config: Path | None, *, quiet: bool) -> int:
    """Write every revision of every edition into DIR, to the byte as it was recorded, and statements.jsonl.

    A page is named for its day and revision (2026-11-22-r1.md). statements.jsonl has a row for each statement of each:
    day, revision, label, theme, text, and its place in its article.

    \b
    Examples:
      briefing editions export archive/
    """
    recorded = Recorded.of(config)
    revisions, statements = recorded.ask(lambda state: _exported(state, recorded.settings.name, folder))
    if not quiet:
        say(f"{folder}: {plural(revisions, 'revision')}, {plural(statements, 'statement')}", err=True)
    return 0


def _exported(state: State, name: str, folder: Path) -> tuple[int, int]:
    """Write all files, and return how many revisions and statements there are."""
    rows: list[str] = []
    entries = state.entries(name)
    for entry in entries:
        edition = state.edition(name, entry.day, entry.revision)
        if edition:
            for form, page in edition.pages.items():
                write(folder / f"{entry.day}-r{entry.revision}{suffix(form)}", page)
            rows += _rows(edition)
    write(folder / "statements.jsonl", "".join(f"{row}\n" for row in rows))
    return len(entries), len(rows)


def _rows(edition: Edition) -> Iterator[str]:
    head = {"day": edition.day.isoformat(), "revision": edition.revision}
    for one in edition.statements:
        yield in_json({**head, **as_row(one)}, None)
