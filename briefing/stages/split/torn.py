"""Find words torn apart: letters set apart ("M I N I S T E R"), a hyphen left from a line's end ("min- ister")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.language.spelling import NO_SPELLING, SPELLING
from briefing.language.spelling_model import Spelling

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0]){3,}[^\W\d_](?!\w|['’.])")
_CAPITALS = 5  # as many capitals in a row are a word; four may be grades, teams or initials
_HYPHEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})-(\s+)([^\W\d_]{2,})(?![\w-])")
_SOFT = re.compile(r"[^\W\d_]¬\s?[^\W\d_]")


def torn(text: str, known: Mapping[str, int], language: str) -> str | None:
    """Return what is torn apart in a sentence, with the first such word as it stands, or None.

    `known` is its article's vocabulary: a hyphen before a space is a dash to many writers ("the coach- a former
    sailor"), so it tears a word only at a line's end, where the article has the whole word elsewhere, or where the
    second half is none ("ister").
    """
    spelling = SPELLING.get(language, NO_SPELLING)
    for match in _SPACED.finditer(text):
        if _spells(match[0].split(), spelling.letters):
            return f"letters set apart: {match[0]}"
    if "-" in text:
        for match in _HYPHEN.finditer(text):
            if _tears(match, known, spelling):
                return f"a word torn apart: {' '.join(match[0].split())}"
    soft = _SOFT.search(text) if "¬" in text else None
    return f"a word torn apart: {soft[0]}" if soft else None


def _tears(match: re.Match[str], known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether a hyphen before white space stands inside a word."""
    first, space, last = match.groups()
    if last in spelling.suspending or not last[0].islower() or first.isupper():
        return False
    whole = first + last
    if "\n" in space or last in spelling.endings or first.lower() in spelling.beginnings:
        return True
    return whole in known or whole.lower() in known


def _spells(letters: list[str], words: frozenset[str]) -> bool:
    """Whether letters set apart spell a word: no initials, no grades, no words of one letter."""
    if not any(letter.upper() != letter.lower() for letter in letters):
        return False  # a script without capitals may set every sign apart
    capitals = sum(letter.isupper() for letter in letters)
    if capitals > 1:
        return len(letters) >= _CAPITALS
    return sum(letter.lower() not in words for letter in letters) > len(letters) // 2
