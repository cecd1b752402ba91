"""What stands at an address, whatever kind of thing it turns out to be."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from briefing.collect.parsing import parse
from briefing.fetchers.answers import Answer
from briefing.model import Problem
from briefing.parsers.kinds import Kind, kind_of
from briefing.parsers.parsed import Document, Hints, Parsed
from briefing.sources.decode import decode

_TAIL = 2_000
"""Bytes: behind a page's end some programs write how long they took."""

_READ: frozenset[Kind] = frozenset({"html", "feed", "feeds", "pdf", "docx", "mail"})


def read(answer: Answer, where: str) -> tuple[Kind, Parsed]:
    """Return the kind of what a server gave, and what it says; `where` names it in problems."""
    name = urlsplit(answer.address).path.rpartition("/")[2]
    kind = kind_of(answer.data, name=name, content_type=answer.content_type)
    if kind in _READ:
        parsed = parse(kind, answer.data, Hints(where, answer.address, answer.charset))
        return kind, replace(parsed, is_cut=parsed.is_cut or (kind == "html" and _is_cut(answer)))
    if kind == "text":
        text = decode(answer.data, where)
        return kind, Parsed(problems=(text,)) if isinstance(text, Problem) else Parsed((Document(text),))
    what = f"is neither a feed nor an article, but {kind}"
    return kind, Parsed(problems=(Problem(where, what, "download it, and name the file as a source"),))


def _is_cut(answer: Answer) -> bool:
    """Whether neither the server nor the page itself says that this is its end."""
    return not answer.has_end and b"</html" not in answer.data[-_TAIL:].lower()


def failing(parsed: Parsed) -> tuple[str, str]:
    """Return what to say, and to do, where bytes hold nothing that can be used."""
    if parsed.problems:
        return parsed.problems[0].what, parsed.problems[0].remedy
    if parsed.links:
        return "holds no article", f"name one of the feeds that it offers: {', '.join(parsed.links[:3])}"
    return "holds no article", "name a feed, or the page of one article"
