"""Read the files in a .zip archive, where they are: nothing is unpacked to the disk, and no name of one is a path."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefing.model import Article, Problem
from briefing.parsers.titled import titled
from briefing.sources.bounded import MOST, Bounded
from briefing.sources.contents import DAMAGED, PACK_AGAIN, shown
from briefing.sources.names import is_news, without_page_parts
from briefing.sources.numbered import numbered
from briefing.sources.packed import Read

MOST_MEMBERS = 10_000
_SHOWN = 5  # names in a problem

_FAILURES = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for damage, for ways of packing that it does not know, and for a password that it lacks."""


def articles(stream: IO[bytes], path: str, read: Read) -> Iterator[Article | Problem]:
    """Yield the articles of all members whose names are those of news, numbered through, and the problems met."""
    yield from numbered(_found(stream, path, read), path)


def _found(stream: IO[bytes], path: str, read: Read) -> Iterator[Article | Problem]:
    where = shown(path)
    try:
        with ZipFile(stream) as archive:
            members = archive.infolist()
            wanted, problems = _wanted(members, where)
            yield from problems
            for member in wanted:
                yield from _member(archive, member, path, read)
    except _FAILURES:
        yield Problem(where, *DAMAGED)


def _wanted(members: list[ZipInfo], where: str) -> tuple[list[ZipInfo], list[Problem]]:
    """Return the members that are read: of several with one name the last, as when they are unpacked."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST:
        return [], [Problem(where, f"holds more than {MOST_MEMBERS:,} files, or {MOST:,} bytes", "split it")]
    names = [member.filename for member in members if not member.is_dir() and is_news(member.filename)]
    read = without_page_parts(names)
    news = {member.filename: member for member in members if member.filename in read}
    sealed = [m.filename for m in news.values() if m.flag_bits & 1]
    twice = [name for name, count in Counter(names).items() if count > 1]
    problems = []
    if sealed:
        problems.append(Problem(where, f"encrypted in it: {_some(sealed)}", "pack it without a password"))
    if twice:
        problems.append(Problem(where, f"more than once in it, of which the last is read: {_some(twice)}", PACK_AGAIN))
    if not news:
        problems.append(Problem(where, "holds no file of a kind that is read", "leave it out"))
    return [member for member in news.values() if not member.flag_bits & 1], problems


def _some(names: list[str]) -> str:
    return ", ".join([*map(shown, names[:_SHOWN]), *["…"] * (len(names) > _SHOWN)])


def _member(archive: ZipFile, member: ZipInfo, path: str, read: Read) -> Iterator[Article | Problem]:
    """Yield a member's articles; one that is the only one is named for it."""
    name = shown(member.filename)
    try:
        with archive.open(member) as opened:
            for item in read(Bounded(opened, member.compress_size), name, name):
                yield _named(item, PurePosixPath(name.replace("\\", "/")), path)
    except _FAILURES:
        yield _of_member(Problem(name, *DAMAGED), path)
    except OSError as error:
        yield _of_member(Problem(name, str(error.strerror or error), "leave it out"), path)


def _of_member(problem: Problem, path: str) -> Problem:
    return replace(problem, where=shown(path), what=f"its member {problem.where}: {problem.what}")


def _named(item: Article | Problem, name: PurePosixPath, path: str) -> Article | Problem:
    if isinstance(item, Problem):
        return _of_member(item, path)
    if item.location.row:
        return item
    title = item.title or titled(item.text[item.body :], name.stem).get("title")
    return replace(item, id=item.id or name.name, title=title)
