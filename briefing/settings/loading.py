"""Load the settings: choose the file, lay the layers over each other, report every mistake at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.model import Hand, Recipient, Theme
from briefing.settings import home
from briefing.settings.checks import checked, mistake
from briefing.settings.durations import Duration
from briefing.settings.layers import Given, absolute, from_environment, from_file, from_options, unknown_variables
from briefing.settings.rules import did_you_mean
from briefing.settings.schema import ADDING, Fetch, Mail, Run, Settings
from briefing.settings.window import is_backwards

FILE_NAME = "briefing.toml"

Judge = Callable[[str, Any], str | None]

_TAKEN = re.compile(r"title|(?:page_)?language|theme\b.*")
"""What is taken from a source's own file: the folder may be a stranger's, and must not say where to write or mail."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, the file that was read, notes on what was ignored there, and warnings of what was misspelt.

    `counted` is the duration that the window was counted from, where no day or moment was named.
    """

    settings: Settings
    file: Path | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    counted: Duration | None = None


def load(
    *,
    config: Path | None,
    folder: Path,
    sources: Sequence[str],
    environ: Mapping[str, str],
    overrides: Mapping[str, object],
    judge: Judge = lambda key, value: None,
) -> Loaded:
    """Return the settings: command line > environment > file > defaults.

    The file is `config`, else `folder`/briefing.toml, else that of the one source folder, of which only title,
    language and themes are taken. `folder` is the absolute working directory; `sources` and `overrides` (by key,
    "mail.port"; None where an option was not given) are the command line's. `judge` says what is wrong with a name that
    only a higher floor can know, or None. Raises SettingsError with every mistake.
    """
    file, is_own = _file(config, folder, sources)
    stated, ignored = _split(from_file(file) if file else [], is_own)
    options = {**overrides, "sources": tuple(sources) or None}
    given = [*stated, *from_environment(environ, folder), *from_options(options, folder)]
    base = file.parent if file and is_own else folder
    notes = tuple(_notes(file, ignored))
    return Loaded(_completed(_settings(given, judge), base), file, notes, tuple(unknown_variables(environ)))


def _file(config: Path | None, folder: Path, sources: Sequence[str]) -> tuple[Path | None, bool]:
    """Return the file to read, absolute, and whether it is the user's own."""
    if config is not None:
        return folder / config, True
    if os.path.lexists(folder / FILE_NAME):
        return folder / FILE_NAME, True
    theirs = Path(absolute(sources[0], folder), FILE_NAME) if len(sources) == 1 else None
    is_file = theirs and os.path.isfile(theirs)  # noqa: PTH113  (unlike `is_file()` it never raises)
    return (theirs if is_file else None), False


def _split(given: list[Given], is_own: bool) -> tuple[list[Given], list[Given]]:
    if is_own:
        return given, []
    return [g for g in given if _TAKEN.fullmatch(g.key)], [g for g in given if not _TAKEN.fullmatch(g.key)]


def _notes(file: Path | None, ignored: Sequence[Given]) -> Iterable[str]:
    if ignored:
        keys = ", ".join(g.key for g in ignored)
        yield f"{file}: ignored: {keys} (a source's own settings give only title, language and themes)"


def _settings(given: Sequence[Given], judge: Judge) -> Settings:
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for item in given:
        try:
            before = values.get(item.key, ()) if item.key in ADDING else ()
            values[item.key] = {} if item.key.endswith("]") else checked(item)
            if complaint := judge(item.key, values[item.key]):
                raise mistake(item, complaint)
            if before:
                values[item.key] = tuple(dict.fromkeys((*before, *values[item.key])))
        except SettingsError as error:
            wrong += error.mistakes
    themes = {key: _theme(**{"name": "", **row}) for key, row in _rows("theme", values).items()}
    recipients = {key: Recipient(**{"address": "", **row}) for key, row in _rows("recipient", values).items()}
    origin = {item.key: item for item in given}
    contradictions = (*_contradictions(values, themes, origin), *_unmet(recipients, themes, origin))
    wrong += (str(mistake(origin[key], what)) for key, what in contradictions)
    if wrong:
        raise SettingsError(*wrong)
    plain = {key: value for key, value in values.items() if "." not in key and "]" not in key}
    return Settings(
        **plain,
        fetch=Fetch(**_below("fetch", values)),
        mail=Mail(**_below("mail", values)),
        run=Run(**_below("run", values)),
        editor=Hand(**_below("editor", values)),
        themes=tuple(themes.values()),
        recipients=tuple(recipients.values()),
    )


def _below(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key.removeprefix(f"{table}."): value for key, value in values.items() if key.startswith(f"{table}.")}


def _rows(table: str, values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what each table of a list sets, by its key, "theme[1]"."""
    tables = [key for key in values if key.startswith(f"{table}[") and key.endswith("]")]
    return {key: _below(key, values) for key in tables}


def _theme(name: str, terms: Any = (), description: str = "") -> Theme:
    """Return the theme; its terms are a list for every language, or a table of lists by language."""
    if isinstance(terms, dict):
        return Theme(name, (), description, tuple(sorted(terms.items())))
    return Theme(name, terms, description)


def _contradictions(
    values: Mapping[str, Any], themes: Mapping[str, Theme], origin: Mapping[str, Given]
) -> Iterable[tuple[str, str]]:
    """Yield what is wrong between values that are each well: a key, and what to say of it."""
    since, until = values.get("since"), values.get("until")
    if since == "last":
        if not values.get("name"):
            yield "since", '"last" needs a `name`, by which earlier editions are remembered'
    elif isinstance(since, date) and until and is_backwards(since, until, **_clock(values)):
        yield "since", f"{since.isoformat()} is after until, {until.isoformat()}"
    seen: set[str] = set()
    for key, theme in themes.items():
        if f"{key}.name" not in origin:
            yield key, "a theme needs a name"
        elif theme.name and theme.name.casefold() in seen:
            yield f"{key}.name", f"there are two themes named {theme.name!r}"
        seen.add(theme.name.casefold())
    names = [theme.name for theme in themes.values()]
    for name in values.get("editor.order", ()):
        if name not in names:
            yield "editor.order", f"there is no theme named {name!r}{did_you_mean(name, names)}"


def _unmet(
    recipients: Mapping[str, Recipient], themes: Mapping[str, Theme], origin: Mapping[str, Given]
) -> Iterable[tuple[str, str]]:
    """Yield what a recipient asks for that is not there."""
    names = [theme.name for theme in themes.values()]
    seen: set[str] = set()
    for key, recipient in recipients.items():
        address = recipient.address.rpartition("<")[2].strip(" >").casefold()
        if f"{key}.address" not in origin:
            yield key, "a recipient needs an address"
        elif address and address in seen:
            yield f"{key}.address", f"there are two recipients with the address {address}"
        seen.add(address)
        for name in recipient.themes:
            if name not in names:
                yield f"{key}.themes", f"there is no theme named {name!r}{did_you_mean(name, names)}"


def _clock(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: values[key] for key in ("zone", "day_ends") if key in values}


def _completed(settings: Settings, base: Path) -> Settings:
    """Return the settings with the defaults that depend on the machine and on where the file lies."""
    output = absolute(settings.output, base)
    if settings.state or not settings.name:
        return replace(settings, output=output)
    return replace(settings, output=output, state=str(home.data() / settings.name))
