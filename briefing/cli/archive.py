"""`briefing archive`: a static site of everything that was published."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.build import plural
from briefing.cli.recorded import CONFIG, Recorded
from briefing.cli.request import QUIET
from briefing.cli.saying import say
from briefing.errors import UsageError
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.archive.story import Kept
    from briefing.records.state import State

_BASE = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def keep(state: State, settings: Settings, folder: Path, url: str) -> Kept:
    """Bring the site in `folder` up to date, and return what was done; `url` is where it will stand, or ""."""
    from briefing import archive, assembly

    site = assembly.site(settings, base=f"{url.rstrip('/')}/" if url else "")
    return archive.keep(state, settings.name, folder, site, assembly.site_pages(settings))


@click.command("archive", short_help="Keep a static site of every edition.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@CONFIG
@click.option("--url", default="", metavar="URL", help="Where it will stand on the web, for the feed's links.")
@QUIET
def command(folder: Path, config: Path | None, url: str, *, quiet: bool) -> int:
    """Keep a static site of every recorded edition in DIR: by date, by theme, with a search and an Atom feed.

    Open DIR/index.html, or copy DIR to any static host: it needs no server and loads nothing from outside. Run it again
    when there is another edition: only what has changed is written, and a file that is not ours is never touched.

    \b
    Exit codes: 0 well; 1 nothing is recorded, or DIR cannot be written or has a file in the way; 2 usage; 78 settings,
    which need a `name`.

    \b
    Examples:
      briefing archive public/
      briefing archive public/ --url https://example.org/briefings/ --config ~/news/briefing.toml
    """
    if url and not _BASE.fullmatch(url):
        raise UsageError(f"--url {url!r}: no address that a feed can lead to; write it like https://example.org/news/")
    recorded = Recorded.of(config)
    kept = recorded.ask(lambda state: keep(state, recorded.settings, folder, url))
    if not quiet:
        held = f"{plural(len(kept.site.editions), 'edition')}, {plural(len(kept.site.themes), 'theme')}"
        done = f"{plural(kept.written, 'file')} written" + (f", {kept.removed:,} removed" if kept.removed else "")
        say(f"{folder}: {held}, {plural(kept.site.statements, 'statement')}; {done}", err=True)
    return 0
