"""JSON Feed 1.0 and 1.1 (https://jsonfeed.org), where anything may be missing, null or of another type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefing.model import Problem
from briefing.parsers.entries import Entry, as_documents, first
from briefing.parsers.fragment import text_of
from briefing.parsers.html.statements import absolute
from briefing.parsers.parsed import Hints, Parsed


def of_json(text: str, hints: Hints) -> Parsed:
    """Return the entries of a JSON Feed, or a problem if this is none."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        feed = None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Parsed(
            problems=(Problem(hints.where, "is no feed: neither RSS nor Atom nor JSON Feed", "check the address"),)
        )
    title = _plain(feed.get("title"))
    usable = [item for item in feed["items"] if isinstance(item, dict)]
    found, problems = as_documents([_entry(item, feed, title, hints) for item in usable], hints.where)
    if lost := len(feed["items"]) - len(usable):
        problems.append(Problem(hints.where, f"{lost:,} of its items are no JSON objects", "tell the publisher"))
    return Parsed(found, tuple(problems), title)


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any], title: str, hints: Hints) -> Entry:
    base = hints.address or first([feed.get("home_page_url"), feed.get("feed_url")])
    known = item.get("id")
    return Entry(
        id=str(known) if isinstance(known, int | float) and not isinstance(known, bool) else first([known]),
        link=absolute(base, first([item.get("url"), item.get("external_url")])),
        title=_plain(item.get("title")),
        date=first([item.get("date_published")]),
        updated=first([item.get("date_modified")]),
        content=text_of(first([item.get("content_html")])) or first([item.get("content_text")]),
        summary=text_of(first([item.get("summary")])),
        source=title,
        language=first([item.get("language"), feed.get("language")]),
    )


def _plain(value: object) -> str:
    return " ".join(text_of(first([value])).split())
