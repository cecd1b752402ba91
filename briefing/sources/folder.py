"""A folder as a source: its articles, and those of the folders in it, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from briefing.errors import SourceError
from briefing.model import Problem
from briefing.plugins import Shard
from briefing.sources.contents import Unreadable, shown, unreadable
from briefing.sources.file import File
from briefing.sources.maildir import is_in_maildir, is_maildir
from briefing.sources.names import NOT_NEWS, is_known, is_of_page, saved_pages


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below `path` whose type is known and that match one of `patterns` ("**/*.txt"), if there are any.

    A pattern that names another suffix ("*.text") asks for it. Hidden files, READMEs, settings, pages of our own and
    the folders in `excluded` (absolute paths) are passed over. Links are followed to files inside the folder only: the
    folder may be a stranger's, and a link could lead to what is not meant for a page. Of a Maildir the mails in `new`
    and `cur` are read, whatever their names, and the folder that a browser saves beside a page is not searched.
    """

    path: str
    patterns: tuple[str, ...] = ()
    language: str = "en"
    excluded: tuple[str, ...] = ()
    separator: str = ""

    def shards(self) -> Iterator[Shard]:
        """Return a shard a file and one for each place that cannot be read; raises SourceError if this is no folder."""
        root = os.path.abspath(self.path)  # noqa: PTH100  (`absolute()` keeps "..")
        if not os.path.isdir(root):  # noqa: PTH112  (unlike `is_dir()` it never raises)
            raise SourceError(f"{shown(root)}: no such folder, or not yours to read")
        return self._found(root)

    def _found(self, root: str) -> Iterator[Shard]:
        """Yield the shards; where patterns fit nothing at all, say so, for they may be misspelt."""
        nothing = True
        for shard in self._walked(root):
            nothing = False
            yield shard
        if nothing and self.patterns:
            where = shown(os.path.join(root, self.patterns[0]))  # noqa: PTH118  (a pattern is no path)
            yield Unreadable(Problem(where, "no file matches this pattern", "check how it is written"))

    def _walked(self, root: str) -> Iterator[Shard]:
        pending = [root]
        while pending:
            folder = pending.pop()
            try:
                with os.scandir(folder) as found:
                    entries = sorted(found, key=lambda entry: entry.name)
            except OSError as error:
                yield Unreadable(unreadable(shown(folder), error))
                continue
            for entry in entries:
                yield from self._file(entry, root)
            pages = saved_pages([entry.name for entry in entries])
            unfinished = os.path.join(folder, "tmp") if is_maildir(folder) else ""  # noqa: PTH118
            searched = (entry for entry in reversed(entries) if entry.path != unfinished)
            pending += (entry.path for entry in searched if self._is_searched(entry, pages))

    def _is_searched(self, entry: os.DirEntry[str], pages: frozenset[str]) -> bool:
        is_folder = entry.is_dir(follow_symlinks=False) and not is_of_page(entry.name, pages)
        return is_folder and not entry.name.startswith(".") and entry.path not in self.excluded

    def _file(self, entry: os.DirEntry[str], root: str) -> Iterator[Shard]:
        if NOT_NEWS.fullmatch(entry.name) or entry.is_dir(follow_symlinks=False):
            return
        if problem := obstacle(entry, root):
            yield Unreadable(problem)
        elif not entry.is_dir() and self._is_wanted(entry.path, root):
            yield from File(entry.path, self.language, skips_pages=True, separator=self.separator).shards()

    def _is_wanted(self, path: str, root: str) -> bool:
        suffix = PurePath(path).suffix.lower()
        parts = PurePath(path).relative_to(root).parts
        is_read = is_known(path) or is_in_maildir(path)
        if not self.patterns:
            return is_read
        fitting = [pattern for pattern in self.patterns if _matches(parts, PurePath(pattern).parts)]
        return any(is_read or suffix == PurePath(pattern).suffix.lower() != "" for pattern in fitting)


def obstacle(entry: os.DirEntry[str] | Path, root: str) -> Problem | None:
    """Return why a thing that is no plain folder cannot be read, or None for files and for links to what is read."""
    where = shown(os.fspath(entry))
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
        entry.stat()
    except OSError as error:
        return unreadable(where, error)
    if not is_folder and not is_file:
        return Problem(where, "neither a file nor a folder", "take it out of the folder")
    return _astray(entry, root, where) if entry.is_symlink() else None


def _astray(entry: os.DirEntry[str] | Path, root: str, where: str) -> Problem | None:
    """Return what is wrong with a link, or None: to a folder that is read anyway it needs no following."""
    target, here = Path(entry).resolve(), Path(root).resolve()
    if not target.is_relative_to(here):
        return Problem(where, "a link that leads out of the folder", "name what it leads to as a source")
    if entry.is_dir() and Path(entry).parent.resolve().is_relative_to(target):
        return Problem(where, "a link to a folder that it lies in", "delete it")
    return None


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path's parts match a pattern's, of which `**` stands for any number."""
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_matches(parts[k:], pattern[1:]) for k in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches(parts[1:], pattern[1:])
