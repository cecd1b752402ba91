"""Results for people, as tables, and for programs, as one object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.evaluation.run import Result
from briefing.evaluation.tasks.task import Task
from briefing.model import Problem
from briefing.version import VERSION

SCHEMA = "briefing/evaluation/1"


def tables(results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of a table for each task: what is measured, how, and a row for each file and method."""
    for task in dict.fromkeys(result.task for result in results):
        same = [result for result in results if result.task is task]
        yield f"{task.name}: {task.about}"
        yield f"({same[0].settings})"
        yield from _table(task, same)
        yield ""


def _table(task: Task, results: Sequence[Result]) -> Iterator[str]:
    rows = [["data", "items", "method", *(column.heading for column in task.columns)]]
    for before, result in zip([None, *results], results, strict=False):
        is_new = before is None or before.data != result.data
        place = [result.data, f"{result.items:,}"] if is_new else ["", ""]
        rows.append([*place, result.method or "-", *_figures(result)])
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = [c.ljust(w) if k in (0, 2) else c.rjust(w) for k, (c, w) in enumerate(zip(row, widths, strict=True))]
        yield f"  {'  '.join(cells)}".rstrip()


def _figures(result: Result) -> list[str]:
    figures = result.measured.figures
    return [f"{figures[column.key]:,.{column.digits}f}" for column in result.task.columns]


def details(results: Sequence[Result]) -> Iterator[str]:
    """Yield a line for each thing that was found one by one."""
    for result in results:
        for one in result.measured.details:
            words = " ".join(str(one["words"]).split())
            yield f"{result.data} {one['item']} [{result.method}] extract {one['extract']}: {one['kind']}: {words}"


def as_object(results: Sequence[Result], problems: Sequence[Problem], *, detailed: bool = False) -> dict[str, Any]:
    """Return everything as plain data under the schema `briefing/evaluation/1`; figures are not rounded."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "results": [_object(result, detailed=detailed) for result in results],
        "problems": [{"where": p.where, "what": p.what, "remedy": p.remedy} for p in problems],
    }


def _object(result: Result, *, detailed: bool) -> dict[str, Any]:
    return {
        "task": result.task.name,
        "data": result.data,
        "method": result.method,
        "items": result.items,
        "settings": result.settings,
        "figures": dict(result.measured.figures),
        **({"details": [dict(one) for one in result.measured.details]} if detailed else {}),
    }
