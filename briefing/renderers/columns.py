"""Text for a terminal or a text mail: lines of some columns, as a terminal counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

COLUMNS = 72
"""What RFC 3676 recommends for text that may be quoted, and less than any terminal's 80."""

_MARKER = re.compile(r" *(?:[*-] |\d{1,9}\. )?")
_LABEL = r"\d{1,9}(?:\.\d{1,9}[a-z]{0,2})?"
# A word with the numbers of its sentence behind it: "Friday. [3.1, 5.2]" stays on one line.
_WORD = re.compile(rf"[^ ]+(?: \[{_LABEL}(?:, {_LABEL})*\][^ ]*)*")
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NOT_FIRST = _SMALL.union(" 、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】")
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【")


def cells(text: str) -> int:
    """Return how many columns a terminal gives a text: two for a wide character, none for one that joins another."""
    return sum(map(_cells, text))


def columns(page: str, width: int = COLUMNS) -> str:
    """Return a page with its lines broken at blanks, and between wide characters, so that each has at most `width`.

    What follows a marker ("* ", "2. ") or blanks hangs below itself. A word that is longer, such as an address, is
    never broken: it has a line of its own.
    """
    return "\n".join(line for logical in page.split("\n") for line in _broken(logical.rstrip(" "), width))


def _cells(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _broken(line: str, width: int) -> Iterator[str]:
    marker = _MARKER.match(line)[0] if line else ""  # type: ignore[index]
    hanging = " " * len(marker)
    current, used = marker, len(marker)
    for gap, atom in _atoms(line[len(marker) :], width - len(marker)):
        size = cells(atom)
        is_first = current in (marker, hanging)
        if not is_first and used + len(gap) + size > width:
            yield current
            current, used, is_first = hanging, len(hanging), True
        current += atom if is_first else gap + atom
        used += size if is_first else len(gap) + size
    yield current


def _atoms(text: str, room: int) -> Iterator[tuple[str, str]]:
    """Yield what must not be broken, each with the blank before it, if there is one."""
    for word in _WORD.findall(text):
        whole = [word] if cells(word) <= room else word.split(" ")  # more numbers than a line holds
        for part in whole:
            yield from zip((" ", *("" for _ in part)), _parts(part), strict=False)


def _parts(word: str) -> Iterator[str]:
    """Cut where a language that is written without blanks may be broken: beside a wide character."""
    start = 0
    for k in range(1, len(word)):
        before, after = word[k - 1], word[k]
        is_open = _is_ideographic(before) or _is_ideographic(after)
        if is_open and _cells(after) and after not in _NOT_FIRST and before not in _NOT_LAST:
            yield word[start:k]
            start = k
    yield word[start:]


def _is_ideographic(character: str) -> bool:
    """Wide, but for Hangul, which has blanks between its words."""
    return east_asian_width(character) == "W" and not "\uac00" <= character <= "\ud7a3"
