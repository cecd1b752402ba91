"""Tell what kind of file some bytes are: by what they begin with; by name or type only where that leaves it open."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal, NamedTuple

Kind = Literal[
    "html", "feed", "feeds", "pdf", "docx", "mail", "letter", "mbox", "zip", "gzip", "zstd", "parquet", "jsonl", "csv",
    "text", "unknown",
]  # fmt: skip
"""A letter is a mail without the files that came with it: asked for where one of them has ended the parser."""

_PREFIX = 16_384
"""Bytes that are looked at: pages may have a licence before their first element, mails a page of Received lines."""

_TAIL = 66_000  # bytes; a ZIP's list of files stands at its end, behind it at most a comment of 65,535 bytes

_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d\.\d")
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PAR1", "parquet"),
    (b"{\\rtf", "unknown"),
    (b"\xd0\xcf\x11\xe0", "unknown"),
    (b"\x89PNG", "unknown"),
    (b"\xff\xd8\xff", "unknown"),
    (b"GIF8", "unknown"),
    (b"%!PS", "unknown"),
)
_ROOTS: dict[str, Kind] = {
    "html": "html",
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "channel": "feed",
    "opml": "feeds",
    **dict.fromkeys(
        ("head", "body", "title", "meta", "div", "p", "article", "table", "script", "style", "link"), "html"
    ),
}
_HINTS: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", "text/html", "application/xhtml+xml"), "html"),
    **dict.fromkeys((".rss", ".atom", "application/rss+xml", "application/atom+xml", "application/rdf+xml"), "feed"),
    **dict.fromkeys((".eml", "message/rfc822"), "mail"),
    **dict.fromkeys((".mbox", "application/mbox"), "mbox"),
    **dict.fromkeys((".jsonl", ".ndjson", "application/x-ndjson", "application/jsonl"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv", "text/csv", "text/tab-separated-values"), "csv"),
}

_SKIPPED = re.compile(
    r"\s+|<\?.{0,4000}?\?>|<!--.{0,8000}?-->|<!DOCTYPE\s+(?!html\b)[^\[>]{0,400}(?:\[[^\]]{0,8000}\]\s{0,99})?>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:!DOCTYPE\s+(html)\b|(?:[\w.-]{1,30}:)?([a-z][a-z0-9]{0,20})(?=[\s/>]))", re.IGNORECASE)
_ENVELOPE = re.compile(
    r"From \S[^\n]{0,200}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d[^\n]{0,40}"
    r"\n>?[A-Za-z][\w-]{1,60}:"
)
_HEADER = re.compile(r"([!-9;-~]{1,76}):[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)")
_ONLY_IN_MAIL = frozenset({"message-id", "received", "mime-version", "return-path", "delivered-to", "dkim-signature"})
_SAVED_PAGE = re.compile(r"^(?:snapshot-content-location:|from: <saved by )", re.IGNORECASE | re.MULTILINE)
_JSON_FEED = re.compile(r'"version"\s{0,9}:\s{0,9}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}[\s/>]", re.IGNORECASE)


class _Seen(NamedTuple):
    """What is looked at: the beginning as text, and what name and type say."""

    head: str
    hinted: Kind | None


def kind_of(data: bytes, *, name: str = "", content_type: str = "") -> Kind:
    """Return the kind, "unknown" for what is neither text nor a format read here; linear in a bounded prefix."""
    if data[:1024].lstrip().startswith(b"%PDF-") or (_PDF.search(data[:1024]) and b" obj" in data[:_PREFIX]):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx" if b"word/document" in data[:_PREFIX] or b"word/document" in data[-_TAIL:] else "zip"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    head = _head(data[:_PREFIX])
    if "\0" in head:
        return "unknown"
    hinted = _HINTS.get(content_type.partition(";")[0].strip().lower()) or _HINTS.get(PurePath(name.lower()).suffix)
    seen = _Seen(head, hinted)
    return _by_root(seen) or _by_headers(seen) or _by_hint(seen) or "text"


def _head(prefix: bytes) -> str:
    """Return the beginning with its ASCII readable, whatever its encoding; NUL is in it only if it is binary."""
    if prefix.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(prefix):
        prefix = prefix.replace(b"\0", b"")
    text = prefix.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").decode("latin-1")
    return text.replace("\r\n", "\n").lstrip()


def _is_wide(prefix: bytes) -> bool:
    half = len(prefix) // 2
    return half >= 16 and max(prefix[::2].count(0), prefix[1::2].count(0)) >= 0.7 * half > 0 and b"\0\0" not in prefix


def _by_root(seen: _Seen) -> Kind | None:
    """By the first element, behind declarations and comments."""
    place = 0
    while skipped := _SKIPPED.match(seen.head, place):
        place = skipped.end()
    found = _ROOT.match(seen.head, place)
    if found is None:
        return "unknown" if seen.head.startswith("<?xml") and seen.hinted is None else None
    kind = _ROOTS.get((found[1] or found[2]).lower())
    if kind is None and seen.head.startswith("<?xml"):
        return "unknown"
    return kind


def _by_headers(seen: _Seen) -> Kind | None:
    """By an envelope, or a block of headers of which one stands in mail alone: articles too begin "Subject: …"."""
    if _ENVELOPE.match(seen.head):
        return "mbox"
    names, place = set(), 0
    while header := _HEADER.match(seen.head, place):
        names.add(header[1].lower())
        place = header.end()
    if not names:
        return None
    if "mime-version" in names and _SAVED_PAGE.search(seen.head, 0, place):
        return "html"
    is_mail = "from" in names and bool(names & _ONLY_IN_MAIL)
    return "mail" if is_mail or seen.hinted == "mail" else None


def _by_hint(seen: _Seen) -> Kind | None:
    """By name or type, where the content bears it out."""
    if seen.head.startswith("{") and _JSON_FEED.search(seen.head):
        return "feed"
    return seen.hinted if seen.hinted and seen.hinted in _BORNE_OUT and _BORNE_OUT[seen.hinted](seen.head) else None


def _is_table(head: str) -> bool:
    line = head.partition("\n")[0]
    return any(mark in line for mark in ",;\t|")


_BORNE_OUT: dict[Kind, Callable[[str], bool]] = {
    "html": lambda head: bool(_TAG.search(head)),
    "feed": lambda head: bool(re.search(r"<(?:rss|feed|channel|[\w.-]{1,30}:RDF)\b", head)),
    "jsonl": lambda head: head.startswith("{"),
    "csv": _is_table,
}
