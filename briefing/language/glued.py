"""Sentences that lost the space between them: "… in New York.The police …"."""

from __future__ import annotations

import re

from briefing.language.abbreviations import NAMES_WITH_MARK, Abbreviations

# A whole word, so that no part of an address or of a name ("Jane.Doe@…", "Ph.D.") is taken for one.
_WORD = re.compile(r"[“‘«(]?(?:([^\W\d_]{2,}(?:['’-][^\W\d_]+)*)(?=[\s,;:.])|[AIАВИКСУЯЄІЇ]\s)")
_BEFORE = re.compile(r"(?:[^\W\d_]{2}|[\d,]\d|[”’)%])\Z")
_DOMAINS = frozenset({"ai", "co", "com", "edu", "gov", "io", "js", "net", "org", "tv", "uk"})
_LOOK_BACK = 1000  # characters; a quotation that opened further back is rare in the press


def glued_end(text: str, before: str, mark: re.Match[str], known: Abbreviations) -> int:
    """Return where the sentence ends that a mark without white space after it ends, or 0 if it ends none.

    `before` are the characters before the mark. A straight quotation mark between the sentences goes to the one that it
    belongs to, as the nearest one before it tells.
    """
    end, following = mark.end(), text[mark.end()]
    if not (following.isupper() or following in "“‘«(") or not _is_single(mark[0]) or not _is_plain(before, known):
        return 0
    word = _WORD.match(text, end)
    if word is None or (word[1] or "").casefold() in _DOMAINS:
        return 0
    return end - 1 if mark[0].endswith('"') and not _is_inside(text, end - 1) else end


def _is_single(marks: str) -> bool:
    return marks.rstrip("\"'”’»)]") in (".", "!", "?")


def _is_plain(before: str, known: Abbreviations) -> bool:
    """Say whether the characters before the mark end in a plain word or figure, no address, name or abbreviation."""
    token = before.rsplit(None, 1)[-1] if before.strip() else ""
    if not _BEFORE.search(token) or token[-1].isupper() or any(c in token for c in "/@_."):
        return False
    word = token.lstrip("\"'“‘«(")
    return word not in known.classes and word not in NAMES_WITH_MARK


def _is_inside(text: str, position: int) -> bool:
    """Say whether the nearest straight quotation mark before a position opens."""
    nearest = text.rfind('"', max(0, position - _LOOK_BACK), position)
    return nearest == 0 or (nearest > 0 and (text[nearest - 1].isspace() or text[nearest - 1] in "([—–"))
