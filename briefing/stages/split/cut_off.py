"""Say whether a sentence was cut off: by a page that shows the beginning only, or in the middle of a phrase."""

from __future__ import annotations

import re

from briefing.language.spelling import NO_SPELLING, SPELLING

# Marks of the page itself: "[…]", "(more)", "[+1234 chars]", "… Read more"; nobody sets a comma before dots.
_PAGE = re.compile(
    r"(?:\[(?:…|\.\.\.)\]|[(\[]more[)\]]|\[\+\d{1,7} chars?\]|,\s?(?:\.\.\.|…)|(?:\.\.\.|…)\s?(?:Read|See) more\.?)$",
    re.IGNORECASE,
)
_END = re.compile(r"([^\W\d_]+)\s?(\.{3,}|…|\.?)$")
_PAGE_ENDS = ("]", ")", "…", "...", "e", "E", "e.", "E.")  # "(more)", "Read more."
_QUOTES = frozenset("\"“”„«»‘’'")
_TAIL = 40  # characters of a sentence's end that are looked at


def is_cut_off(text: str, language: str, *, closing: bool = True, torn: bool = False) -> bool:
    """Say whether a sentence's end is missing, as its marks or its last word tell ("… the minister said that the").

    `closing` says that the sentence ends its paragraph: inside one, dots are a speaker's who trails off. `torn` says
    that full stops stand anywhere in this article, as in one whose line ends became full stops.
    """
    tail = text[-_TAIL:].rstrip()
    if tail.endswith(_PAGE_ENDS) and _PAGE.search(tail):
        return True
    if " " not in tail or not _QUOTES.isdisjoint(tail[-20:]):
        return False
    found = _END.search(tail, max(0, tail.rfind(" ", 0, tail.rindex(" "))))
    if found is None:
        return False
    word, mark = found.groups()
    spelling = SPELLING.get(language, NO_SPELLING)
    if word in spelling.unfinished:
        return True
    if mark == ".":
        return torn and word in spelling.stranded
    return closing and (mark != "" or word in spelling.seldom_last)
