"""A source that is not there, beside others that are: a problem on the page, and no reason to go without the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Problem
from briefing.sources.contents import Unreadable


@dataclass(frozen=True, slots=True)
class Missing:
    """The source of that name."""

    name: str

    @property
    def problem(self) -> Problem:
        """What is wrong with it."""
        what = "no such file or folder, or not yours to read"
        return Problem(self.name.rstrip("/"), what, "bring it back, or no longer name it")

    def shards(self) -> Iterator[Unreadable]:
        """Yield one that says so."""
        yield Unreadable(self.problem)
