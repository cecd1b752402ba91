"""Sum up what the themes catch of a pile: the first maps of the story, and a count of their passages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Caught, Pile, Register
from briefing.pipeline.story import piled, readings_of
from briefing.pipeline.task import Numbered, Task
from briefing.plugins import Executor
from briefing.stages.catch import Tally, add, catch, tally, total
from briefing.stages.theme import theme


def caught(task: Task, shards: Sequence[Numbered], executor: Executor) -> tuple[Caught, ...]:
    """Return what each theme caught of everything that the shards hold, in the order of the settings."""
    known, pile = piled(task, shards, executor)
    return catch(executor.fold(partial(_tally, task, known, pile), shards, add, Tally()), pile, task.themes)


def _tally(task: Task, known: Register, pile: Pile, shard: Numbered) -> Tally:
    readings = (reading for reading in readings_of(shard, known, task) if task.holds(reading))
    return total(tally(r, theme(r, pile, task.themes), task.themes) for r in readings)
