"""A single file as a source: what its suffix says decides how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.plugins import Shard
from briefing.sources.json_lines import JsonLines
from briefing.sources.text_file import TextFile

KNOWN = (".txt", ".md", ".markdown", ".jsonl")
"""Suffixes of files that a folder is searched for, in small letters."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of any suffix: `.jsonl` holds an article a row, any other file is one article.

    `language` is that of articles that state none. With `skips_pages` a page of our own yields nothing.
    """

    path: str
    language: str = "en"
    skips_pages: bool = False

    def shards(self) -> Iterator[Shard]:
        """Yield the one shard."""
        if self.path.lower().endswith(".jsonl"):
            yield JsonLines(self.path, self.language)
        else:
            yield TextFile(self.path, self.language, self.skips_pages)
