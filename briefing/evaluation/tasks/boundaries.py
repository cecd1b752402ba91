"""Sentence boundaries against those that people drew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from briefing import api
from briefing.evaluation.items import Split
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task


def _measure(items: Iterable[Split], system: System) -> Measured:
    exact = right = wrong = missed = count = characters = 0
    seconds = 0.0
    for item in items:
        begin = system.clock()
        found = [item.text[one.start : one.end] for one in api.sentences(item.text, language=item.language)]
        seconds += system.clock() - begin
        got, wanted = _squeezed(found), _squeezed(item.sentences)
        exact += got == wanted
        ours, theirs = _ends(got), _ends(wanted)
        right, wrong, missed = right + len(ours & theirs), wrong + len(ours - theirs), missed + len(theirs - ours)
        characters += len(item.text)
        count += 1
    return Measured(
        {
            "exact": exact,
            "exact_share": 100 * exact / count,
            "boundary_f1": 200 * right / max(1, 2 * right + wrong + missed),
            "mb_per_s": characters / 1e6 / max(seconds, 1e-9),
        }
    )


def _squeezed(sentences: Sequence[str]) -> list[str]:
    """The sentences without white space, which belongs to none of them."""
    return [text for text in ("".join(sentence.split()) for sentence in sentences) if text]


def _ends(sentences: Sequence[str]) -> set[int]:
    """Where sentences end, counted without white space; the text's own end is no boundary."""
    return set(list(accumulate(map(len, sentences)))[:-1])


TASK = Task(
    name="sentences",
    about="texts split into exactly the sentences that people drew, and the F1 of all boundaries inside the texts",
    columns=(
        Column("exact", "exact", 0),
        Column("exact_share", "exact %"),
        Column("boundary_f1", "boundary F1", 2),
        Column("mb_per_s", "MB/s", 2),
    ),
    takes=lambda item: isinstance(item, Split),
    measure=_measure,
    by_method=False,
    settings=lambda _: "white space does not count; MB/s in millions of characters",
)
