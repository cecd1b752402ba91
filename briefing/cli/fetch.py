"""`briefing fetch`: ask feeds, pages and mailboxes for what is new, and keep it for the next briefing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from briefing.cli.build import PARTLY, plural
from briefing.cli.collecting import collected
from briefing.cli.request import FILE, QUIET, Request, now
from briefing.cli.saying import say
from briefing.errors import SettingsError
from briefing.language.display import in_json
from briefing.model import Problem
from briefing.model.collecting import Polled

NOTHING = "no address among the sources: name a feed, a page or a mailbox, or set `sources` in briefing.toml"


@click.command("fetch", short_help="Collect what is new in feeds, pages and mailboxes.")
@click.argument("source", nargs=-1)
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--json", "as_json", is_flag=True, help="Print what came of each address as JSON.")
@QUIET
def command(source: tuple[str, ...], **options: Any) -> int:
    """Ask each address among SOURCE …, or among the settings' sources, and keep what is new there in the state.

    `build`, `run` and `send` do so by themselves; fetch more often than that where a feed lists little, so that nothing
    is lost between two editions.

    \b
    Exit codes: 0 all have answered; 3 some have not.

    \b
    Examples:
      briefing fetch https://example.org/feed.xml
      briefing fetch --config ~/news/briefing.toml
    """
    as_json = options.pop("as_json")
    request = Request.of(source, **options)
    settings = request.loaded().settings
    moment = now(settings)
    polled = collected(settings, moment, locked=True)
    if not polled:
        raise SettingsError(NOTHING)
    if as_json:
        say(in_json([asdict(one) for one in polled]))
    elif not request.quiet:
        for one in polled:
            say(f"{one.address}: {line(one)}")
    for one in polled:
        if one.what:
            say(f"briefing: {Problem(one.address, one.what, one.remedy)}", err=True)
    return PARTLY if any(one.what for one in polled) else 0


def line(polled: Polled) -> str:
    """Return what came of asking one address, in words."""
    if polled.what:
        return "failed"
    parts = [f"{plural(polled.new, 'new article')}"]
    parts += [f"{polled.updated} changed"] if polled.updated else []
    parts += [f"{plural(polled.waiting, 'page')} to be asked for again"] if polled.waiting else []
    parts += [f"{plural(polled.faulty, 'problem')} that the page will tell"] if polled.faulty else []
    parts += [f"{polled.passed} older passed over"] if polled.passed else []
    return ", ".join(parts)
