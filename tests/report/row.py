"""What an experiment found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A case under a load: the figures, and the promise that they are held against (None: it could not be tried).

    `line` is the number of the line of the plan (`plan.toml`) that it is a figure for.
    """

    line: str
    case: str
    load: str
    figure: str
    promise: str
    is_kept: bool | None = True
