"""Every regular expression that the package compiles, and how long the texts are that it is given."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
SEARCHES = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
TRIES = frozenset({"match", "fullmatch"})
LONG = 2_500
"""Characters: what is given no more of a text of 20,000 looks at a window of it, whatever it holds."""


@dataclass
class Watched:
    """Stands for a compiled pattern, and remembers how it was asked."""

    pattern_: re.Pattern[str]
    place: str
    ways: set[str] = field(default_factory=set)
    longest: int = 0

    @property
    def is_windowed(self) -> bool:
        """Whether it was asked, and of short texts alone."""
        return 0 < self.longest < LONG

    def __getattr__(self, name: str) -> Any:
        """Whatever else a pattern has."""
        found = getattr(self.pattern_, name)
        return self._asked(name, found) if name in SEARCHES | TRIES else found

    def _asked(self, name: str, ask: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*given: Any, **named: Any) -> Any:
            self.ways.add(name)
            self.longest = max(self.longest, _length(name, given, named))
            return ask(*given, **named)

        return asked


def _length(name: str, given: tuple[Any, ...], named: dict[str, Any]) -> int:
    """Return the characters that a call may look at, from its place to the text's end or its own."""
    text, *bounds = given[1:] if name in ("sub", "subn") else given
    if name in ("sub", "subn", "split"):
        return len(text)
    begin, end = [*bounds, *[0, len(text)][len(bounds) :]]
    return max(0, min(named.get("endpos", end), len(text)) - named.get("pos", begin))


def collect(read: Callable[[], Iterable[object]]) -> list[Watched]:
    """Return the patterns on text; `read` has the package at work. Nothing of it may be loaded yet."""
    found: dict[re.Pattern[str], Watched] = {}
    with _watched(found):
        import briefing

        for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        for _ in read():
            pass
    return list(found.values())


@contextmanager
def _watched(found: dict[re.Pattern[str], Watched]) -> Iterator[None]:
    """Stand between the package and what `re` compiles for it: every function of the module goes through this one."""
    kept: Callable[[str, int], re.Pattern[str]] = re._compile  # type: ignore[attr-defined]

    def compiled(pattern: Any, flags: int) -> Any:
        if isinstance(pattern, Watched):
            return pattern
        made, place = kept(pattern, flags), _caller()
        if not place or not isinstance(made.pattern, str):
            return made
        return found.setdefault(made, Watched(made, place))

    re._compile = compiled  # type: ignore[attr-defined]
    try:
        yield
    finally:
        re._compile = kept  # type: ignore[attr-defined]


def _caller() -> str:
    """Return the file and line of the package that ask for a pattern, or "" where it is for others."""
    frame = sys._getframe(2)
    while frame.f_code.co_filename == re.__file__ and frame.f_back:
        frame = frame.f_back
    place = Path(frame.f_code.co_filename)
    return f"{place.relative_to(ROOT)}:{frame.f_lineno}" if place.is_relative_to(ROOT / "briefing") else ""
