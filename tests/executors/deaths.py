"""Build a briefing with an executor while workers die; as a program it prints what is found.

    python deaths.py EXECUTOR FOLDER MODE [HOW]

FOLDER holds what `write` put there. In MODE "always" every worker dies that ranks the row about a meteor, in "once" the
first one does, in "reading" every worker dies that reads some of the rows at all, in "threads" nobody dies, but a
second thread runs. HOW is a signal, SIGKILL if none is given, or "memory".
"""

from __future__ import annotations

import gzip
import json
import os
import resource
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

ROWS = 28
METEOR = 24


def row(number: int, meteor: int = METEOR) -> dict[str, str]:
    """An article about the dam, and one about something else."""
    town = "Abcdefghijklmnopqrstuvwxyz"[number % 26] * 2 + f"orr{number}"
    text = f"The dam above {town} was repaired in {number} days. Mayor {town.title()} Vale paid {number * 7} crowns."
    if number == meteor:
        text = "A meteor fell into the lake on Friday. Nobody had seen the meteor come."
    return {"text": text, "title": f"News of {town}"}


def write(folder: Path, meteor: int = METEOR) -> None:
    """Write a file of rows, and one that is cut off."""
    rows = [json.dumps(row(n, meteor)) + "\n" for n in range(1, ROWS + 1)]
    (folder / "news.jsonl").write_text("".join(rows), "utf-8")
    (folder / "torn.jsonl.gz").write_bytes(gzip.compress(json.dumps(row(0)).encode())[:-9])


@dataclass(frozen=True)
class Deadly:
    """A method that ends the process at a word: always or once."""

    folder: str
    mode: str
    how: str = "SIGKILL"

    def __call__(self, sentences: Sequence[Sentence], pile: object) -> list[float]:
        """Score by place, if that is lived to see."""
        died = Path(self.folder) / "died"
        is_met = any("meteor" in sentence.terms for sentence in sentences)
        if is_met and (self.mode == "always" or (self.mode == "once" and not died.exists())):
            died.write_text(died.read_text() + "x" if died.exists() else "x")
            self._die()
        return [1 / (1 + place) for place in range(len(sentences))]

    def _die(self) -> None:
        if self.how != "memory":
            os.kill(os.getpid(), signal.Signals[self.how])
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, resource.RLIM_INFINITY))
        taken = []
        while True:
            taken.append(bytearray(1 << 26))


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


def built(name: str, folder: str, mode: str, how: str = "SIGKILL") -> dict[str, object]:
    """Return the page and the problems of the briefing."""
    settings = Settings(themes=(Theme("The dam", ("dam",)), Theme("Sky", ("meteor",))), words=300)
    task = assembly.task(settings)
    task = type(task)(task.themes, Deadly(folder, mode, how), task.budget)
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
