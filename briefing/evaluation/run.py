"""Measure systems on data: every task that takes a file's items, for every method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import UsageError
from briefing.evaluation.items import Data
from briefing.evaluation.resampling import Difference, Interval, Samples, differences, intervals
from briefing.evaluation.rouge import scorer
from briefing.evaluation.systems import System, check_method
from briefing.evaluation.tasks import TASKS
from briefing.evaluation.tasks.summaries import MULTI, SINGLE
from briefing.evaluation.tasks.task import Column, Measured, Task, Watch


@dataclass(frozen=True, slots=True)
class Result:
    """What one task measured of one method on one file; `method` is None where there is nothing to name.

    `intervals` are those of the figures that are made of what was counted item by item. `behind` says how far the first
    method is above this one, figure by figure; it is empty for the first.
    """

    task: Task
    data: str
    method: str | None
    items: int
    settings: str
    measured: Measured
    intervals: Mapping[str, Interval]
    behind: Mapping[str, Difference]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The figures of the table, in order."""
        return (*self.task.columns, *self.measured.columns)


def evaluate(data: Sequence[Data], systems: Sequence[System], tasks: Sequence[Task], watch: Watch) -> Iterator[Result]:
    """Yield the results task by task, file by file, method by method.

    Before anything is measured it raises SettingsError for an unknown method, and UsageError where the data hold
    nothing for these tasks or rouge-score is needed and missing.
    """
    wanted = [(one, task) for task in tasks for one in data if any(map(task.takes, one.items))]
    if not wanted:
        raise UsageError(f"the data hold nothing for {', '.join(task.name for task in tasks)}")
    for system in systems:
        check_method(system.method)
    if any(task in (SINGLE, MULTI) for _, task in wanted):
        scorer()
    for one, task in wanted:
        yield from _results(one, task, systems, watch)


def _results(data: Data, task: Task, systems: Sequence[System], watch: Watch) -> Iterator[Result]:
    items = [item for item in data.items if task.takes(item)]
    settings = task.settings(systems[0])
    first: Samples | None = None
    for name, measure in task.contenders(systems):
        label = " ".join(part for part in (data.name, task.name, name) if part)
        measured = measure(watch(items, label))
        first = first or measured.samples
        behind = {} if first is measured.samples else differences(first, measured.samples)
        yield Result(task, data.name, name, len(items), settings, measured, intervals(measured.samples), behind)


def named(names: Sequence[str]) -> list[Task]:
    """Return the tasks of these names, all where none is named, in the order of the page."""
    return [task for name, task in TASKS.items() if not names or name in names]
