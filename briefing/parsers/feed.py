"""Feeds: RSS 0.9 to 2.0 and Atom through feedparser, to which this is the only door, and JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
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

Said = Mapping[str, Any]


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return a document for each entry of a feed; only what stands in the feed, nothing is fetched."""
    text = NO_XML.sub("", decoded(data, hints.charset)).lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        return of_json(text, hints)
    if not text:
        return Parsed(problems=(Problem(hints.where, "is empty where a feed should be", "check the address"),))
    found = _parsed(text, hints.address)
    if not found.version and not found.entries:
        return _no_feed(text, hints)
    title = _plain(found.feed.get("title_detail"))
    entries = [_entry(entry, found, title, hints.address) for entry in found.entries]
    documents, problems = as_documents(
        entries, hints.where, _stated(found.feed, "updated") or _stated(found.feed, "published")
    )
    if not _END.search(text):
        problems.append(
            Problem(hints.where, "the feed breaks off; what its last entry lacks is sought on its page", "try later")
        )
        documents = (*documents[:-1], *(Document(d.text, d.stated, is_whole=False) for d in documents[-1:]))
    return Parsed(documents, tuple(problems), title)


def _parsed(text: str, address: str) -> Any:
    """Return what feedparser makes of a feed. It is given a stream: bytes alone it would take for a path, too."""
    import feedparser

    beginning = _BEGINNING.search(text[:10_000])
    stream = BytesIO(text[beginning.start() if beginning else 0 :].encode())
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address or "about:blank"}
    return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)


def _entry(entry: Said, found: Any, title: str, address: str) -> Entry:
    feed: Said = found.feed
    published = _stated(entry, "published")
    updated = _stated(entry, "updated")
    if not found.version.startswith("atom") and not published:
        published, updated = updated, ""  # RSS has one date only, which feedparser calls so where it is Dublin Core's
    contents = [_text(content) for content in entry.get("content", ())]
    summary = _text(entry.get("summary_detail"))
    link = first([entry.get("feedburner_origlink"), entry.get("link")])
    return Entry(
        id=first([entry.get("id")]),
        link=absolute(address or first([feed.get("link")]), link),
        title=_plain(entry.get("title_detail")),
        date=published,
        updated=updated,
        content=max(contents, key=len, default=""),
        summary=summary,
        source=_plain(entry.get("source", {}).get("title_detail"))
        or first([entry.get("source", {}).get("title")])
        or title,
        language=first(
            [*(c.get("language") for c in entry.get("content", ())), entry.get("language"), feed.get("language")]
        ),
    )


def _text(detail: Said | None) -> str:
    """Return a construct of text as plain paragraphs; what Atom calls text is no markup, though it may look like it."""
    value = first([(detail or {}).get("value")])
    return text_of(value) if detail and (detail.get("type") in _MARKUP or "&" in value) else value


def _plain(detail: Said | None) -> str:
    return " ".join(_text(detail).split())


def _stated(said: Said, key: str) -> str:
    """Return a date as ISO 8601, in the zone that it states, "" if there is none that can be understood."""
    raw = first([said.get(key)])
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(raw)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment.isoformat() if ":" in raw else moment.date().isoformat()
    return strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed) if (parsed := said.get(f"{key}_parsed")) else ""


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
