"""Give what was set aside to the passage at which it stands, for those who look at places in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model import Passage, Reading


def cover(reading: Reading, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages with their spans widened over the article's asides, so that they cover all of its parts.

    What stands before a passage (a title, a heading, a picture and its caption) goes with it; what closes the article
    goes with the last. Sentences and themes stay as they are.
    """
    if not passages:
        return ()
    asides = reading.cleaned.asides
    first = min([passages[0].start, *(a.start for a in asides)])
    last = max([passages[-1].end, *(a.end for a in asides)])
    starts = [first]
    for before, after in pairwise(passages):
        starts.append(min([after.start, *(a.start for a in asides if before.end <= a.start < after.start)]))
    ends = [*(p.end for p in passages[:-1]), last]
    return tuple(replace(p, start=s, end=e) for p, s, e in zip(passages, starts, ends, strict=True))
