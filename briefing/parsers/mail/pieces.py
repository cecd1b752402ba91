"""Cut a newsletter's HTML into its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

LEAST = 2  # headed pieces, each with a link of its own; else it is one article with subheadings
_WORDS = 12  # of a piece: a headline with one sentence below it; not swept
_LONGEST = 5_000  # characters of a heading's or a link's markup that are looked at
_TAG = re.compile(r"<!--|<(?P<end>/?)(?P<name>h[1-4]|a)(?P<rest>(?:\s[^<>]{0,4000})?)>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_HREF = re.compile(r"\bhref\s*=", re.IGNORECASE)
_LEVELS = ("h1", "h2", "h3", "h4")
_READ_ON = re.compile(
    r"\b(?:read|continue|full (?:story|article)|keep reading|more|weiter|mehr|lire|suite|leer|читать|читати|далее)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a newsletter: its heading, "" for what stands above the first, and its HTML with the heading."""

    heading: str
    html: str


@dataclass(slots=True)
class _Heading:
    level: str
    start: int
    text: str = ""
    is_linked: bool = False
    reads_on: bool = False


def pieces(html: str) -> list[Piece]:
    """Return the newsletter's articles in order, none if it is one article.

    Its headings part articles only where most of them lead to a page of their own, by a link in the heading or by one
    to read on below it: an essay has subheadings, too.
    """
    headings = _headings(html)
    level = next((x for x in _LEVELS if len(_leading(headings, x)) >= LEAST), None)
    if level is None:
        return []
    parting = [x for x in headings if x.level <= level]
    ends = [*(x.start for x in parting), len(html)]
    heads = [Piece("", html[: ends[0]])]
    return [*heads, *(Piece(x.text, html[a:b]) for x, (a, b) in zip(parting, pairwise(ends), strict=True))]


def is_article(text: str) -> bool:
    """Whether a piece's text holds news, not only a heading, a greeting or a link."""
    return len(text.split()) >= _WORDS and bool(re.search(r"[.!?…。][\"'”’»)\]]*(?:\s|$)", text))


def _leading(headings: Sequence[_Heading], level: str) -> list[_Heading]:
    """Return the headings of a level if most of them lead to a page of their own."""
    found = [x for x in headings if x.level == level and x.text.strip()]
    return found if 2 * sum(x.is_linked or x.reads_on for x in found) > len(found) else []


def _headings(html: str) -> list[_Heading]:
    """Return the headings with their places, and whether a link in them or below them leads on."""
    found: list[_Heading] = []
    heading: _Heading | None = None
    heading_from = link_from = -1
    for tag in _tags(html):
        name, is_end = tag["name"].lower(), bool(tag["end"])
        if name != "a" and not is_end:
            heading, heading_from = _Heading(name, tag.start(), is_linked=link_from >= 0), tag.end()
            found.append(heading)
        elif name != "a" and heading:
            heading.text, heading = _words(html[heading_from : tag.start()]), None
        elif name == "a" and not is_end and _HREF.search(tag["rest"]):
            link_from = tag.end()
            if heading:
                heading.is_linked = True
        elif name == "a" and is_end and link_from >= 0:
            if found and not heading and _READ_ON.search(_words(html[link_from : tag.start()])):
                found[-1].reads_on = True
            link_from = -1
    return found


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Yield the tags of headings and links outside comments; in a time that grows with the length alone.

    (The standard library's parser takes minutes for 100 kB of "<a ", and lxml does not say where a tag stands.)
    """
    place = 0
    while tag := _TAG.search(html, place):
        place = tag.end()
        if tag["name"]:
            yield tag
        elif (place := html.find("-->", place)) < 0:
            return


def _words(html: str) -> str:
    return " ".join(unescape(_ANY_TAG.sub(" ", html[:_LONGEST])).split())
