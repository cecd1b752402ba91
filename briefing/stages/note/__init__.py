"""Say of each sentence which of its words stand for something told elsewhere in the article, and for what.

Only what is certain is said: a note beside an extract is a claim of ours, and must be right.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Anaphor, Attribution
from briefing.stages.note.persons import persons, persons_quoted
from briefing.stages.note.speakers import speakers
from briefing.stages.note.things import things
from briefing.stages.refer import Names

__all__ = ["note"]


def note(names: Names, attributions: Sequence[Attribution], language: str) -> tuple[tuple[Anaphor, ...], ...]:
    """Return the anaphors of each sentence, in the order of the text; `names` is the index of its article's names."""
    found: list[list[Anaphor]] = [[] for _ in names.sentences]
    parts = (
        persons(names),
        persons_quoted(names, attributions),
        things(names, language),
        speakers(names, attributions),
    )
    for part in parts:
        for sentence, anaphor in part:
            found[sentence].append(anaphor)
    return tuple(tuple(sorted(anaphors, key=lambda one: one.at)) for anaphors in found)
