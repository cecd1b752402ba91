"""Articles of the formats that are parsed in a worker: pages, PDF, Word documents, mails, feeds."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Article, Location, Problem
from briefing.parsers.kinds import Kind
from briefing.parsers.parsed import Document, Hints, Parsed
from briefing.parsers.worker import parse
from briefing.sources.contents import shown
from briefing.sources.manner import Manner
from briefing.sources.metadata import usable
from briefing.sources.numbered import numbered


def articles(kind: Kind, data: bytes, path: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield the articles that a file's bytes hold, numbered if there are several, and the problems met."""
    yield from numbered(found(kind, data, path, manner), path)


def found(kind: Kind, data: bytes, path: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield the same without numbers, for a file that holds several such."""
    where = shown(path)
    parsed = _parsed(kind, data, where)
    for document in parsed.documents:
        yield from _article(document, path, where, manner)
    yield from parsed.problems
    if not parsed.documents and not parsed.problems:
        yield Problem(where, "holds no article", "leave it out")


def _parsed(kind: Kind, data: bytes, where: str) -> Parsed:
    """Return what the worker says; of a mail that it cannot take, because of a file in it, what the mail says."""
    parsed = parse(kind, data, Hints(where))
    if kind == "mail" and not parsed.documents:
        alone = parse("letter", data, Hints(where))
        return alone if alone.documents else parsed
    return parsed


def _article(document: Document, path: str, where: str, manner: Manner) -> Iterator[Article | Problem]:
    if not document.is_whole:
        title = document.stated.get("title", "an article")
        yield Problem(where, f"holds only a summary of “{title}”", "name the address of the feed as a source")
    else:
        yield from usable(document.text, document.stated, Location(path), where, language=manner.language)
