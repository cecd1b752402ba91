"""Summaries of one article, and of several, against those that people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from briefing.evaluation.items import Item, Summarised
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.rouge import SETTINGS, TYPES, rouge
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, by_method, measured

# A summary of so many times the words asked for is counted as over the budget.
TOLERANCE = 1.1

_COLUMNS = (
    Column("rouge1", "R-1", 2),
    Column("rouge2", "R-2", 2),
    Column("rougeLsum", "R-Lsum", 2),
    Column("ms_per_item", "ms/item"),
)


def _measure(items: Iterable[Summarised], system: System, *, several: bool) -> Measured:
    return measured((_row(item, system) for item in items), _figures, totals=("over_budget",) if several else ())


def _row(item: Summarised, system: System) -> Mapping[str, float]:
    made = system.summary(item)
    texts = [extract.text for extract in made.extracts]
    over = sum(len(text.split()) for text in texts) > system.limits.words * TOLERANCE
    scores = dict(zip(TYPES, rouge(texts, item.references), strict=True))
    return {"items": 1, **scores, "seconds": made.seconds, "over_budget": over}


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    scores = {name: per(100 * sums[name], sums["items"]) for name in TYPES}
    return {**scores, "ms_per_item": per(1000 * sums["seconds"], sums["items"])}


def _takes(item: Item, *, several: bool) -> bool:
    return isinstance(item, Summarised) and (len(item.articles) > 1) is several


SINGLE = Task(
    name="single",
    about="summaries of one article against those that people wrote; higher is better",
    columns=_COLUMNS,
    takes=partial(_takes, several=False),
    contenders=by_method(partial(_measure, several=False)),
    settings=lambda system: f"at most {system.limits.sentences} sentences; {SETTINGS}",
)
MULTI = Task(
    name="multi",
    about="summaries of several articles against those that people wrote; higher is better",
    columns=(*_COLUMNS, Column("over_budget", "over budget", 0)),
    takes=partial(_takes, several=True),
    contenders=by_method(partial(_measure, several=True)),
    settings=lambda system: f"at most {system.limits.words} words; {SETTINGS}",
)
