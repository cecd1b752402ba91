"""Take settings from where they are given, as a flat list that knows for each value where it came from."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.model.naming import plugin_name
from briefing.settings.lines import key_lines, line_of
from briefing.settings.rules import did_you_mean
from briefing.settings.schema import KINDS, LISTS

PREFIX = "BRIEFING_"
SECRETS = frozenset({"BRIEFING_IMAP_PASSWORD", "BRIEFING_MAIL_PASSWORD"})
LARGEST = 1_000_000
"""Bytes of a settings file: far above any real one, and read in a moment."""

VARIABLES = {PREFIX + key.replace(".", "_").upper(): key for key in KINDS if key.partition(".")[0] not in LISTS}


@dataclass(frozen=True, slots=True)
class Given:
    """One value as given: `where` for messages; relative paths are meant from `base`; `is_text` may be converted."""

    key: str
    value: Any
    where: str
    base: Path
    is_text: bool = False


def from_environment(environ: Mapping[str, str], folder: Path) -> Iterator[Given]:
    """Yield what BRIEFING_… variables set; an empty variable sets nothing."""
    for variable, key in VARIABLES.items():
        if text := environ.get(variable, ""):
            yield Given(key, text, variable, folder, is_text=True)


def unknown_variables(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield a note for each variable that looks like a setting and is none."""
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in VARIABLES and variable not in SECRETS:
            yield f"{variable}: not a setting, ignored{did_you_mean(variable, VARIABLES)}"


def from_options(overrides: Mapping[str, object], folder: Path) -> Iterator[Given]:
    """Yield what the command line sets; None and an empty list stand for an option that was not given."""
    for key, value in overrides.items():
        if value is not None and value != ():
            yield Given(key, value, "command line", folder, is_text=True)


def from_file(file: Path) -> list[Given]:
    """Return what the file sets, tables flattened: "mail.port", "theme[1].name" (from 1).

    Raises SettingsError if the file cannot be read or is not TOML.
    """
    toml = _text(file)
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: not valid TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{file}: not valid TOML: nested too deeply") from None
    lines = key_lines(toml)
    return [Given(key, value, _where(file, key, lines), file.parent) for key, value in _flat(table)]


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise SettingsError(f"{file}: larger than {LARGEST:,} bytes, which no settings file is")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{file}:{line}: not UTF-8: save the file as UTF-8") from None


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if key in LISTS and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            for number, table in enumerate(value, start=1):
                yield f"{key}[{number}]", {}
                yield from ((f"{key}[{number}].{inner}", item) for inner, item in table.items())
        elif isinstance(value, dict) and value and key not in KINDS:
            yield from ((f"{key}.{inner}", item) for inner, item in value.items())
        else:
            yield key, value


def _where(file: Path, key: str, lines: dict[str, int]) -> str:
    line = line_of(key, lines)
    return f"{file}:{line}" if line else str(file)


def source_place(name: str, base: Path) -> str:
    """Return a source's name as it is looked for: a plugin's ("wire:harbour") stays, any other is made absolute.

    A file or folder that is really called so comes first: it was one before any package brought a plugin of that name.
    """
    is_plugin = plugin_name(name) is not None and not os.path.lexists(base / name)
    return name if is_plugin else absolute(name, base)


def absolute(path: str, base: Path) -> str:
    """Return the path made absolute from `base`, a final slash kept; "", "-" and addresses stay as they are."""
    if path in {"", "-"} or "://" in path:
        return path
    final = os.sep if path.endswith("/") else ""
    return os.path.normpath(base / os.path.expanduser(path)).rstrip(os.sep) + final or os.sep  # noqa: PTH111
