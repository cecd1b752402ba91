"""An HTML page read back, by its lines: no parser stands between what is proved and what a browser gets.

The template puts each thing that the page says on a line of its own, so that a line is a claim, with its tags and all:
whatever another hand changes in it, in words, links, classes or addresses, is another line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from html import unescape
from string import ascii_lowercase

from briefing.model.proof import Claim
from briefing.renderers.links import target
from briefing.renderers.note import read_note
from briefing.renderers.read_back.page import Cited, Page
from briefing.renderers.read_back.past import SINCE, UNTIL_NOW, UPDATED, said

START = "<!DOCTYPE html>"
_PLACE = re.compile(
    r'<li class="place" id="d[^"]*"><b>([^<]{1,40})</b> <code>([^<]*)</code> <code>(?:sha256:)?([^<]*)</code></li>'
)
_EDITION = re.compile(r'<li class="edition" id="edition"><code>([^<]*)</code> <code>([^<]*)</code></li>')
_LABEL = r"(\d{1,9}\.\d{1,9})"
_PRINTED = re.compile(rf'<a class="cite" href="#x{_LABEL}"')
_ALSO = re.compile(rf'<a class="also"[^<>]* href="#x{_LABEL}"')
_NUMBER = re.compile(r'"#?g?[a-z](\d{1,9})(?:[.=]\d{1,9}[a-z]{0,2})?(?:\.\d{1,9})?"')
_ARTICLE = re.compile(r'<article class="text" id="t(\d{1,9})"')
# Lines that show words of a source without printing an extract of it.
_QUOTING = re.compile(r'<blockquote |<p class="line"')
# What marks a citation in them. Which these are may depend on the settings and on other articles; the words do not.
_MARK = re.compile(r'<mark[^<>]*>(?:<a class="back"[^<>]*>[^<>]*</a>)?|</mark>')
# What other lines stand in: a line of these put elsewhere would hide what follows it, or set it under another thing.
_HOLDING = re.compile(r"<(/?)(main|section|header|nav|article|details|figure|table|div|ul|ol|li)\b")
# What holds names of themes, or figures, from the one line to the other.
_FRAMED = {"<nav": "</nav>", "<figure": "</figure>", '<div class="scroll"': "</div>"}
_HEADING = re.compile(r'<(?:h1|h2|title)\b|<p class="topic">|<li class="point" id="g')


@dataclass
class _Reader:
    """Walks the lines of a page and knows where it is."""

    past: re.Pattern[str]
    section: str = ""
    article: tuple[int, ...] = ()
    frame: str = ""
    claims: list[Claim] = field(default_factory=list)
    framed: list[Claim] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        if line.startswith("<h2"):
            self.section = line
        if match := _ARTICLE.match(line):
            self.article = (int(match[1]),)
        if not self.frame:
            self.frame = next((end for start, end in _FRAMED.items() if line.startswith(start)), "")
        claim = self._claim(number, line)
        if self.frame:
            self.framed.append(replace(claim, heading=True))
            self._leave(line)
        else:
            self.claims.append(claim)
        if line == "</article>":
            self.article = ()
        for closes, name in _HOLDING.findall(line):
            if not closes:
                self.inside.append(name)
            elif name in self.inside:
                del self.inside[len(self.inside) - 1 - self.inside[::-1].index(name) :]

    def _leave(self, line: str) -> None:
        """The lines of a table or drawing name the articles of all of them: without one there would be no such one."""
        if line == self.frame:
            together = tuple(sorted({article for claim in self.framed for article in claim.articles}))
            self.claims += [replace(claim, articles=together) for claim in self.framed]
            self.frame, self.framed = "", []

    def _claim(self, number: int, line: str) -> Claim:
        place, is_quoting = _PLACE.fullmatch(line), _QUOTING.match(line) is not None
        articles = {int(match[1]) for match in _NUMBER.finditer(line)}
        return Claim(
            where=f"line {number}",
            text=line,
            under="" if place else f"{self.section} {'>'.join(self.inside)}",
            labels=_labels(line),
            articles=tuple(sorted({*articles, *self.article})),
            heading=_HEADING.match(line) is not None,
            unmarked=self.past.sub("", line) if self.past.search(line) else None,
            quoting=is_quoting,
            bare=_MARK.sub("", line) if is_quoting else None,
            counted=place is not None and place[1].startswith("+"),
            defines=place[1].rstrip(ascii_lowercase) if place and "." in place[1] else "",
        )


def from_html(text: str, folder: str) -> Page | None:
    """Return the page, or None without a note at its foot."""
    lines = text.split("\n")
    noted = [match for line in lines if (match := _EDITION.fullmatch(line))]
    if len(noted) != 1:
        return None
    link, words = map(unescape, noted[0].groups())
    file = target(link, folder)
    known = read_note(words, file.location.path if file and link != "#" else "")
    if known is None:
        return None
    places = [tuple(map(unescape, match.groups())) for line in lines if (match := _PLACE.fullmatch(line))]
    found = {label: (target(link, folder), sha256) for label, link, sha256 in places}
    statements = [labels for line in lines if (labels := _labels(line))]
    firsts = [labels[0] for labels in statements]
    return Page(
        known.day,
        known.made,
        cited={label: Cited(to, sha256) for label, (to, sha256) in found.items() if to and label[0] not in "!+"},
        statements=tuple(dict.fromkeys(statements)),
        glance=tuple(dict.fromkeys(label for k, label in enumerate(firsts) if label in firsts[k + 1 :])),
        unread=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("!")),
        pile=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("+")),
        digest=found["+1"][1] if "+1" in found else "",
        claims=tuple(_claims(lines, known.language)),
        format="html",
        language=known.language,
    )


def _labels(line: str) -> tuple[str, ...]:
    return (*_PRINTED.findall(line)[:1], *_ALSO.findall(line))


def _claims(lines: Sequence[str], language: str) -> Iterator[Claim]:
    """Yield each line that is not blank, as it stands under its heading: moved under another it says something else."""
    reader = _Reader(_past(language))
    for number, line in enumerate(lines, 1):
        if line.strip():
            reader.read(number, line)
    yield from (*reader.claims, *reader.framed)


@cache
def _past(language: str) -> re.Pattern[str]:
    """What stands on a page because editions came before."""
    shapes = [rf' <span class="tag past \w+">{said(*UNTIL_NOW, language=language, form="html")}</span>']
    shapes += [rf'<span class="past">[^<>]*?{said(UPDATED, language=language, form="html")}</span>']
    shapes += [rf'^<p class="\w+ past">{said(message, language=language, form="html")}</p>$' for message in SINCE]
    return re.compile("|".join(shapes))
