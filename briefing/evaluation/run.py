"""Measure systems on data: every task that takes a file's items, for every method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.errors import UsageError
from briefing.evaluation.items import Data
from briefing.evaluation.rouge import scorer
from briefing.evaluation.systems import System, check_method
from briefing.evaluation.tasks import TASKS
from briefing.evaluation.tasks.summaries import MULTI, SINGLE
from briefing.evaluation.tasks.task import Measured, Task, Watch


@dataclass(frozen=True, slots=True)
class Result:
    """What one task measured of one method on one file; `method` is None where methods make no difference."""

    task: Task
    data: str
    method: str | None
    items: int
    settings: str
    measured: Measured


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
        for system in systems if task.by_method else systems[:1]:
            yield _result(one, task, system, watch)


def _result(data: Data, task: Task, system: System, watch: Watch) -> Result:
    items = [item for item in data.items if task.takes(item)]
    method = system.method if task.by_method else None
    label = " ".join(part for part in (data.name, task.name, method) if part)
    measured = task.measure(watch(items, label), system)
    return Result(task, data.name, method, len(items), task.settings(system), measured)


def named(names: Sequence[str]) -> list[Task]:
    """Return the tasks of these names, all where none is named, in the order of the page."""
    return [task for name, task in TASKS.items() if not names or name in names]
