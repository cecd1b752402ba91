"""Tell whether a value is of a setting's type, strictly, and read one from the text of an environment variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeGuard

from briefing.model import bound
from briefing.settings.durations import Duration, duration, unlike


@dataclass(frozen=True, slots=True)
class Kind:
    """One type: how to ask for it, know it, read it from text (raises ValueError), make it what we hold, and
    say more of a text that is none.
    """

    wanted: str
    is_one: Callable[[object], bool]
    from_text: Callable[[str], object]
    made: Callable[[Any], object] = lambda value: value
    hint: Callable[[str], str] = lambda text: ""


def is_strings(value: object) -> TypeGuard[list[str] | tuple[str, ...]]:
    """Whether this is a list of texts."""
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_bound(value: object) -> bool:
    return isinstance(value, date)  # a moment is one, too


def _is_since(value: object) -> bool:
    is_said = isinstance(value, str) and (value == "last" or duration(value) is not None)
    return is_said or isinstance(value, Duration) or _is_bound(value)


def _made_since(value: Any) -> object:
    return (duration(value) or value) if isinstance(value, str) else value


def _since(text: str) -> object:
    return text if text == "last" else duration(text) or bound(text)


def _is_terms(value: object) -> bool:
    return is_strings(value) or (isinstance(value, dict) and all(map(is_strings, value.values())))


def _made_terms(value: Any) -> tuple[str, ...] | dict[str, tuple[str, ...]]:
    return {code: tuple(terms) for code, terms in value.items()} if isinstance(value, dict) else tuple(value)


def _split(text: str) -> tuple[str, ...]:
    return tuple(item for part in text.split(",") if (item := part.strip()))


def _entries(text: str) -> tuple[str, ...]:
    """A sentence may hold commas: its entries are parted by "|"."""
    return tuple(item for part in text.split("|") if (item := part.strip()))


_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def _truth(text: str) -> bool:
    """Return what a text says; raises ValueError for one that says neither."""
    try:
        return _TRUTH[text.lower()]
    except KeyError:
        raise ValueError(text) from None


_BOUND = "a day or a moment, written 2026-01-31 or 2026-01-31T07:00:00 without quotation marks"

KINDS = {
    "str": Kind('a text in quotation marks: "…"', lambda v: isinstance(v, str), str),
    "bool": Kind("true or false, without quotation marks", lambda v: isinstance(v, bool), _truth),
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
        f'{_BOUND}, a duration such as "24h" or "2 weeks", or "last"', _is_since, _since, _made_since, unlike
    ),
    "Bound | None": Kind(_BOUND, _is_bound, bound),
}
"""By the annotation of the field."""
