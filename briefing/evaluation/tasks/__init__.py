"""The tasks by name. To add one: a module with a `TASK`, named here; a new shape of row goes into `shapes`."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evaluation.tasks.attributions import TASK as QUOTES
from briefing.evaluation.tasks.boundaries import TASK as SENTENCES
from briefing.evaluation.tasks.context import TASK as CONTEXT
from briefing.evaluation.tasks.coverage import TASK as COVERAGE
from briefing.evaluation.tasks.days import TASK as DAYS
from briefing.evaluation.tasks.redundancy import TASK as REDUNDANCY
from briefing.evaluation.tasks.stories import TASK as STORIES
from briefing.evaluation.tasks.summaries import MULTI, SINGLE
from briefing.evaluation.tasks.task import Task
from briefing.evaluation.tasks.themes import TASK as THEMES

_IN_ORDER = (SINGLE, MULTI, CONTEXT, REDUNDANCY, DAYS, COVERAGE, THEMES, STORIES, SENTENCES, QUOTES)

TASKS: Mapping[str, Task] = {task.name: task for task in _IN_ORDER}
