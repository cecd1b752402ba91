"""Feeds: RSS 0.9 to 2.0 and Atom through feedparser, to which this is the only door, and JSON Feed."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from time import strftime
from typing import Any

from briefing.model import Problem
from briefing.parsers.charset import decoded
from briefing.parsers.entries import Entry, as_documents, first
from briefing.parsers.fragment import NO_XML, text_of
from briefing.parsers.html.main_text import tree_of
from briefing.parsers.html.statements import absolute, feeds
from briefing.parsers.json_feed import of_json
from briefing.parsers.parsed import Document, Hints, Parsed

_BEGINNING = re.compile(r"<\?xml|<!DOCTYPE|<rss\b|<feed\b|<\w{1,20}:RDF\b|<channel\b", re.IGNORECASE)
_END = re.compile(
    r"</(?:rss|feed|channel|[\w-]{1,20}:(?:RDF|feed|rss))\s*>\s*(?:<!--.{0,2000}?-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)
_MARKUP = frozenset({"text/html", "application/xhtml+xml"})

Said = dict[str, Any]


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return a document for each entry of a feed; only what stands in the feed, nothing is fetched."""
    text = NO_XML.sub("", decoded(data, hints.charset)).lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return of_json(text, hints)
    if not text:
        return Parsed(problems=(Problem(hints.where, "is empty where a feed should be", "check the address"),))
    found = _parsed(text)
    if not found.version and not found.entries:
        return _no_feed(text, hints)
    title = _line(found.feed.get("title_detail"), found.version)
    entries = [_entry(entry, found, title, hints.address) for entry in found.entries]
    built = _stated(found.feed, "updated") or _stated(found.feed, "published")
    read, problems = as_documents(entries, hints.where, built)
    is_cut = not _END.search(text[-5000:])
    if is_cut:
        problems.append(
            Problem(
                hints.where,
                "the feed breaks off; what its last entry lacks is sought on its page",
                "tell the publisher",
            )
        )
        read = (*read[:-1], *(Document(d.text, d.stated, is_whole=False) for d in read[-1:]))
    return Parsed(read, tuple(problems), title, is_cut=is_cut)


def _parsed(text: str) -> Any:
    """Return what feedparser makes of a feed. It is given a stream: bytes alone it would take for a path, too."""
    import feedparser

    beginning = _BEGINNING.search(text[:10_000])
    stream = BytesIO(text[beginning.start() if beginning else 0 :].encode())
    headers = {"content-type": "application/xml; charset=utf-8"}  # no address: ids would be resolved against it, too
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _entry(entry: Said, found: Any, title: str, address: str) -> Entry:
    feed: Said = found.feed
    published, updated = _stated(entry, "published"), _stated(entry, "updated")
    if not found.version.startswith("atom") and not published:
        published, updated = updated, ""  # RSS has one date only, which feedparser calls so where it is Dublin Core's
    contents, source = entry.get("content", ()), entry.get("source", {})
    details = (*contents, entry.get("summary_detail", {}), entry.get("title_detail", {}))
    return Entry(
        id=first([entry.get("id")]),
        link=absolute(address or first([feed.get("link")]), _link(entry)),
        title=_line(entry.get("title_detail"), found.version),
        date=published,
        updated=updated,
        content=max((_text(content, found.version) for content in contents), key=len, default=""),
        summary=_text(entry.get("summary_detail"), found.version),
        source=_line(source.get("title_detail"), found.version) or first([source.get("title"), title]),
        language=first([*(detail.get("language") for detail in details), feed.get("language")]),
    )


def _link(entry: Said) -> str:
    """Return the link as it stands; an id for want of a link is one only if it is an address."""
    link = first([entry.get("feedburner_origlink"), entry.get("link")])
    return link if link != entry.get("id") or "://" in link else ""


def _text(detail: Said | None, version: str) -> str:
    """Return a construct of text as paragraphs. Atom says what is markup; in RSS everything may be."""
    value = first([detail.get("value")]) if detail else ""
    if detail and version.startswith("atom") and detail.get("type") not in _MARKUP:
        return unescape(value)
    return text_of(value)


def _line(detail: Said | None, version: str) -> str:
    return " ".join(_text(detail, version).split())


def _stated(said: Said, key: str) -> str:
    """Return a date as ISO 8601, in the zone that it states; as it stands where it cannot be understood.

    By `dict.get`, for feedparser's own answers to one key with another's value.
    """
    raw = first([dict.get(said, key)])
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(raw)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment.isoformat() if ":" in raw else moment.date().isoformat()
    parsed = dict.get(said, f"{key}_parsed")
    return strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed) if parsed else raw


def _no_feed(text: str, hints: Hints) -> Parsed:
    """Say what this is instead, and where a page's feeds are."""
    tree = tree_of(text) if re.search(r"<(?:html|head|body|!doctype html)\b", text[:20_000], re.IGNORECASE) else None
    if tree is None:
        return Parsed(
            problems=(Problem(hints.where, "is no feed: neither RSS nor Atom nor JSON Feed", "check the address"),)
        )
    offered = feeds(tree, hints.address)
    remedy = f"name one of the feeds that it offers: {', '.join(offered[:5])}" if offered else "check the address"
    return Parsed(problems=(Problem(hints.where, "is a web page, no feed", remedy),), links=offered)
