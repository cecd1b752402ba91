"""`briefing init`: a commented briefing.toml to start from, or the whole example."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.build import shortest, write
from briefing.errors import BriefingError
from briefing.resources import example, templates


@click.command("init", short_help="Write a starter briefing.toml, or the example.")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--example", "with_example", is_flag=True, help="Write the example: five articles and their settings.")
def command(folder: Path, *, with_example: bool) -> None:
    """Write a commented briefing.toml into DIR (default: here), or with --example the five sample articles as well.

    A file that exists is never overwritten.

    \b
    Examples:
      briefing init
      briefing init --example try-it && briefing build try-it
    """
    if with_example:
        files = {folder / found.name: found.read_bytes() for found in sorted(example().iterdir()) if found.is_file()}
    else:
        files = {folder / "briefing.toml": (templates() / "starter.toml").read_bytes()}
    there = [path for path in files if path.exists()]
    if there:
        raise BriefingError(f"{there[0]}: exists already; name another folder, or take it away first")
    for path, data in files.items():
        write(path.absolute(), data.decode("utf-8"))
    name = "example" if with_example else "briefing.toml"
    after = f"briefing build {folder}" if with_example else "edit it, then: briefing check"
    click.echo(f"{shortest(folder.absolute())}: {name} written; next: {after}", err=True)
