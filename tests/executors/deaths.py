"""Build a briefing with an executor while workers die; as a program it prints what is found.

    python deaths.py EXECUTOR FOLDER MODE

FOLDER holds `news.jsonl`, and `torn.jsonl.gz`. In MODE "always" every worker dies that ranks the row about a meteor, in
"once" the first one does, in "reading" every worker dies that reads some of the rows at all, in "threads" nobody dies,
but a second thread runs.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing import assembly
from briefing.assembly.reading import source
from briefing.model import Article, Location, Problem, Sentence, Theme
from briefing.pipeline import brief, shards_of
from briefing.settings import Loaded, Settings

HEAD = os.getpid()
EACH = 4
"""Rows a shard."""


@dataclass(frozen=True)
class Deadly:
    """A method that ends the process at a word: by a signal, always or once."""

    folder: str
    mode: str

    def __call__(self, sentences: Sequence[Sentence], pile: object) -> list[float]:
        """Score by place, if that is lived to see."""
        died = Path(self.folder) / "died"
        is_met = any("meteor" in sentence.terms for sentence in sentences)
        if is_met and (self.mode == "always" or (self.mode == "once" and not died.exists())):
            died.write_text(died.read_text() + "x" if died.exists() else "x")
            os.kill(os.getpid(), signal.SIGKILL)
        return [1 / (1 + place) for place in range(len(sentences))]


@dataclass(frozen=True)
class Some:
    """A shard of some rows of a file."""

    path: str
    first: int
    count: int
    head: int = 0

    def read(self) -> Iterator[Article | Problem]:
        """Yield their articles; with a `head` only there."""
        if self.head not in (0, os.getpid()):
            os.kill(os.getpid(), signal.SIGSEGV)
        rows = Path(self.path).read_text("utf-8").splitlines()[self.first : self.first + self.count]
        for number, row in enumerate(rows, start=self.first + 1):
            yield Article(**json.loads(row), location=Location(self.path, number))


@dataclass(frozen=True)
class Shelf:
    """A source of such shards, of which one may be deadly to read."""

    path: str
    is_deadly: bool

    def shards(self) -> Iterator[Some]:
        """Yield the shards of the rows."""
        for first in range(0, len(Path(self.path).read_text("utf-8").splitlines()), EACH):
            yield Some(self.path, first, EACH, HEAD if self.is_deadly and first == EACH else 0)


def built(name: str, folder: str, mode: str) -> dict[str, object]:
    """Return the page and the problems of the briefing."""
    settings = Settings(themes=(Theme("The dam", ("dam",)), Theme("Sky", ("meteor",))), words=300)
    task = assembly.task(settings)
    task = type(task)(task.themes, Deadly(folder, mode), task.budget)
    torn = source(f"{folder}/torn.jsonl.gz", "en", "")
    shards = shards_of([Shelf(f"{folder}/news.jsonl", mode == "reading"), torn])
    heading = assembly.heading(Loaded(settings), date(2026, 11, 22))
    found = brief(task, shards, assembly.executor(name), heading)
    page = assembly.renderer("json", settings)(found, folder)
    return {"page": str(page), "problems": [str(problem) for problem in found.problems]}


if __name__ == "__main__":
    if sys.argv[3] == "threads":
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    print(json.dumps(built(*sys.argv[1:])))
