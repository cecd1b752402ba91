"""From the names of sources to sources: on the disk, on the network, or another package's."""

from __future__ import annotations

from datetime import date

from briefing.assembly.naming import no_such, point
from briefing.assembly.network import collected, listed
from briefing.errors import SettingsError, SourceError
from briefing.model import Past, is_address
from briefing.model.naming import is_remote, plugin_name
from briefing.plugins import Source
from briefing.settings import Settings
from briefing.sources.missing import Missing


def sources(settings: Settings, day: date, past: Past) -> tuple[Source, ...]:
    """Return the sources that the settings name: what was collected of those on the network, all others as they are.

    A folder is read without those that pages and the state are written to. One that is not there is a problem, as long
    as any other is: then SourceError is raised.
    """
    excluded = (settings.output, *([settings.state] if settings.state else ()))
    found: list[Source] = []
    gone: list[SourceError] = []
    for name in settings.sources:
        if is_address(name) or listed(name):
            found += (collected(one, settings, day, past) for one in listed(name) or (name,))
            continue
        try:
            found.append(source(name, settings.language, settings.separator, excluded))
        except SourceError as error:
            gone.append(error)
            found.append(Missing(name))
    if gone and len(gone) == len(found):
        raise SourceError("\n".join(map(str, gone)))
    return tuple(found)


def source(name: str, language: str, separator: str, excluded: tuple[str, ...] = ()) -> Source:
    """Return the source of that name, ours or a plugin's; raises SettingsError with a suggestion, SourceError."""
    from briefing.sources.from_plugin import FromPlugin
    from briefing.sources.locate import locate

    if is_remote(name):
        from briefing.sources.from_fsspec import Bucket

        return Bucket(name, language, separator)
    if (named := plugin_name(name)) is None:
        return locate(name, language=language, separator=separator, excluded=excluded)
    if (found := point("source", named[0])) is None:
        raise SettingsError(f"sources: {name}: {no_such('source', named[0])}; a file of that name is ./{name}")
    return FromPlugin(name, found.load, language)


def is_plugins(name: str) -> bool:
    """Return whether a name is that of a source which an installed package brings."""
    named = plugin_name(name)
    return named is not None and point("source", named[0]) is not None
