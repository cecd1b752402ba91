"""Summaries of one article, and of several, against those that people wrote."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from briefing.evaluation.items import Item, Summarised
from briefing.evaluation.rouge import SETTINGS, TYPES, rouge
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task

# A summary of so many times the words asked for is counted as over the budget.
TOLERANCE = 1.1

_COLUMNS = (
    Column("rouge1", "R-1", 2),
    Column("rouge2", "R-2", 2),
    Column("rougeLsum", "R-Lsum", 2),
    Column("ms_per_item", "ms/item"),
)


def _measure(items: Iterable[Summarised], system: System, *, several: bool) -> Measured:
    totals, seconds, count, over = [0.0] * len(TYPES), 0.0, 0, 0
    for item in items:
        made = system.summary(item)
        texts = [extract.text for extract in made.extracts]
        totals = [sum(pair) for pair in zip(totals, rouge(texts, item.references), strict=True)]
        over += sum(len(text.split()) for text in texts) > system.limits.words * TOLERANCE
        seconds += made.seconds
        count += 1
    figures = {name: 100 * total / count for name, total in zip(TYPES, totals, strict=True)}
    return Measured(
        {**figures, "ms_per_item": 1000 * seconds / count, **({"over_budget": over} if several else {})},
    )


def _takes(item: Item, *, several: bool) -> bool:
    return isinstance(item, Summarised) and (len(item.articles) > 1) is several


SINGLE = Task(
    name="single",
    about="summaries of one article against those that people wrote; higher is better",
    columns=_COLUMNS,
    takes=partial(_takes, several=False),
    measure=partial(_measure, several=False),
    settings=lambda system: f"at most {system.limits.sentences} sentences; {SETTINGS}",
)
MULTI = Task(
    name="multi",
    about="summaries of several articles against those that people wrote; higher is better",
    columns=(*_COLUMNS, Column("over_budget", "over budget", 0)),
    takes=partial(_takes, several=True),
    measure=partial(_measure, several=True),
    settings=lambda system: f"at most {system.limits.words} words; {SETTINGS}",
)
