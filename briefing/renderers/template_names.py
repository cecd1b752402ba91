"""The names that a template may use: what hangs on the briefing, and on what that holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_type_hints

from jinja2.runtime import LoopContext
from jinja2.utils import Cycler, Joiner

from briefing.model import Briefing
from briefing.model.archive import Site
from briefing.renderers.html import drawings, pieces

# What a template is given: what hangs on these, and on what they hold, has a name that it may use.
_GIVEN = (Briefing, Site, pieces.Text, drawings.Line, drawings.Coverage)
_COMMON = (str, int, float, tuple, dict, datetime, LoopContext, Cycler, Joiner)


@cache
def attributes() -> frozenset[str]:
    """Return what may stand behind a dot: what the page's types have, and what texts, days and loops have."""
    seen: set[type] = set()
    for given in _GIVEN:
        reached(given, seen)
    own = {name for kind in seen for name in (*_public(vars(kind)), *get_type_hints(kind))}
    return frozenset(own.union(*(_public(dir(kind)) for kind in _COMMON)))


def reached(kind: Any, seen: set[type]) -> None:
    """Add to `seen` every dataclass and named tuple that can be reached from a type, by the types of what it holds."""
    for part in (kind, *get_args(kind)):
        if get_args(part) and part is not kind:
            reached(part, seen)
        elif isinstance(part, type) and part not in seen and (is_dataclass(part) or hasattr(part, "_fields")):
            seen.add(part)
            for hint in (*get_type_hints(part).values(), *_returned(part)):
                reached(hint, seen)


def _returned(kind: type) -> Iterator[Any]:
    """Yield the types of what a type's properties give."""
    for value in vars(kind).values():
        if isinstance(value, property) and value.fget is not None:
            yield get_type_hints(value.fget).get("return")


def _public(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith("_"))


def suggested(name: str, known: Iterable[str]) -> str:
    """Return a name that does not exist with the nearest that does."""
    near = get_close_matches(name, sorted(known), n=1)
    return f"{name!r}" + (f"; did you mean {near[0]!r}?" if near else "; templates/README.md lists what there is")
