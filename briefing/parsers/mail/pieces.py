"""Cut a newsletter's HTML into its articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise

LEAST = 2  # headed pieces, each with a link of its own; else it is one article with subheadings
_WORDS = 12  # of a piece: a headline with one sentence below it; not swept
_LONGEST = 500  # characters of a heading that are looked at
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
    outline = _Outline(html)
    level = next((x for x in _LEVELS if len(_leading(outline.headings, x)) >= LEAST), None)
    if level is None:
        return []
    parting = [x for x in outline.headings if x.level <= level]
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


class _Outline(HTMLParser):
    """Finds the headings with their places."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[_Heading] = []
        self._open: _Heading | None = None
        self._link: list[str] | None = None
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a heading or a link begins."""
        if tag in _LEVELS:
            line, column = self.getpos()
            self._open = _Heading(tag, self._lines[line - 1] + column, is_linked=self._link is not None)
            self.headings.append(self._open)
        elif tag == "a" and any(key == "href" for key, _ in attrs):
            self._link = []
            if self._open:
                self._open.is_linked = True

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        if tag in _LEVELS and self._open:
            self._open.text = " ".join(self._open.text.split())
            self._open = None
        elif tag == "a" and self._link is not None:
            if self.headings and not self._open and _READ_ON.search("".join(self._link)[:_LONGEST]):
                self.headings[-1].reads_on = True
            self._link = None

    def handle_data(self, data: str) -> None:
        """Collect the words of a heading or a link."""
        if self._open and len(self._open.text) < _LONGEST:
            self._open.text += data
        if self._link is not None:
            self._link.append(data[:_LONGEST])
