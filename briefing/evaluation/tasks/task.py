"""The contract of a task: a name, the items that it takes, and what it measures of a system on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from briefing.evaluation.items import Item
from briefing.evaluation.resampling import Samples, Sums
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
    """Figures by key, and what was found one by one, as plain data: `item`, and whatever the task says of it.

    `samples` are what those figures are made of that have an interval. `columns` are those beside the task's own that
    the data ask for, such as one for each theme.
    """

    figures: Mapping[str, float]
    samples: Samples
    details: tuple[Mapping[str, Any], ...] = ()
    columns: tuple[Column, ...] = ()


class Measure(Protocol):
    """What one system does on items."""

    def __call__(self, items: Iterable[Any], system: System) -> Measured:
        """Measure it."""
        ...


Contender = tuple[str | None, Callable[[Iterable[Any]], Measured]]


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `contenders` gives, by name, what is measured side by side for the systems asked for.

    `about` explains the figures in a line; `settings` are those that they depend on.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    takes: Callable[[Item], bool]
    contenders: Callable[[Sequence[System]], Sequence[Contender]]
    settings: Callable[[System], str] = lambda _: ""


def by_method(measure: Measure) -> Callable[[Sequence[System]], Sequence[Contender]]:
    """Return the contenders of a task that every method is measured on."""
    return lambda systems: [(system.method, partial(measure, system=system)) for system in systems]


def whatever_method(measures: Mapping[str | None, Measure]) -> Callable[[Sequence[System]], Sequence[Contender]]:
    """Return the contenders of a task to which methods make no difference: by name, or without one if it is alone."""
    return lambda systems: [(name, partial(measure, system=systems[0])) for name, measure in measures.items()]


def measured(
    rows: Iterable[Mapping[str, float]],
    figures: Callable[[Sums], Mapping[str, Any]],
    *,
    totals: Sequence[str] = (),
    details: Sequence[Mapping[str, Any]] = (),
) -> Measured:
    """Return what counts by name, a row for each unit, amount to; `totals` are the names whose sums are shown, too."""
    samples = Samples(tuple(rows), figures)
    sums = {name: sum(row[name] for row in samples.rows) for name in totals}
    return Measured({**samples.exact(), **sums}, samples, tuple(details))
