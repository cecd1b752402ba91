"""`briefing check`: would it work? Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from briefing.cli.build import plural
from briefing.cli.request import FILE, Request, now
from briefing.errors import BriefingError, SettingsError
from briefing.settings import Loaded


@click.command("check", short_help="Check settings, templates, sources and mail.")
@click.argument("source", nargs=-1)
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
def command(source: tuple[str, ...], config: Path | None) -> int:
    """Check the settings, the templates, the sources and the mail, a line each; nothing is written, sent or changed.

    \b
    Exit codes: 0 all well, 1 a source cannot be read, 78 settings or templates cannot be used, or name no source.

    \b
    Examples:
      briefing check
      briefing check --config ~/news/briefing.toml
    """
    loaded = Request(sources=source, config=config, verbose=True).loaded(needs_sources=False)
    parts: tuple[tuple[str, Callable[[Loaded], str]], ...] = (
        ("settings", _settings),
        ("templates", _templates),
        ("sources", _sources),
        ("state", _state),
        ("mail", _mail),
    )
    return max(_checked(name, part, loaded) for name, part in parts)


def _checked(name: str, part: Callable[[Loaded], str], loaded: Loaded) -> int:
    try:
        click.echo(f"{name}: {part(loaded)}")
    except BriefingError as error:
        for line in str(error).splitlines():
            click.echo(f"{name}: {line}", err=True)
        return error.exit_code
    return 0


def _settings(loaded: Loaded) -> str:
    from briefing import assembly

    assembly.summariser(loaded.settings.method)
    themes = len(loaded.settings.themes)
    return f"well; {loaded.file or 'no file, the defaults'}; {plural(themes, 'theme')}, method {loaded.settings.method}"


def _templates(loaded: Loaded) -> str:
    from briefing import assembly
    from briefing.cli.specimen import specimen, specimen_site

    page = replace(specimen(date(2026, 1, 31)), language=assembly.page_language(loaded.settings))
    formats = tuple(dict.fromkeys((*loaded.settings.formats, "md", "json", "html", "subject", "text", "mail")))
    for form in formats:
        assembly.renderer(form, loaded.settings)(page, str(Path.cwd()))
    list(assembly.site_pages(loaded.settings)(specimen_site(page.day, page.language)))
    return f"well; {', '.join(formats)}"


def _sources(loaded: Loaded) -> str:
    from briefing import assembly
    from briefing.model import Past, Problem
    from briefing.stages.identify import identify

    settings = loaded.settings
    if not settings.sources:
        raise SettingsError("none; name a folder, a file or an address, or set `sources` in briefing.toml")
    if "-" in settings.sources:
        return "standard input, which is not read by check"
    asked = assembly.collecting(settings, now(settings))
    unasked = len(asked.names) + len(asked.listed)
    local = tuple(name for name in settings.sources if name not in asked.names and not assembly.listed(name))
    found = assembly.sources(replace(settings, sources=local), now(settings).date(), Past())
    shards = [shard for source in found for shard in source.shards()]
    items = [item for shard in shards for item in map(identify, shard.read())]
    problems = [item for item in items if isinstance(item, Problem)]
    if problems:
        raise BriefingError("\n".join(map(str, problems)))
    network = f"; {plural(unasked, 'source')} on the network, which check does not ask" if unasked else ""
    return f"well; {plural(len(items), 'article')}{network}"


def _state(loaded: Loaded) -> str:
    if not loaded.settings.name:
        return "none; `send` and `run` need a `name`"
    from briefing.cli.edition import state

    folder = state(loaded.settings)
    return f"{folder}" + ("" if folder.exists() else " (made by the first run)")


def _mail(loaded: Loaded) -> str:
    mail = loaded.settings.mail
    if not mail.recipients:
        return "none; `run` records without sending"
    from briefing import assembly
    from briefing.deliverers.smtp import PASSWORD
    from briefing.renderers.mail import mailbox

    assembly.deliverer(loaded.settings)
    for address in (mail.sender, *mail.recipients):
        mailbox(address)
    if mail.ca_file and not Path(mail.ca_file).is_file():
        raise SettingsError(f"mail.ca_file: {mail.ca_file}: no such file")
    if mail.user and not mail.folder:
        assembly.credentials(loaded.settings).of(mail.host, mail.user, variable=PASSWORD)
    way = f"written to {mail.folder}" if mail.folder else f"through {mail.host}, which was not asked"
    return f"well; {plural(len(mail.recipients), 'recipient')}, {way}"
