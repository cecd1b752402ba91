"""Sum up what the themes catch of a pile: the first maps of the story, and a count of their passages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Pile
from briefing.model.proof import Caught
from briefing.pipeline.sparing import sparing
from briefing.pipeline.story import piled, readings_of
from briefing.pipeline.task import Numbered, Task
from briefing.plugins import Executor
from briefing.stages.catch import Tally, add, catch, tally, total
from briefing.stages.theme import theme


def caught(task: Task, shards: Sequence[Numbered], executor: Executor) -> tuple[Caught, ...]:
    """Return what each theme caught of everything that the shards hold, in the order of the settings."""
    return sparing(partial(_caught, task, executor), shards)


def _caught(task: Task, executor: Executor, shards: Sequence[Numbered]) -> tuple[Caught, ...]:
    found = piled(task, shards, executor)
    tallied = executor.fold(partial(_tally, task, found.pile), found.shards, add, Tally())
    return catch(tallied, found.pile, task.themes)


def _tally(task: Task, pile: Pile, shard: Numbered) -> Tally:
    readings = (reading for reading in readings_of(shard, task) if task.holds(reading))
    return total(tally(r, theme(r, pile, task.themes), task.themes) for r in readings)
