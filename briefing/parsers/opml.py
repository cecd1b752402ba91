"""Lists of feeds in OPML 1 and 2: every outline, however deep, that names the address of a feed."""

from __future__ import annotations

from briefing.model import Problem
from briefing.parsers.blocks import Element
from briefing.parsers.charset import decoded
from briefing.parsers.fragment import NO_XML
from briefing.parsers.html.statements import absolute
from briefing.parsers.parsed import Hints, Parsed


def documents(data: bytes, hints: Hints) -> Parsed:
    """Return the addresses of the feeds, each once and in order, and the list's title."""
    root = _root(NO_XML.sub("", decoded(data, hints.charset)))
    if root is None or str(root.tag).lower() != "opml":
        return Parsed(
            problems=(Problem(hints.where, "is no list of feeds (OPML)", "leave it out: it may be damaged or hostile"),)
        )
    named = [address for element in root.iter() if (address := _address(element))]
    links = tuple(dict.fromkeys(filter(None, (absolute("", address) for address in named))))
    problems = []
    if strange := sum(not absolute("", address) for address in named):
        what = f"{strange:,} of its feeds have an address that is neither http nor https"
        problems.append(Problem(hints.where, what, "check the address"))
    title = next((element.text or "" for element in root.iter("title")), "")
    return Parsed(problems=tuple(problems), title=" ".join(title.split()), links=links)


def _address(element: Element) -> str:
    if str(element.tag).lower() != "outline":
        return ""
    return next((value.strip() for key, value in element.attrib.items() if key.lower() == "xmlurl"), "")


def _root(text: str) -> Element | None:
    """Return the root. Entities stay unresolved, no DTD is read and nothing fetched; what is broken is read around."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False)
    try:
        return etree.fromstring(text.encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
