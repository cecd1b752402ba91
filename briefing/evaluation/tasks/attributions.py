"""Who says what, against what people marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from briefing import api
from briefing.evaluation.items import Pair, Quoted, Said
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task
from briefing.model import Attribution

_QUOTATION_MARKS = ('"', "“", "'", "‘")


@dataclass(frozen=True, slots=True)
class _Counts:
    """Direct quotations asked for, given a source, the right one, most of it; predictions, and those borne out."""

    asked: int = 0
    found: int = 0
    right: int = 0
    half: int = 0
    claimed: int = 0
    borne_out: int = 0

    def __add__(self, other: _Counts) -> _Counts:
        return _Counts(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


def _measure(items: Iterable[Quoted], system: System) -> Measured:
    counts, seconds, articles = _Counts(), 0.0, 0
    for item in items:
        begin = system.clock()
        got = [one for one in api.attributions(item.article) if one.content]
        seconds += system.clock() - begin
        gold = [said for said in item.said if said.content and said.source]
        direct = [said for said in gold if item.article.text[said.content[0][0] :][:1] in _QUOTATION_MARKS]
        counts = sum((_judged(said, got) for said in direct), counts) + _claims(gold, got)
        articles += 1
    return Measured({**_figures(counts), "ms_per_item": 1000 * seconds / articles})


def _figures(counts: _Counts) -> dict[str, float]:
    return {
        "direct_quotations": counts.asked,
        "precision": 100 * counts.right / max(1, counts.found),
        "recall": 100 * counts.right / max(1, counts.asked),
        "source_half_or_more": 100 * counts.half / max(1, counts.right),
        "all_predictions_borne_out": 100 * counts.borne_out / max(1, counts.claimed),
    }


def _judged(said: Said, got: Sequence[Attribution]) -> _Counts:
    """Count one direct quotation: the prediction that covers half of its first piece, and most of it, speaks for it."""
    span, mention = said.content[0], said.source[0]
    best = max(got, key=lambda one: _overlap(span, one.content), default=None)
    if best is None or _overlap(span, best.content) < 0.5 * (span[1] - span[0]) or not best.source:
        return _Counts(asked=1)
    common = _overlap(mention, best.source)
    both = max(mention[1], best.source[1]) - min(mention[0], best.source[0])
    return _Counts(asked=1, found=1, right=common > 0, half=common >= 0.5 * both)


def _claims(gold: Sequence[Said], got: Sequence[Attribution]) -> _Counts:
    """Count the predictions that name a source, and those where people marked the same source for the same words."""
    claimed = [one for one in got if one.source]
    return _Counts(claimed=len(claimed), borne_out=sum(any(_bears_out(said, one) for said in gold) for one in claimed))


def _bears_out(said: Said, one: Attribution) -> bool:
    return any(_overlap(c, one.content) for c in said.content) and any(_overlap(m, one.source) for m in said.source)


def _overlap(one: Pair, other: Pair | None) -> int:
    return 0 if other is None else max(0, min(one[1], other[1]) - max(one[0], other[0]))


TASK = Task(
    name="quotes",
    about="who says each direct quotation, against what people marked (%), and how many of all answers they bear out",
    columns=(
        Column("direct_quotations", "direct", 0),
        Column("precision", "precision"),
        Column("recall", "recall"),
        Column("source_half_or_more", "half of source"),
        Column("all_predictions_borne_out", "all borne out"),
        Column("ms_per_item", "ms/item"),
    ),
    takes=lambda item: isinstance(item, Quoted),
    measure=_measure,
    by_method=False,
    settings=lambda _: "a source is right where it overlaps the marked one; half: of both together, among those right",
)
