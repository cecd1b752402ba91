"""Open files that may be anything: never hang on a pipe, never fill the memory, never raise."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from briefing.model import Article, Problem
from briefing.model.naming import is_remote
from briefing.sources.decode import LARGEST

PACK_AGAIN = "pack it again, or get it anew"
DAMAGED = "damaged: it cannot be unpacked", PACK_AGAIN
NO_TEXT = "no column is named “text”", "name the columns in the first row: text, title, date"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A shard that holds no article, only why."""

    problem: Problem

    def read(self) -> Iterator[Article | Problem]:
        """Yield the problem."""
        yield self.problem


def shown(path: str) -> str:
    """Return a path as one printable line: line breaks, control and direction characters as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def opened(path: str) -> BinaryIO | Problem:
    """Return the regular file, open for reading bytes, or why it cannot be read."""
    where = shown(path)
    if is_remote(path):
        from briefing.sources import from_fsspec

        return from_fsspec.opened(path)
    try:
        path.encode()
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return Problem(
                where, "not a file but a folder, pipe or device", "give its text as a file or by standard input"
            )
        return Path(path).open("rb")
    except UnicodeEncodeError:
        what = f"holds a file whose name is not UTF-8, so that no page could point to it: {PurePath(where).name}"
        return Problem(shown(str(Path(path).parent)), what, "rename it")
    except OSError as error:
        return unreadable(where, error)


def size_of(path: str) -> int:
    """Return how many bytes the file has, or 0 where there is none."""
    if is_remote(path):
        from briefing.sources import from_fsspec

        return from_fsspec.size_of(path)
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def read_as(path: str, read: Callable[[BinaryIO], Iterable[Article | Problem]]) -> Iterator[Article | Problem]:
    """Yield what is read of the file at a path, or why it cannot be."""
    stream = opened(path)
    if isinstance(stream, Problem):
        yield stream
        return
    try:
        with stream:
            yield from read(stream)
    except OSError as error:
        yield unreadable(shown(path), error)


def contents(path: str) -> bytes | Problem:
    """Return the file's bytes, at most one more than the largest that `decode` takes, or why it cannot be read."""
    stream = opened(path)
    if isinstance(stream, Problem):
        return stream
    try:
        with stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        return unreadable(shown(path), error)


def missing(package: str, extra: str) -> tuple[str, str]:
    """Return what is wrong where a package is needed that is not there, and what to do."""
    return f"cannot be read: {package} is not installed", f"pip install 'briefing[{extra}]'"


def unreadable(where: str, error: OSError) -> Problem:
    """Return the system's own reason as a problem."""
    reason = (error.strerror or str(error)).lower()
    return Problem(where, f"cannot be read: {reason}", "check that it exists and that you may read it")
