"""Our own sources keep what every source promises: the tests that others run on theirs."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from briefing.model import Article, Location, Problem
from briefing.sources.file import File
from briefing.sources.folder import Folder
from briefing.sources.from_plugin import FromPlugin
from briefing.sources.locate import locate
from briefing.sources.standard_input import StandardInput
from briefing.testing import SourceContract

NEWS = (
    "The dam above Orr broke on Friday.\r\nNobody was hurt.",
    "“Été”: two ferries stayed in port.",
    "Rain 🌧 in Marn.",
)
ROWS = "".join(f"{json.dumps({'text': text, 'date': '2026-11-20', 'title': text[:8]})}\n" for text in NEWS)


class Filled(SourceContract):
    """The contract with a folder of news: two files of text in two folders, rows, and nothing in `nothing`."""

    @pytest.fixture(autouse=True)
    def _fill(self, tmp_path):
        self.root = tmp_path
        for name in ("deep", "nothing"):
            (tmp_path / name).mkdir()
        (tmp_path / "a.txt").write_bytes(NEWS[0].encode())
        (tmp_path / "deep" / "b.md").write_text(f"---\ntitle: Ferries\n---\n{NEWS[1]}", "utf-8")
        (tmp_path / "rows.jsonl").write_text(f"{ROWS}nonsense\n", "utf-8")

    def at(self, name: str) -> str:
        """The path of a file in the folder."""
        return str(Path(self.root, name))


class TestFolder(Filled):
    """A folder that is not there is an error of the source; an empty one is a quiet day."""

    def source(self):
        return Folder(str(self.root))

    def broken(self):
        return Folder(self.at("missing"))

    def empty(self):
        return Folder(self.at("nothing"))


class TestPattern(Filled):
    """A pattern that fits nothing is a problem."""

    def source(self):
        return locate(self.at("**/*.[mt]*"))

    def broken(self):
        return locate(self.at("*.text"))

    def empty(self):
        return locate(self.at("nothing/*.txt"))


class TestFile(Filled):
    """A file of text."""

    def source(self):
        return File(self.at("a.txt"))

    def broken(self):
        return File(self.at("deep"))

    def empty(self):
        (self.root / "empty.txt").touch()
        return File(self.at("empty.txt"))


class TestMarkdownFile(Filled):
    """A file with front matter, and one of front matter alone."""

    def source(self):
        return File(self.at("deep/b.md"), "fr")

    def broken(self):
        return File(self.at("missing.md"))

    def empty(self):
        (self.root / "empty.md").write_text("---\ntitle: x\n---\n")
        return File(self.at("empty.md"))


class TestJsonLines(Filled):
    """A file of rows, one of which is none."""

    def source(self):
        return File(self.at("rows.jsonl"))

    def broken(self):
        (self.root / "odd.jsonl").write_bytes(b'\xff\x81\n{"text": "\\u0000"}\n')
        return File(self.at("odd.jsonl"))

    def empty(self):
        (self.root / "empty.jsonl").touch()
        return File(self.at("empty.jsonl"))


class TestStandardInput(SourceContract):
    """Rows that are piped in: read once, and kept by the shard."""

    def source(self):
        return StandardInput("en", io.BytesIO(ROWS.encode()))

    def broken(self):
        return StandardInput("en", io.BytesIO(b"\xff\x81\x8d"))

    def empty(self):
        return StandardInput("en", io.BytesIO(b""))


class _Careless:
    """A plugin's source and its own shard: unhashable, and what it gives is all that can be wrong at once."""

    __hash__ = None

    def __init__(self, argument: str, *, language: str) -> None:
        self.argument = argument

    def shards(self):
        return () if self.argument == "empty" else [self, self][: len(self.argument)]

    def read(self):
        for row, text in enumerate(NEWS, start=1):
            yield Article(text, title=" Two\nlines\u202e", location=Location("anywhere", row))
        yield Problem("", "")
        yield {"text": "no article"}
        yield Article("Half a character: \ud800.")
        raise OSError(f"{object()} is gone\nfor good")


def _careless():
    return _Careless


class TestFromPlugin(SourceContract):
    """Whatever a plugin does, its articles and problems are like all others."""

    def source(self):
        return FromPlugin("careless:x", _careless)

    def broken(self):
        return FromPlugin("careless:xx", _careless)

    def empty(self):
        return FromPlugin("careless:empty", _careless)
