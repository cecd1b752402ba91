"""A Markdown page read back, by its labels, the definitions at its foot, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from string import ascii_lowercase
from typing import NamedTuple

from briefing.model.proof import Claim
from briefing.renderers.links import target
from briefing.renderers.note import read_note
from briefing.renderers.read_back.page import Cited, Page
from briefing.renderers.read_back.past import SINCE, UNTIL_NOW, UPDATED, said

_DEFINITION = re.compile(r'\[([^\]\s]{1,40})\]: (\S+) "([^"]*)"')
# "[3.4]" prints an extract, "[3.4][]" only points to one: the same link to Markdown.
_LABEL = r"(?<!\\)\[(\d{1,9}\.\d{1,9})\](?!\[\])"
# How what stands there because editions came before is written.
_OF_THE_PAST = {
    r" \*\(%s\)\*": UNTIL_NOW,
    r"; %s(?=;|$)": (UPDATED,),
    "^%s$": SINCE,
}
_OWN = re.compile(r"\[\d{1,9}\.0[a-z]{1,2}\]: ")  # where a sentence is that only a row of figures cites
_NUMBER = re.compile(r"(?<!\\)\[(\d{1,9})(?:[.=]\d{1,9}[a-z]{0,2})?\]")


class _Marks(NamedTuple):
    """What a page's words are before labels: `cited` finds what a line prints, `pointer` a line that only points.

    `past` finds what is said only against the editions before.
    """

    cited: re.Pattern[str]
    pointer: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _marks(language: str) -> _Marks:
    """The marks of a language; the English ones are known on every page, for a template of a user's may hold them."""
    also = said("also", language=language)
    see = said("See", "See also", language=language)
    return _Marks(
        re.compile(_LABEL + rf"(?:, {also} ((?:\[\d{{1,9}}\.\d{{1,9}}\](?:, )?)+))?"),
        re.compile(rf"- {see} \[|{_DEFINITION.pattern}"),
        re.compile("|".join(shape % said(*messages, language=language) for shape, messages in _OF_THE_PAST.items())),
    )


def from_markdown(text: str, folder: str) -> Page | None:
    """Return the page, or None without a note at its foot."""
    lines = text.splitlines()
    definitions = {m[1]: (m[2], m[3]) for line in lines if (m := _DEFINITION.fullmatch(line.rstrip()))}
    link, words = definitions.pop("edition", ("", ""))
    file = target(link, folder)
    known = read_note(words, file.location.path if file and link != "#" else "")
    if known is None:
        return None
    found = {label: (target(link, folder), words) for label, (link, words) in definitions.items()}
    bodies = [line for line in lines if not _DEFINITION.fullmatch(line.rstrip())]
    marks = _marks(known.language)
    printed = [line for line in bodies if not marks.pointer.match(line)]
    statements = [_labels(match) for line in printed for match in marks.cited.finditer(line)]
    firsts = [statement[0] for statement in statements]
    return Page(
        known.day,
        known.made,
        cited={
            label: Cited(to, words.removeprefix("sha256:"))
            for label, (to, words) in found.items()
            if to is not None and not label.startswith(("!", "+"))
        },
        statements=tuple(dict.fromkeys(statements)),
        glance=tuple(dict.fromkeys(label for k, label in enumerate(firsts) if label in firsts[k + 1 :])),
        unread=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("!")),
        pile=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("+")),
        digest=found["+1"][1].removeprefix("sha256:") if "+1" in found else "",
        claims=tuple(_claims(lines, marks)),
        language=known.language,
    )


def _labels(match: re.Match[str]) -> tuple[str, ...]:
    return (match[1], *re.findall(r"[\d.]+\d", match[2] or ""))


def _claims(lines: Sequence[str], marks: _Marks) -> Iterator[Claim]:
    """Yield each line that is not blank, as it stands under its section: moved under another it says something else.

    The lines of a table name the articles of all of them: without one of these there would be no such table.
    """
    section = ""
    numbered = ((number, line.rstrip()) for number, line in enumerate(lines, 1))
    for is_table, run in groupby(numbered, key=lambda pair: pair[1].startswith("|")):
        claims = []
        for number, line in run:
            section = line if line.startswith("## ") else section
            if line:
                claims.append(_claim(number, line, section, marks))
        together = tuple(sorted({article for claim in claims for article in claim.articles}))
        yield from (replace(claim, articles=together) if is_table else claim for claim in claims)


def _claim(number: int, line: str, section: str, marks: _Marks) -> Claim:
    definition = _DEFINITION.fullmatch(line)
    labels = tuple(label for match in marks.cited.finditer(line) for label in _labels(match))
    articles = {int(match[1]) for match in _NUMBER.finditer(line)} | {int(label.split(".")[0]) for label in labels}
    return Claim(
        where=f"line {number}",
        text=line,
        under="" if definition else section,
        labels=() if marks.pointer.match(line) else labels,
        articles=tuple(sorted(articles)),
        heading=line.startswith(("#", "- **", "|")) or _OWN.match(line) is not None,
        unmarked=marks.past.sub("", line) if marks.past.search(line) else None,
        counted=line.startswith("[+"),
        defines=definition[1].rstrip(ascii_lowercase) if definition and "." in definition[1] else "",
    )
