"""Say of each passage of an article which theme it is about, or none, and on what evidence."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Passage, Pile, Reading, Theme


def theme(reading: Reading, pile: Pile, themes: Sequence[Theme]) -> tuple[Passage, ...]:
    """Return the article's passages in order; together they hold every sentence once."""
    if not reading.sentences:
        return ()
    last = len(reading.sentences) - 1
    return (Passage(reading.sentences[0].start, reading.sentences[-1].end, None, 0, last),)
