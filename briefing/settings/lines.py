"""Find the line of each key in a settings file: the standard library's TOML reader keeps none."""

from __future__ import annotations

import re
from collections import Counter

# Strings and comments, so that a bracket or an equals sign inside them is not taken for the file's own. Each
# alternative starts with its own mark and consumes forward only: linear in the length of the file.
_OPAQUE = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
_HEADER = re.compile(r"\s*(\[{1,2})([\w.\- \t]+)\]")
_KEY = re.compile(r"\s*([\w\-]+(?:[ \t]*\.[ \t]*[\w\-]+)*)[ \t]*=(.*)")


def key_lines(toml: str) -> dict[str, int]:
    """Return the line, from 1, of every table and key of a valid file: "words", "mail.port", "theme[2].terms".

    Tables of a list are counted from 1. Keys in quotation marks and inside `{…}` are not listed.
    """
    lines: dict[str, int] = {}
    seen: Counter[str] = Counter()
    table, depth = "", 0
    for number, line in enumerate(_OPAQUE.sub(_blank, toml).split("\n"), start=1):
        content = line
        if depth == 0 and (header := _HEADER.match(line)):
            table = _table(header, seen)
            lines.setdefault(table, number)
            continue
        if depth == 0 and (key := _KEY.match(line)):
            lines.setdefault(".".join(filter(None, (table, *_parts(key[1])))), number)
            content = key[2]
        depth += sum(content.count(mark) for mark in "[{") - sum(content.count(mark) for mark in "]}")
    return lines


def _blank(opaque: re.Match[str]) -> str:
    return "\n" * opaque[0].count("\n")


def _parts(key: str) -> list[str]:
    return [part.strip() for part in key.split(".")]


def _table(header: re.Match[str], seen: Counter[str]) -> str:
    name = ".".join(_parts(header[2]))
    if header[1] == "[":
        return name
    seen[name] += 1
    return f"{name}[{seen[name]}]"


def line_of(key: str, lines: dict[str, int]) -> int | None:
    """Return the line of a key, of the first table of a list so named, or of the nearest table around it."""
    while key and not (line := lines.get(key, lines.get(f"{key}[1]"))):
        key = key.rpartition(".")[0]
    return line if key else None
