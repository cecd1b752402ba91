"""`briefing init`: a commented briefing.toml to start from, the whole example, or the templates to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from briefing.cli.build import shortest, write
from briefing.cli.saying import say
from briefing.errors import BriefingError
from briefing.resources import example, templates


@click.command("init", short_help="Write a starter briefing.toml, or the example.")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--example", "with_example", is_flag=True, help="Write the example: five articles and their settings.")
@click.option(
    "--templates", "to_change", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Write the templates into DIR, for you to change.",
)  # fmt: skip
def command(folder: Path, *, with_example: bool, to_change: Path | None) -> None:
    """Write a commented briefing.toml into DIR (default: here), or with --example the five sample articles as well.

    With --templates, write the templates of all pages and mails instead, with a README. Keep those that you change:
    what is not in your folder is taken from here. A file that exists is never overwritten.

    \b
    Examples:
      briefing init
      briefing init --example try-it && briefing build try-it
      briefing init --templates my-templates
    """
    if to_change is not None:
        _write_templates(to_change)
        return
    if with_example:
        files = {folder / found.name: found.read_bytes() for found in sorted(example().iterdir()) if found.is_file()}
    else:
        files = {folder / "briefing.toml": (templates() / "starter.toml").read_bytes()}
    _write(files)
    name = "example" if with_example else "briefing.toml"
    after = f"briefing build {folder}" if with_example else "edit it, then: briefing check"
    say(f"{shortest(folder.absolute())}: {name} written; next: {after}", err=True)


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all of the files, or none where one is there already."""
    there = [path for path in files if path.exists()]
    if there:
        raise BriefingError(f"{there[0]}: exists already; name another folder, or take it away first")
    for path, data in files.items():
        write(path.absolute(), data, "do it in a folder that you may write to")


def _write_templates(folder: Path) -> None:
    found = sorted(path for path in templates().iterdir() if path.is_file() and path.suffix != ".toml")
    _write({folder / path.name: path.read_bytes() for path in found})
    for path in found:
        say(f"{shortest((folder / path.name).absolute())} written", err=True)
    say(f'next: templates = "{folder}" in briefing.toml, then: briefing check', err=True)
