"""Put lines together to the paragraphs that they were broken from.

A break between two lines means a new paragraph where there is more room than between most lines, where the type is of
another size, where the second line is indented or begins with the mark of a list, where both are rows of a table, or
where the first one stops although the second one's first word would have fitted. Else the break is the printer's and
no character of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median_low

from briefing.parsers.pdf.lines import Line

_SIZE = 0.12  # by how much lines of one paragraph may differ in size: superscripts, other type faces. Not swept.
_PITCH = 1.2  # of the usual distance between lines: paragraphs set apart by the least, Word's 3 points, have 1.2
_INDENT, _DEEPEST = 0.5, 4.0  # of a line's size: an indented first line; more is another column or a centred line
_SLACK = 0.35  # of a line's size: a space, and what setting adds and takes
_NEAR = 8  # lines around a break that tell how wide its column is
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"[•⁃‣◦▪]\s?|(?:[*–—-]|\d{1,2}[.)])\s")
_SURE_ITEM = re.compile(r"[•⁃‣◦▪]")  # a dash or a number may also open a line that goes on


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each paragraph, also across columns and pages."""
    lines = [line for page in pages for line in page]
    firsts = {sum(map(len, pages[:k])) for k in range(len(pages))}
    pitches = _pitches(lines, firsts)
    found: list[list[Line]] = []
    for k, line in enumerate(lines):
        if k and _goes_on(lines, k, pitches, is_first=k in firsts):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(lines: Sequence[Line], k: int, pitches: Mapping[int, float], *, is_first: bool) -> bool:
    """Whether line k goes on with the paragraph of the line before it."""
    above, line = lines[k - 1], lines[k]
    if is_initial(above, line) or (above.broken and line.text[:1].islower()):
        return True
    if abs(above.size - line.size) > _SIZE * max(above.size, line.size) or _SURE_ITEM.match(line.text):
        return False
    if above.is_row_with(line):
        return False
    left, right = _column(lines, k, line)
    indented = _INDENT * line.size < line.left - left < _DEEPEST * line.size
    if is_first or not _is_below(above, line):
        if _is_indented_first(lines, k, indented=indented):
            return False
        ends = _ENDED.search(above.text) or _fits(line, above, _column(lines, k - 1, above)[1])
        return not ends
    if above.bottom - line.bottom > _PITCH * pitches[round(line.size)]:
        return False
    if indented and not _ITEM.match(above.text) and line.left - above.left > _INDENT * line.size:
        return False
    return not _fits(line, above, right)


def _is_indented_first(lines: Sequence[Line], k: int, *, indented: bool) -> bool:
    """Whether the first line of a column is indented: deeper than the next one, which is its own paragraph's."""
    below = lines[k + 1] if k + 1 < len(lines) else None
    return indented and below is not None and below.left < lines[k].left


def is_initial(above: Line, line: Line) -> bool:
    """Whether the line above is one large letter, with which the line's first word begins."""
    return len(above.text) == 1 and above.text.isalpha() and above.size > 1.7 * line.size and line.text[:1].islower()


def _is_below(above: Line, line: Line) -> bool:
    return line.bottom < above.bottom and not line.is_beside(above)


def _fits(line: Line, above: Line, right: float) -> bool:
    """Whether the line's first word would have had room at the end of the line above."""
    return line.room + _SLACK * line.size < right - above.right


def _column(lines: Sequence[Line], k: int, of: Line) -> tuple[float, float]:
    """Return the left and right edges of the column that line k stands in, by the lines of its size around it.

    The widest of several lines does not count: it may be a heading above the columns.
    """
    near = (x for x in lines[max(0, k - _NEAR) : k + _NEAR] if abs(x.size - of.size) <= _SIZE * of.size)
    beside = [x for x in near if not x.is_beside(of)]
    rights = sorted(x.right for x in beside)
    return min(x.left for x in beside), rights[-2 if len(rights) > 3 else -1]


def _pitches(lines: Sequence[Line], firsts: set[int]) -> Mapping[int, float]:
    """Return the usual distance between two lines of each size."""
    found: dict[int, list[float]] = defaultdict(list)
    for k, (above, line) in enumerate(pairwise(lines), start=1):
        if k not in firsts and _is_below(above, line) and round(above.size) == round(line.size):
            found[round(line.size)].append(above.bottom - line.bottom)
    usual = {size: median_low(distances) for size, distances in found.items()}
    return defaultdict(lambda: max(usual.values(), default=0.0), usual)
