"""What is done with articles, from their text to a page and back: the story first, in `story.py`."""

from __future__ import annotations

from briefing.pipeline.story import brief
from briefing.pipeline.task import Numbered, Task, shards_of

__all__ = ["Numbered", "Task", "brief", "shards_of"]
