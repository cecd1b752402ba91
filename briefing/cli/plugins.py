"""`briefing plugins`: everything that can be named."""

from __future__ import annotations

import click

from briefing.cli.saying import say
from briefing.language.display import in_json


@click.command("plugins", short_help="List everything that can be named.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(*, as_json: bool) -> None:
    """List sources, methods, formats, ways of delivery, executors and languages: ours, and those that other
    packages bring.

    \b
    Examples:
      briefing plugins
      briefing plugins --json
    """
    from briefing import assembly

    found = assembly.plugins()
    if as_json:
        say(in_json([{"kind": k, "name": n, "what": w} for k, n, w in found]))
        return
    width = max(len(f"{kind} {name}") for kind, name, _ in found)
    for kind, name, what in found:
        say(f"{kind + ' ' + name:<{width}}  {what}")
