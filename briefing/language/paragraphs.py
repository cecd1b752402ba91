"""Paragraphs as spans: a blank line always parts two, a single line break parts them unless the text is wrapped.

Some files hold one paragraph a line, others are broken into lines of 60 to 80 characters, as mail is. A line is called
*broken off* if the next begins in lower case, or if it ends with a title ("Dr."): there the break means nothing. Where
that is so at four in ten of a text's single breaks, the text is *wrapped* at the middle length of its broken lines, and
a break is also meaningless after a full line: one that the next line's first word would have made too long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median_low

from briefing.language.abbreviations import titles
from briefing.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = "\u200b\u200e\u200f\u2060\ufeff"  # shows nothing, though it is no white space to Python
_ITEM = re.compile(r"[•⁃‣◦*–—-]\s|[•⁃]|\d{1,3}[.)]\s")
_WRAPPED = 0.4  # not swept: wrapped prose has 0.7 and more, one paragraph a line has next to none
_WIDEST = 1.3  # a line that much longer than the middle one was not broken by the same hand


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a text in order, without the white space around them.

    Line breaks are LF, CR, CRLF, NEL, VT, FF, U+2028 and U+2029; a line of no-break or zero-width spaces is blank.
    """
    lines = list(_lines(text))
    near = [_is_single(text[a.end : b.start]) for a, b in pairwise(lines)]
    broken = [one and _is_broken_off(text, a, b) for one, (a, b) in zip(near, pairwise(lines), strict=True)]
    width = _width(lines, near, broken)
    found: list[Span] = []
    for k, line in enumerate(lines):
        if k and near[k - 1] and (broken[k - 1] or _is_full(text, lines[k - 1], line, width)):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match[0]
        bare = line.strip()
        if bare.strip(_BLANK):
            start = match.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(bare))


def _is_single(between: str) -> bool:
    """Say whether what stands between two lines holds one line break, with no paragraph separator."""
    return len(between.replace("\r\n", "\n").strip(" \t\u00a0" + _BLANK)) == 1 and "\u2029" not in between


def _is_broken_off(text: str, line: Span, following: Span) -> bool:
    first = text[following.start]
    if first.islower():
        return True
    last = text[max(line.start, line.end - 24) : line.end].rpartition(" ")[2]
    unfinished = text[line.end - 1].isalpha()
    # Scripts without case: a line that ends in a letter goes on in the next.
    return (last.endswith(".") and last[:-1] in titles()) or (unfinished and _is_caseless(first))


def _is_caseless(letter: str) -> bool:
    return letter.isalpha() and letter.upper() == letter.lower()


def _width(lines: list[Span], near: list[bool], broken: list[bool]) -> int:
    """Return the width at which the text is wrapped, in characters, or 0 if it is not."""
    lengths = [line.end - line.start for line, is_broken in zip(lines, broken, strict=False) if is_broken]
    return median_low(lengths) if lengths and len(lengths) >= _WRAPPED * sum(near) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Say whether the next line's first word had no room on this line."""
    length = line.end - line.start
    if not width or length > _WIDEST * width or _ITEM.match(text, following.start):
        return False
    if _is_caseless(text[following.start]):
        return length + 1 > width  # Chinese and Japanese break anywhere
    word = text[following.start : min(following.end, following.start + width)].split(None, 1)[0]
    return length + 1 + len(word) > width
