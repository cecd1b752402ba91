"""The tasks by name. To add one: a module with a `TASK`, named here; a new shape of row goes into `shapes`."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evaluation.tasks.attributions import TASK as QUOTES
from briefing.evaluation.tasks.boundaries import TASK as SENTENCES
from briefing.evaluation.tasks.context import TASK as CONTEXT
from briefing.evaluation.tasks.summaries import MULTI, SINGLE
from briefing.evaluation.tasks.task import Task

TASKS: Mapping[str, Task] = {task.name: task for task in (SINGLE, MULTI, CONTEXT, SENTENCES, QUOTES)}
