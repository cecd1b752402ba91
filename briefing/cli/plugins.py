"""`briefing plugins`: everything that can be named."""

from __future__ import annotations

import json

import click


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
        click.echo(json.dumps([{"kind": k, "name": n, "what": w} for k, n, w in found], ensure_ascii=False, indent=2))
        return
    width = max(len(f"{kind} {name}") for kind, name, _ in found)
    for kind, name, what in found:
        click.echo(f"{kind + ' ' + name:<{width}}  {what}")
