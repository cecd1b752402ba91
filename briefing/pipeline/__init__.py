"""What is done with articles, from their text to a page and back: the story first, in `story.py`."""

from __future__ import annotations

from briefing.pipeline.story import Numbered, Task, brief, shards_of
from briefing.pipeline.summary import attributions, passages, stories, summarise

__all__ = ["Numbered", "Task", "attributions", "brief", "passages", "shards_of", "stories", "summarise"]
