"""The texts that are tried: all that stand in `tests/attacks.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parents[2] / "attacks.toml"


@dataclass(frozen=True)
class Attempt:
    """A text, what kind of reader it is meant for, and what it would do there."""

    kind: str
    text: str
    why: str


def attempts(most: int) -> tuple[Attempt, ...]:
    """Return at most so many of each kind, spread over the table."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    return tuple(Attempt(kind, **row) for kind, rows in table.items() for row in rows[:: -(-len(rows) // most)])
