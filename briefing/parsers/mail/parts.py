"""Take a mail apart: what it says itself, the messages in it, the files that come with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from briefing.parsers.charset import decoded

DEEPEST, MOST = 30, 1_000
"""Levels of parts, and parts of one mail: mail programs make five and some dozens."""

_NO_NEWS = (
    "image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard", "text/css",
    "text/rfc822-headers", "message/delivery-status", "message/disposition-notification",
)  # fmt: skip
_SIGNS = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


@dataclass(frozen=True, slots=True)
class Words:
    """A part of the mail's own words, as plain text and as HTML: both where it comes as both.

    (A message is asked whether it is None, for one without headers counts as nothing.)
    """

    plain: EmailMessage | None = None
    html: EmailMessage | None = None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A message in the message; `in_digest` says that the outer one is no more than its cover."""

    message: EmailMessage
    in_digest: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with it."""

    name: str
    kind: str
    part: EmailMessage


@dataclass(frozen=True, slots=True)
class Unread:
    """What cannot be taken apart, why not, and what to do."""

    what: str
    remedy: str


Part = Words | Enclosed | Attached | Unread

_ENDLESS = Unread("has too many parts, or they are nested too deeply", "leave it out")
_TORN = Unread("damaged: its parts cannot be told apart", "save it again, or get it anew")


def parts(message: EmailMessage) -> Iterator[Part]:
    """Yield what a message is made of, in order."""
    for number, part in enumerate(_parts(message, 0)):
        if number >= MOST:
            yield _ENDLESS
            return
        yield part


def payload(part: EmailMessage) -> bytes:
    """Return a part's bytes as they were before they were encoded for the mail."""
    content: Any = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def characters(part: EmailMessage) -> str:
    """Return a text part's characters, whatever charset it names."""
    charset = part.get_param("charset", "")
    return decoded(payload(part), charset if isinstance(charset, str) else "")


def _parts(part: EmailMessage, depth: int) -> Iterator[Part]:
    kind = part.get_content_type()
    inner = _inner(part)
    if depth > DEEPEST:
        yield _ENDLESS
    elif kind.startswith("multipart/") and not part.is_multipart():
        yield _TORN
    elif kind == "message/rfc822":
        yield from (Enclosed(message) for message in inner)
    elif kind == "multipart/digest":
        yield from (Enclosed(m, in_digest=True) for outer in inner for m in (_inner(outer) or [outer]))
    elif kind == "multipart/encrypted" or kind in _SEALED:
        how = "OpenPGP" if kind == "multipart/encrypted" else "S/MIME"
        yield Unread(f"encrypted ({how})", "save its text from the mail program")
    elif kind == "multipart/alternative":
        yield from _alternatives([found for one in inner for found in _parts(one, depth + 1)])
    elif kind in ("multipart/signed", "multipart/related"):
        yield from (found for one in inner[:1] for found in _parts(one, depth + 1))
    elif part.is_multipart():
        yield from (found for one in inner for found in _parts(one, depth + 1))
    else:
        yield from _leaf(part, kind)


def _inner(part: EmailMessage) -> list[EmailMessage]:
    content: Any = part.get_payload()
    return content if isinstance(content, list) else []


def _alternatives(found: list[Part]) -> Iterator[Part]:
    """Yield one part of words for all the ways in which they are said, then what else there is."""
    words = [part for part in found if isinstance(part, Words)]
    plain = next((part.plain for part in words if part.plain is not None), None)
    html = next((part.html for part in words if part.html is not None), None)
    if words:
        yield Words(plain, html)
    yield from (part for part in found if not isinstance(part, Words))


def _leaf(part: EmailMessage, kind: str) -> Iterator[Part]:
    name = _name(part)
    is_file = part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/"))
    if kind == "text/plain" and not is_file:
        yield Words(plain=part)
    elif kind in ("text/html", "application/xhtml+xml") and part.get_content_disposition() != "attachment":
        yield Words(html=part)
    elif kind not in _SIGNS and not kind.startswith(_NO_NEWS):
        yield Attached(name, kind, part)


def _name(part: EmailMessage) -> str:
    """Return the file name that a part gives itself, on one line: a name, never a path."""
    try:
        name = part.get_filename() or ""
    except Exception:  # hostile parameters raise from LookupError to RecursionError
        return ""
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split())
