"""Know a headline by its type, where a file states no title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.parsers.pdf.lines import Line

_LARGER = 1.25  # than the type of most of the text; word processors set headings in 1.27 and more. Not swept.
_WORDS = range(2, 31)  # of a headline: what is shorter may be a name on every page, what is longer is a lead


def headline(paragraphs: Sequence[Sequence[Line]], first: Sequence[Line]) -> int | None:
    """Return which paragraph is the headline: that in the largest type of the first page, well above the text's."""
    weights: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph:
            weights[round(line.size, 1)] += len(line.text)
    if not weights:
        return None
    usual = weights.most_common(1)[0][0]
    on_first = set(map(id, first))
    found = [
        (-round(paragraph[0].size, 1), number)
        for number, paragraph in enumerate(paragraphs)
        if id(paragraph[0]) in on_first and paragraph[0].size >= _LARGER * usual and _words(paragraph) in _WORDS
    ]
    return min(found)[1] if found else None


def _words(paragraph: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in paragraph)
