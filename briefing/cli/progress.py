"""Progress on a terminal, and only there; and what was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

import click

from briefing.cli.request import Request
from briefing.pipeline import Numbered, Task
from briefing.plugins import Executor, Told, untold

S = TypeVar("S")
T = TypeVar("T")

# A pile of fewer shards is done within two seconds or so (some 25 articles a second), before a bar could be read.
WORTH_A_BAR = 50


@dataclass(frozen=True)
class _Watched:
    executor: Executor
    passes: Iterator[int] = field(default_factory=lambda: count(1))

    def fold(
        self, work: Callable[[S], T], shards: Iterable[S], merge: Callable[[T, T], T], empty: T, *, told: Told = untold
    ) -> T:
        """Fold as the executor does, with a bar on standard error that moves as shards are done, wherever that is."""
        listed = list(shards)
        label = f"Reading, pass {next(self.passes)}"
        if len(listed) < WORTH_A_BAR:
            return self.executor.fold(work, listed, merge, empty, told=told)
        with click.progressbar(length=len(listed), label=label, file=sys.stderr) as bar:
            return self.executor.fold(work, listed, merge, empty, told=bar.update)


def watched(executor: Executor, *, quiet: bool) -> Executor:
    """Return the executor, showing its progress where somebody sees it."""
    return executor if quiet or not sys.stderr.isatty() else _Watched(executor)


def tell_read(request: Request, task: Task, shards: Sequence[Numbered], executor: Executor) -> None:
    """Say how many articles are read and how many are known from earlier runs, if the user wants to know that much."""
    if request.verbose and not request.quiet:
        from briefing.pipeline.reading import count_read

        read, kept = count_read(task, shards, executor)
        request.tell(f"{read:,} read, {kept:,} from the cache")


def passing(*, quiet: bool) -> Callable[[Sequence[T], str], Iterable[T]]:
    """Return a function that passes items through, with a labelled bar where somebody sees it."""
    return _unseen if quiet or not sys.stderr.isatty() else _seen


def _unseen(items: Sequence[T], _label: str) -> Iterable[T]:
    return items


def _seen(items: Sequence[T], label: str) -> Iterator[T]:
    if len(items) < WORTH_A_BAR:
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
