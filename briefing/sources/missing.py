"""A source that is not there, beside others that are: a problem on the page, and no reason to go without the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Problem


@dataclass(frozen=True, slots=True)
class Missing:
    """The source of that name and its one shard, which holds a problem."""

    name: str

    def shards(self) -> Iterator[Missing]:
        """Yield itself."""
        yield self

    def read(self) -> Iterator[Problem]:
        """Yield the problem."""
        yield Problem(
            self.name.rstrip("/"), "no such file or folder, or not yours to read", "bring it back, or no longer name it"
        )
