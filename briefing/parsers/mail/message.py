"""Put a mail's articles together: the only door to the standard library's parser of mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from briefing.model import Problem
from briefing.parsers.mail.attachments import attached
from briefing.parsers.mail.headers import raw, stated
from briefing.parsers.mail.parts import Attached, Enclosed, Part, Unread, Words, parts
from briefing.parsers.mail.words import said
from briefing.parsers.parsed import Document, Hints, Parsed

MOST = 1_000
"""Articles of one mail; a month's digest of a busy list has some hundred."""

_DEEPEST = 10  # messages in messages
_HEADERS = ("From", "Subject", "Date", "Message-ID", "Received", "Content-Type", "To", "Sender")

Item = Document | Problem


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return the articles of a mail: its own words, the messages in it, the files with it that can be read."""
    return _parsed(data, hints, with_files=True)


def without_attachments(data: bytes, hints: Hints) -> Parsed:
    """Return the same without the files: for where one of them has ended the parser."""
    left_out = Problem(
        hints.where, "its attachments cannot be read", "save them, and name as sources those that you trust"
    )
    parsed = _parsed(data, hints, with_files=False)
    return replace(parsed, problems=(*parsed.problems, left_out)) if parsed.documents else parsed


def _parsed(data: bytes, hints: Hints, *, with_files: bool) -> Parsed:
    try:
        message = message_from_bytes(data, policy=policy.default)
    except RecursionError:
        return Parsed(problems=(Problem(hints.where, "its parts are nested too deeply", "leave it out"),))
    if not any(raw(message, name) for name in _HEADERS):
        what = "no mail: it has neither sender nor subject nor date"
        return Parsed(problems=(Problem(hints.where, what, "save it from the mail program as .eml"),))
    found: list[Item] = []
    for item in _Mail(hints, with_files).items(message, 0):
        found.append(item)
        if len(found) > MOST:
            found.append(Problem(hints.where, f"holds more than {MOST:,} articles", "split it"))
            break
    texts = tuple(item for item in found if isinstance(item, Document))
    problems = tuple(item for item in found if isinstance(item, Problem))
    if not texts and not problems:
        problems = (Problem(hints.where, "holds no text", "leave it out"),)
    return Parsed(texts, problems)


@dataclass(frozen=True, slots=True)
class _Mail:
    hints: Hints
    with_files: bool

    def items(self, message: EmailMessage, depth: int) -> Iterator[Item]:
        """Yield a message's articles, each under its own name, and what could not be read."""
        found = list(parts(message))
        head = stated(message)
        cover = any(isinstance(part, Enclosed) and part.in_digest for part in found)
        words = [] if cover else [part for part in found if isinstance(part, Words)]
        own = list(said(words, message, self.hints))
        yield from _numbered([item for item in own if isinstance(item, Document)], head)
        yield from (item for item in own if isinstance(item, Problem))
        for part in found:
            yield from self._enclosed(part, depth)
        yield from attached([part for part in found if isinstance(part, Attached)], head, self.hints, self.with_files)

    def _enclosed(self, part: Part, depth: int) -> Iterator[Item]:
        if isinstance(part, Enclosed) and depth < _DEEPEST:
            yield from self.items(part.message, depth + 1)
        elif isinstance(part, Enclosed):
            yield Problem(self.hints.where, "has too many parts, or they are nested too deeply", "leave it out")
        elif isinstance(part, Unread):
            yield Problem(self.hints.where, part.what, part.remedy)


def _numbered(own: list[Document], head: dict[str, str]) -> Iterator[Document]:
    """Yield documents with what the mail states; of several each has an id of its own."""
    for number, document in enumerate(own, start=1):
        name = f"{head['id']}#{number}" if "id" in head and len(own) > 1 else head.get("id", "")
        yield replace(document, stated={**head, **({"id": name} if name else {}), **document.stated})
