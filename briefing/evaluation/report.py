"""Results for people, as tables, and for programs, as one object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from briefing.evaluation import resampling
from briefing.evaluation.resampling import Interval
from briefing.evaluation.run import Result
from briefing.evaluation.tasks.task import Column
from briefing.model import Problem
from briefing.version import VERSION

SCHEMA = "briefing/evaluation/1"
# Characters of a line of a table; further columns go into a further one.
WIDTH = 120
# Under the names of the data and the number of items.
_BELOW = ["", ""]


def tables(results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of a table for each task: what is measured, how, and a row for each file and method.

    Under a row stand its intervals, under the last of a file the differences between the first method and the others.
    """
    for task in dict.fromkeys(result.task for result in results):
        same = [result for result in results if result.task is task]
        yield f"{task.name}: {task.about}"
        yield f"({same[0].settings})"
        for columns, of_columns in groupby(same, key=lambda result: result.columns):
            yield from _table(columns, list(of_columns))
        yield ""
    if any(result.intervals for result in results):
        yield from resampling.SETTINGS


def _table(columns: Sequence[Column], results: Sequence[Result]) -> Iterator[str]:
    """The lines of as many columns as there is room for, and then of the others."""
    room = next(k for k in range(len(columns), 0, -1) if k == 1 or _width(columns[:k], results) <= WIDTH)
    yield from _lines(_rows(columns[:room], results))
    if columns[room:]:
        yield ""
        yield from _table(columns[room:], results)


def _width(columns: Sequence[Column], results: Sequence[Result]) -> int:
    return max(map(len, _lines(_rows(columns, results))))


def _rows(columns: Sequence[Column], results: Sequence[Result]) -> list[list[str]]:
    rows = [["data", "items", "method", *(column.heading for column in columns)]]
    for _, of_data in groupby(results, key=lambda result: result.data):
        block = list(_block(columns, list(of_data)))
        if len(block) > 1 and len(rows) > 1:
            rows.append([""] * len(rows[0]))
        rows += block
    return rows


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = [c.ljust(w) if k in (0, 2) else c.rjust(w) for k, (c, w) in enumerate(zip(row, widths, strict=True))]
        yield f"  {'  '.join(cells)}".rstrip()


def _block(columns: Sequence[Column], results: Sequence[Result]) -> Iterator[list[str]]:
    """The rows of one file: each method's figures and intervals, then how far the first is above each other."""
    place = [results[0].data, f"{results[0].items:,}"]
    for result in results:
        figures, found = result.measured.figures, result.intervals
        yield [*place, result.method or "-", *(_number(figures[column.key], column) for column in columns)]
        yield from _given([*_BELOW, ""], [_range(found.get(column.key), column) for column in columns])
        place = _BELOW
    for result in results:
        against = f"{results[0].method} - {result.method}"
        behind = [(result.behind.get(column.key), column) for column in columns]
        yield from _given([*_BELOW, against], [_number(one.value, c, "+") if one else "" for one, c in behind])
        yield from _given([*_BELOW, ""], [_range(one.interval, c) if one else "" for one, c in behind])
        yield from _given([*_BELOW, "  p"], [f"{one.p:.4f}" if one else "" for one, _ in behind])


def _given(head: list[str], cells: list[str]) -> Iterator[list[str]]:
    """A row, unless there is nothing in it."""
    if any(cells):
        yield [*head, *cells]


def _number(value: float, column: Column, sign: str = "") -> str:
    return f"{value:{sign},.{column.digits}f}"


def _range(interval: Interval | None, column: Column) -> str:
    return "" if interval is None else f"[{_number(interval.low, column)}, {_number(interval.high, column)}]"


def details(results: Sequence[Result]) -> Iterator[str]:
    """Yield a line for each thing that was found one by one."""
    for result in results:
        for one in result.measured.details:
            words = " ".join(str(one["words"]).split())
            yield f"{result.data} {one['item']} [{result.method}] extract {one['extract']}: {one['kind']}: {words}"


def as_object(results: Sequence[Result], problems: Sequence[Problem], *, detailed: bool = False) -> dict[str, Any]:
    """Return everything as plain data under the schema `briefing/evaluation/1`; figures are not rounded.

    `results`: `task`, `data`, `method` (or None), `items`, `settings`, `figures` by key, `intervals` by key ([low,
    high]; of one unit there are none), and `details` if they are asked for. `comparisons`: `task`, `data`, `method`
    (the first) and `against`, with `figures` by key: `difference`, `interval`, `p`. `resampling`: `level` (%),
    `resamples`, `seed`. `problems`: `where`, `what`, `remedy`. Keys may be added within the schema's number.
    """
    first = {(result.task.name, result.data): result.method for result in reversed(results)}
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "results": [_object(result, detailed=detailed) for result in results],
        "comparisons": [_compared(result, first[result.task.name, result.data]) for result in results if result.behind],
        "resampling": {"level": resampling.LEVEL, "resamples": resampling.RESAMPLES, "seed": resampling.SEED},
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
        "intervals": {key: _ends(interval) for key, interval in result.intervals.items()},
        **({"details": [dict(one) for one in result.measured.details]} if detailed else {}),
    }


def _compared(result: Result, first: str | None) -> dict[str, Any]:
    figures = {
        key: {"difference": one.value, "interval": _ends(one.interval), "p": one.p}
        for key, one in result.behind.items()
    }
    return {
        "task": result.task.name,
        "data": result.data,
        "method": first,
        "against": result.method,
        "figures": figures,
    }


def _ends(interval: Interval) -> list[float]:
    return [interval.low, interval.high]
