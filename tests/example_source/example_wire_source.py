"""A news wire as a source: `sources = ["wire:harbour"]` reads `harbour.wire` in the folder that WIRE_FOLDER names."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.errors import SourceError
from briefing.model import Article, Location, Problem

MESSAGE = re.compile(r"ZCZC (?P<number>[1-9]\d{0,9}) (?P<day>\d{4}-\d\d-\d\d) (?P<title>.+)\n(?P<text>(?s:.+))")


@dataclass(frozen=True)
class Messages:
    """A shard: one file of messages, each from ZCZC to NNNN."""

    path: str
    language: str

    def read(self) -> Iterator[Article | Problem]:
        try:
            wire = Path(self.path).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(self.path, f"cannot be read: {error}", "ask the wire's office")
            return
        for message in filter(None, map(str.strip, wire.split("\nNNNN\n"))):
            try:
                found = MESSAGE.fullmatch(message)
                day = date.fromisoformat(found["day"])
            except (TypeError, ValueError):
                yield Problem(self.path, f"not a message: {message[:40]!r}", "ask the wire's office")
                continue
            place = Location(row=int(found["number"]))
            yield Article(found["text"], title=found["title"], date=day, language=self.language, location=place)


@dataclass(frozen=True)
class Wire:
    """The wire of that name; what the entry point `source:wire` leads to."""

    name: str
    language: str = "en"

    def __post_init__(self) -> None:
        if not re.fullmatch("[a-z]+", self.name):  # it may come from a stranger's page: never a path
            raise SourceError("a wire is named by small letters, as in wire:harbour")

    def shards(self) -> Iterator[Messages]:
        folder = Path(os.environ.get("WIRE_FOLDER", ""))
        yield Messages(str(folder.absolute() / f"{self.name}.wire"), self.language)
