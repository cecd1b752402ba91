"""The contract of a task: a name, the items that it takes, and what it measures of a system on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.evaluation.items import Item
from briefing.evaluation.systems import System

Watch = Callable[[Sequence[Item], str], Iterable[Item]]
"""Passes items through and may show how far one is; the label says what is done."""


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: its key in JSON, its heading in the table, and how many digits behind the point are shown."""

    key: str
    heading: str
    digits: int = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures by key, and what was found one by one, as plain data: `item`, and whatever the task says of it."""

    figures: Mapping[str, float]
    details: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `measure` is called once for each method, or once in all where methods make no difference.

    `about` explains the figures in a line; `settings` are those that they depend on.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    takes: Callable[[Item], bool]
    measure: Callable[[Iterable[Any], System], Measured]
    by_method: bool = True
    settings: Callable[[System], str] = lambda _: ""
