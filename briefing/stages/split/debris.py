"""Find what machines leave in a sentence: markup, fields that were never filled, doubled words, marks of a bad scan."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.spelling import NO_SPELLING, SPELLING

_MARKUP = re.compile(
    r"""&(?:\#\d{2,5}|\#x[0-9a-fA-F]{2,5}|amp|nbsp|quot|apos|[lg]t|[lr][sd]quo|[mn]dash|hellip|bull|middot|shy|euro
        |pound|copy|reg|trade|deg|[lr]aquo|szlig|[Cc]cedil|[Oo]slash|[Aa]ring
        |[A-Za-z](?:acute|grave|circ|uml|tilde));
    | </?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?/?> | <!--
    | \{\{ | \}\} | \{% | <% | %> | \$\{ | \[\[ | \]\] | \[/?[a-z]{1,12}\s[^\[\]]{0,80}=[^\[\]]{0,80}\]""",
    re.VERBOSE,
)
_UNFILLED = re.compile(
    r"""\[object\s | <unk> | @-@ | -[LR][RSC]B- | %\([a-z_]{1,20}\)s | (?<![\w%])%[sd](?!\w) | \{\d\} | \\u[0-9a-f]{4}
    | \\n | \[\s?\] | \(\s?\) | \{\s?\} | \(\s?, | ,\s?\)""",
    re.VERBOSE,
)
_TRIGGERS = frozenset("&<{[(%@-\\")
# A bad scan: a figure in the middle of a small word ("min1ster"), a sign inside one ("off|cial"), signs in heaps.
_SCAN = re.compile(r"(?<![\w@#/.])[a-z]{2,}[01358][a-z]{2,}(?![\w@/.])|[a-z][~^|¦£¢¥§¡{}\\=][a-z]")
_SCAN_SIGN = re.compile(r"[01358~^|¦£¢¥§¡{}\\=][a-z]")  # in whatever it finds
_SIGN = re.compile(r"[~^|¦¤<>{}\\=■□▪�¬§]")
_HEAP = 5  # signs of that kind in one sentence
_FOREIGN = re.compile(  # Cyrillic but for names, Arabic, Devanagari, East Asian
    r"(?<![Ѐ-ӿ])[а-џґ]{3,}|[\u0600-\u06ff]{3,}|[\u0900-\u097f]{3,}|[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]{2,}"
)
_NAMED = re.compile(r"\([^()]{0,200}\)|“[^“”]{0,200}”|«[^«»]{0,200}»|\"[^\"]{0,200}\"|„[^„“”]{0,200}[“”]")
_LATIN = re.compile(r"[a-zA-Z]")


def debris(text: str, language: str) -> str | None:
    """Return why a sentence must not be printed as a machine wrote it, or None."""
    if not _TRIGGERS.isdisjoint(text):
        if _MARKUP.search(text):
            return "holds markup"
        if _UNFILLED.search(text):
            return "broken: something was left out"
    if (stutter := _stutter(language)) and stutter.search(text):
        return "broken: words that cannot stand side by side"
    if (_SCAN_SIGN.search(text) and _SCAN.search(text)) or len(_SIGN.findall(text)) >= _HEAP:
        return "misread by a scanner"
    return "words left in another script" if _is_foreign(text) else None


@cache
def _stutter(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a word that nobody writes twice running, and of the pairs that clash."""
    spelling = SPELLING.get(language, NO_SPELLING)
    words = spelling.never_twice
    pairs = {f"{word} {word}" for word in words} | {f"{w.title()} {w}" for w in words if len(w) > 1} | spelling.clashes
    behind: dict[str, list[str]] = {}  # by their first word: few places hold one, and only there is the second tried
    for pair in sorted(pairs):
        first, _, second = pair.partition(" ")
        behind.setdefault(first, []).append(second)
    found = "|".join(f"{first} (?:{'|'.join(seconds)})" for first, seconds in behind.items())
    return re.compile(rf"(?<![\w'’-])(?:{found})(?![\w'’/-]|\.\w)") if pairs else None


def _is_foreign(text: str) -> bool:
    """Whether a sentence in Latin letters holds words of another script that are neither quoted nor put in brackets."""
    if text.isascii() or not _FOREIGN.search(text):
        return False
    bare = _NAMED.sub("", text)
    foreign = "".join(_FOREIGN.findall(bare))
    return bool(foreign) and len(_LATIN.findall(bare)) > 3 * len(foreign)
