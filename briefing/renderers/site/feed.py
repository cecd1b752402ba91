"""The editions as an Atom feed (RFC 4287), built as a tree: whatever a title holds, it is well-formed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefing.language.display import shown
from briefing.model.archive import FEED, INDEX, ArchivedEdition, Site
from briefing.renderers.words.formats import long_date
from briefing.version import VERSION

LATEST = 50
"""Editions in the feed: who reads it once a month misses none of a daily one."""

_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold besides the control characters, which `shown` has made visible.
_NO_XML = re.compile("[\ufffe\uffff]")


def feed(site: Site, content: Callable[[ArchivedEdition], str]) -> str:
    """Return the feed of the last editions; `content` gives the HTML that stands for one."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _say(root, "id", site.identity)
    _say(root, "title", shown(site.title))
    _say(root, "updated", _moment(max(e.made for e in site.editions)))
    _say(SubElement(root, "author"), "name", shown(site.title))
    _link(root, "self", site.base + FEED, "application/atom+xml")
    _link(root, "alternate", site.base + INDEX, "text/html")
    _say(root, "generator", "briefing", version=VERSION)
    for edition in site.editions[:LATEST]:
        _entry(root, site, edition, content(edition))
    indent(root, "")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def identity(*parts: str) -> str:
    """Return an IRI that is always the same for the same parts, and for no others."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(10).join(('briefing', *parts)))}"


def _entry(root: Element, site: Site, edition: ArchivedEdition, content: str) -> None:
    """A later revision is the same entry, updated."""
    entry = SubElement(root, "entry")
    _say(entry, "id", identity(site.identity, edition.day.isoformat()))
    _say(entry, "title", f"{shown(edition.title)}, {long_date(edition.day, site.language)}")
    _say(entry, "published", _moment(edition.first_made))
    _say(entry, "updated", _moment(edition.made))
    _link(entry, "alternate", site.base + edition.path, "text/html")
    _say(entry, "content", content, type="html")


def _say(parent: Element, name: str, text: str, **attributes: str) -> None:
    element = SubElement(parent, name, attributes)
    element.text = _NO_XML.sub("\ufffd", text)


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
