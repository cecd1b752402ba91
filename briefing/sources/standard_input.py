"""Standard input as a source: JSON Lines if every line is an object with a text, else one article."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.model import Article, Problem
from briefing.plugins import Shard
from briefing.sources import text_file
from briefing.sources.contents import Unreadable
from briefing.sources.decode import LARGEST, decode
from briefing.sources.json_lines import articles, parsed
from briefing.sources.manner import Manner

PATH = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """A shard that holds its text, for a stream can be read only once."""

    text: str = field(repr=False)
    language: str = "en"
    separator: str = ""

    @property
    def size(self) -> int:
        """Its characters."""
        return len(self.text)

    def read(self) -> Iterator[Article | Problem]:
        """Yield the articles, located at "-"."""
        rows = [row.strip() for row in self.text.split("\n")]
        if all(isinstance(parsed(row), dict) for row in rows if row):
            yield from articles(iter(rows), PATH, language=self.language)
        else:
            manner = Manner(self.language, self.separator)
            yield from text_file.articles(self.text, PATH, "standard input", manner)


@dataclass(frozen=True, slots=True)
class StandardInput:
    """What is piped in, read to its end when the shards are asked for; `stream` stands in for standard input."""

    language: str = "en"
    stream: BinaryIO | None = None
    separator: str = ""

    def shards(self) -> Iterator[Shard]:
        """Return the one shard; raises SourceError if there is no standard input."""
        stream = self.stream or getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise SourceError("standard input: closed; pipe articles into it, or name a file or folder")
        text = decode(stream.read(LARGEST + 1), "standard input")
        return iter([Unreadable(text) if isinstance(text, Problem) else Given(text, self.language, self.separator)])
