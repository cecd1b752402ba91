"""Turn the model's nouns into rows of JSON and back, by their types: each field in its place, without its name.

The types are the schema. What was packed under other ones must not be unpacked: `readings` sees to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Unpack = Callable[[Any], Any]


def packed(value: Any) -> Any:
    """Return a noun as JSON can hold it."""
    if isinstance(value, tuple):
        return [packed(each) for each in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return [packed(getattr(value, field.name)) for field in fields(value)] if is_dataclass(value) else value


def unpacked(kind: type[T], row: Any) -> T:
    """Return the noun that a row holds; the row is used up. Raises TypeError, ValueError or LookupError for damage."""
    return _unpack(kind)(row)  # type: ignore[no-any-return, arg-type]


@cache
def _unpack(kind: Any) -> _Unpack:
    """Return what makes a value of a type from its row."""
    if is_dataclass(kind):
        return _noun(kind)
    if issubclass(kind, tuple):
        return kind._make  # type: ignore[no-any-return]
    return kind.fromisoformat  # type: ignore[no-any-return]


def _noun(kind: Any) -> _Unpack:
    hints = get_type_hints(kind)
    makers = enumerate(_field(hints[field.name]) for field in fields(kind))
    places = [(place, make) for place, make in makers if make]

    def noun(row: list[Any]) -> Any:
        for place, make in places:
            if row[place] is not None:
                row[place] = make(row[place])
        return kind(*row)

    return noun


def _field(hint: Any) -> _Unpack | None:
    """Return what makes a field's value if it is not None; None where JSON gives it as it is."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is tuple:
        make = _field(get_args(hint)[0])
        return (lambda rows: tuple(map(make, rows))) if make else tuple
    if get_origin(hint) is Literal or hint in (str, int, bool):
        return None
    return _unpack(hint)
