"""A Markdown page read back, by its labels, the definitions at its foot, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import Claim
from briefing.renderers.links import target
from briefing.renderers.note import read_note
from briefing.renderers.read_back.page import Cited, Page

_DEFINITION = re.compile(r'\[([^\]\s]{1,40})\]: (\S+) "([^"]*)"')
_LABEL = r"(?<!\\)\[(\d{1,9}\.\d{1,9})\]"
_CITED = re.compile(_LABEL + r"(?:, also ((?:\[\d{1,9}\.\d{1,9}\](?:, )?)+))?")
_POINTER = re.compile(r"- See (?:also )?\[|" + _DEFINITION.pattern)
_NUMBER = re.compile(r"(?<!\\)\[(\d{1,9})(?:[.=]\d{1,9})?\]")


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
    statements = [_labels(match) for line in bodies for match in _CITED.finditer(line) if _is_printed(line)]
    firsts = [statement[0] for statement in statements]
    return Page(
        *known,
        cited={
            label: Cited(to, words.removeprefix("sha256:"))
            for label, (to, words) in found.items()
            if to is not None and not label.startswith("!")
        },
        statements=tuple(dict.fromkeys(statements)),
        glance=tuple(dict.fromkeys(label for k, label in enumerate(firsts) if label in firsts[k + 1 :])),
        unread=tuple(to.location.path for label, (to, _) in found.items() if to and label.startswith("!")),
        claims=tuple(_claims(lines)),
    )


def _is_printed(line: str) -> bool:
    """A line that only points to what stands elsewhere ("See [3.1]", a definition) holds a label and no statement."""
    return not _POINTER.match(line)


def _labels(match: re.Match[str]) -> tuple[str, ...]:
    return (match[1], *re.findall(r"[\d.]+\d", match[2] or ""))


def _claims(lines: Sequence[str]) -> Iterator[Claim]:
    """Yield each line that is not blank, as it stands under its section: moved under another it says something else."""
    section = ""
    for number, line in enumerate(lines, 1):
        section = line if line.startswith("## ") else section
        if line.strip():
            yield _claim(number, line.rstrip(), section)


def _claim(number: int, line: str, section: str) -> Claim:
    labels = tuple(label for match in _CITED.finditer(line) for label in _labels(match))
    articles = {int(match[1]) for match in _NUMBER.finditer(line)} | {int(label.split(".")[0]) for label in labels}
    return Claim(
        where=f"line {number}",
        text=line,
        under="" if _DEFINITION.fullmatch(line) else section,
        labels=labels if _is_printed(line) else (),
        articles=tuple(sorted(articles)),
        heading=line.startswith(("#", "- **")),
    )
