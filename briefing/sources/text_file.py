"""Read the articles of a text: one, or those that a line of the user's choice parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Article, Location, Problem, Span
from briefing.sources.front_matter import FrontMatter, front_matter
from briefing.sources.manner import Manner
from briefing.sources.metadata import described
from briefing.sources.pages import is_page

_MARKDOWN = (".md", ".markdown")
_BLANK = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n))*")


def articles(text: str, path: str, where: str, manner: Manner) -> Iterator[Article | Problem]:
    """Yield each part's article, and a problem for each thing that could not be used; a page of our own yields none.

    In a Markdown file each part may begin with front matter, which states its metadata.
    """
    if manner.skips_pages and is_page(text):
        return
    found = parts(text, manner.separator)
    for row, part in enumerate(found, start=1):
        location = Location(path, row if len(found) > 1 else 0)
        where_it_is = f"{where}, row {row}" if location.row else where
        yield from _article(text[slice(*part)], location, where_it_is, manner)


def parts(text: str, separator: str) -> list[Span]:
    """Return what stands between the lines that consist of the separator, white space around it aside.

    Each part is all characters from the end of one such line to the beginning of the next. Blank parts are none; a text
    without the line is one part, whatever it holds.
    """
    if not separator.strip():
        return [Span(0, len(text))]
    line = re.compile(rf"(?<![^\r\n])[^\S\r\n]*{re.escape(separator.strip())}[^\S\r\n]*(?:\r\n|\r|\n|\Z)")
    marks = [match.span() for match in line.finditer(text)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    found = [Span(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
    return found or [Span(0, len(text))]


def _article(text: str, location: Location, where: str, manner: Manner) -> Iterator[Article | Problem]:
    matter, above = FrontMatter(), 0
    if location.path.lower().endswith(_MARKDOWN):
        above = _blank_lines(text) if location.row else 0
        matter = front_matter(text[above:])
    body = above + matter.end if matter.end else 0
    if not text[body:].strip():
        yield Problem(where, "nothing but front matter", "write the article below it")
        return
    if matter.mistake:
        yield Problem(where, f"its front matter cannot be read: {matter.mistake}", "put values in quotation marks")
    article, problems = described(text, matter.values, location, where, language=manner.language, body=body)
    yield article
    yield from problems


def _blank_lines(text: str) -> int:
    """Return how many characters of blank lines stand at a part's beginning."""
    match = _BLANK.match(text)
    return match.end() if match else 0
