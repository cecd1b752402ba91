"""A single file as a source: what it holds decides how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.plugins import Shard
from briefing.sources.manner import Manner
from briefing.sources.rows import in_shards


@dataclass(frozen=True, slots=True)
class File:
    """One file of any name and kind that is read: an article, or several.

    `language` is that of articles that state none. With `skips_pages` a page of our own yields nothing. A line of only
    the `separator` parts the articles of a text.
    """

    path: str
    language: str = "en"
    skips_pages: bool = False
    separator: str = ""

    def shards(self) -> Iterator[Shard]:
        """Yield the one shard, or those of a large file of rows."""
        yield from in_shards(self.path, Manner(self.language, self.separator, self.skips_pages))
