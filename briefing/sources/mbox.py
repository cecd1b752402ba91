"""Read the mails of an mbox file one after the other: the file may be larger than the memory, a mail may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Article, Problem
from briefing.sources.bounded import Stream
from briefing.sources.contents import shown
from briefing.sources.decode import LARGEST
from briefing.sources.foreign import found
from briefing.sources.manner import Manner
from briefing.sources.numbered import numbered

_POSTMARK = re.compile(rb"From .*\d\d:\d\d")
"""What stands above each mail, behind a blank line: "From", a sender and a time. A line of a text that begins with
"From" has no time behind it, or was marked with ">" when it was stored (RFC 4155; "mboxrd")."""

_MARKED = re.compile(rb">+From ")
_LONGEST = 1_000_000  # bytes of a line that are read at once


def articles(stream: Stream, path: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield the articles of all mails, numbered through, and the problems met, each with its mail's number."""
    yield from numbered(_found(stream, path, manner), path)


def _found(stream: Stream, path: str, manner: Manner) -> Iterator[Article | Problem]:
    number = 0
    for number, mail in enumerate(mails(stream), start=1):
        if mail is None:
            yield _of_mail(number, Problem(shown(path), f"larger than {LARGEST:,} bytes", "split it into articles"))
            continue
        for item in found("mail", mail, path, manner):
            yield _of_mail(number, item) if isinstance(item, Problem) else item
    if not number:
        yield Problem(shown(path), "empty", "delete it, or fill it")


def _of_mail(number: int, problem: Problem) -> Problem:
    return replace(problem, what=f"its mail {number}: {problem.what}")


def mails(stream: Stream) -> Iterator[bytes | None]:
    """Yield each mail's bytes, None for one that is too large."""
    lines: list[bytes] = []
    size, after_blank = 0, True
    while line := stream.readline(_LONGEST):
        if after_blank and _POSTMARK.match(line):
            yield from _mail(lines, size)
            lines, size, after_blank = [], 0, False
            continue
        size += len(line)
        if size <= LARGEST:
            lines.append(line[1:] if _MARKED.match(line) else line)
        after_blank = not line.strip()
    yield from _mail(lines, size)


def _mail(lines: list[bytes], size: int) -> Iterator[bytes | None]:
    if size > LARGEST:
        yield None
    elif any(map(bytes.strip, lines)):
        yield b"".join(lines)
