"""The settings, the templates and what is read on the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.cli.build import plural
from briefing.cli.check.looking import Case
from briefing.errors import BriefingError, SettingsError


def settings(case: Case) -> str:
    """Look at the method; all else of the settings was looked at when they were read."""
    from briefing import assembly

    method = case.settings.method
    assembly.summariser(method)
    file = case.loaded.file or "no file, the defaults"
    return f"well; {file}; {plural(len(case.settings.themes), 'theme')}, method {method}"


def templates(case: Case) -> str:
    """Lay a specimen out in every format."""
    from briefing import assembly
    from briefing.cli.specimen import specimen, specimen_site

    page = replace(specimen(date(2026, 1, 31)), language=assembly.page_language(case.settings))
    formats = tuple(dict.fromkeys((*case.settings.formats, "md", "json", "html", "subject", "text", "mail")))
    for form in formats:
        assembly.renderer(form, case.settings)(page, str(Path.cwd()))
    list(assembly.site_pages(case.settings)(specimen_site(page.day, page.language)))
    return f"well; {', '.join(formats)}"


def sources(case: Case) -> str:
    """Read what lies on the disk."""
    from briefing import assembly
    from briefing.model import Past, Problem
    from briefing.stages.identify import identify

    known = case.settings
    if not known.sources:
        raise SettingsError("none; name a folder, a file or an address, or set `sources` in briefing.toml")
    if "-" in known.sources:
        return "standard input, which is not read by check"
    asked = assembly.collecting(known, case.now)
    unasked = len(asked.names) + len(asked.listed)
    local = tuple(name for name in known.sources if name not in asked.names and not assembly.listed(name))
    found = assembly.sources(replace(known, sources=local), case.now.date(), Past())
    shards = [shard for source in found for shard in source.shards()]
    items = [item for shard in shards for item in map(identify, shard.read())]
    problems = [item for item in items if isinstance(item, Problem)]
    if problems:
        raise BriefingError("\n".join(map(str, problems)))
    network = f"; {plural(unasked, 'source')} on the network, which only --online asks" if unasked else ""
    return f"well; {plural(len(items), 'article')}{network}"
