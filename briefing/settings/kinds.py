"""Tell whether a value is of a setting's type, strictly, and read one from the text of an environment variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeGuard


@dataclass(frozen=True, slots=True)
class Kind:
    """One type: how to ask for it, know it, read it from text (raises ValueError), and make it what we hold."""

    wanted: str
    is_one: Callable[[object], bool]
    from_text: Callable[[str], object]
    made: Callable[[Any], object] = lambda value: value


def is_strings(value: object) -> TypeGuard[list[str] | tuple[str, ...]]:
    """Whether this is a list of texts."""
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_terms(value: object) -> bool:
    return is_strings(value) or (isinstance(value, dict) and all(map(is_strings, value.values())))


def _made_terms(value: Any) -> tuple[str, ...] | dict[str, tuple[str, ...]]:
    return {code: tuple(terms) for code, terms in value.items()} if isinstance(value, dict) else tuple(value)


def _split(text: str) -> tuple[str, ...]:
    return tuple(item for part in text.split(",") if (item := part.strip()))


def _entries(text: str) -> tuple[str, ...]:
    """A sentence may hold commas: its entries are parted by "|"."""
    return tuple(item for part in text.split("|") if (item := part.strip()))


KINDS = {
    "str": Kind('a text in quotation marks: "…"', lambda v: isinstance(v, str), str),
    "int": Kind("a whole number", lambda v: type(v) is int, int),
    "float": Kind("a number", lambda v: type(v) in {int, float}, float, float),
    "tuple[str, ...]": Kind('a list of texts: ["…", "…"]', is_strings, _split, tuple),
    "entries": Kind('a list of texts: ["…", "…"]', is_strings, _entries, tuple),
    "terms": Kind(
        'a list of texts: ["…", "…"], or a table of such lists by language: { en = ["…"], de = ["…"] }',
        _is_terms,
        _split,
        _made_terms,
    ),
    "Since | None": Kind(
        'a day, written 2026-01-31 without quotation marks, or "last"',
        lambda v: v == "last" or _is_day(v),
        lambda text: text if text == "last" else date.fromisoformat(text),
    ),
    "date | None": Kind(
        "a day, written 2026-01-31 without quotation marks",
        _is_day,
        date.fromisoformat,
    ),
}
"""By the annotation of the field."""
