"""Sentence boundaries against those that people drew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from briefing import api
from briefing.evaluation.items import Split
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, measured, whatever_method


def _measure(items: Iterable[Split], system: System) -> Measured:
    return measured((_row(item, system) for item in items), _figures, totals=("exact",))


def _row(item: Split, system: System) -> Mapping[str, float]:
    begin = system.clock()
    found = [item.text[one.start : one.end] for one in api.sentences(item.text, language=item.language)]
    seconds = system.clock() - begin
    got, wanted = _squeezed(found), _squeezed(item.sentences)
    ours, theirs = _ends(got), _ends(wanted)
    return {
        "items": 1,
        "exact": got == wanted,
        "right": len(ours & theirs),
        "either": len(ours | theirs),
        "characters": len(item.text),
        "seconds": seconds,
    }


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "exact_share": per(100 * sums["exact"], sums["items"]),
        "boundary_f1": per(200 * sums["right"], sums["right"] + sums["either"]),
        "mb_per_s": per(sums["characters"] / 1e6, sums["seconds"], least=1e-9),
    }


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
    contenders=whatever_method({None: _measure}),
    settings=lambda _: "white space does not count; MB/s in millions of characters",
)
