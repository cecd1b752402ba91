"""Check one given value: a setting that exists, of its type, within its range."""

from __future__ import annotations

import re
from typing import Any

from briefing.errors import SettingsError
from briefing.settings import kinds
from briefing.settings.layers import Given, absolute, source_place
from briefing.settings.rules import SECRET, broken_rule, did_you_mean
from briefing.settings.schema import KINDS, LISTS, PATHS, TABLES

_TABLES = {**{name: f"[{name}]" for name in TABLES}, **{name: f"[[{name}]]" for name in LISTS}}
_LONGEST_SHOWN = 80
_NUMBER = re.compile(r"\[\d+\]")


def checked(given: Given) -> Any:
    """Return the value as `Settings` holds it, lists as tuples and paths absolute; raises SettingsError."""
    key = _NUMBER.sub("", given.key)
    if key not in KINDS:
        raise mistake(given, _unknown(key))
    value = _typed(given, kinds.KINDS[KINDS[key]])
    if broken := broken_rule(key, value):
        raise mistake(given, f"{broken} (it is {_shown(value)})")
    if key not in PATHS:
        return value
    if isinstance(value, str):
        return absolute(value, given.base)
    return tuple(source_place(name, given.base) for name in value)


def mistake(given: Given, what: str) -> SettingsError:
    """Return the error that says where, which key and what."""
    return SettingsError(f"{given.where}: {given.key}: {what}")


def _typed(given: Given, kind: kinds.Kind) -> Any:
    value = given.value
    if given.is_text and isinstance(value, str):
        try:
            value = kind.from_text(value.strip())
        except ValueError:
            raise mistake(given, _other_than(kind.wanted.partition(": ")[0], kind, value)) from None
    if not kind.is_one(value):
        raise mistake(given, _other_than(kind.wanted, kind, value))
    return kind.made(value)


def _other_than(wanted: str, kind: kinds.Kind, value: object) -> str:
    hint = kind.hint(value) if isinstance(value, str) else ""
    return f"must be {wanted}, not {_shown(value)}{hint}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    shown = SECRET.sub(r"\1:…", repr(list(value) if isinstance(value, tuple) else value))
    return shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + "…"


def _unknown(key: str) -> str:
    table, _, leaf = key.rpartition(".")
    if key in _TABLES:
        return f"must be a table, opened by a line {_TABLES[key]}"
    if leaf == "password":
        return "a password does not belong in a file; set BRIEFING_MAIL_PASSWORD in the environment"
    if table and leaf in KINDS:
        return f"no such setting here; {leaf!r} belongs above the file's first [table]"
    for own in TABLES:
        if not table and f"{own}.{leaf}" in KINDS:
            return f"no such setting here; {leaf!r} belongs below a line [{own}]"
    return "no such setting" + did_you_mean(key, {*KINDS, *_TABLES})
