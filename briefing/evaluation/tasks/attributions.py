"""Who says what, against what people marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing import api
from briefing.evaluation.items import Pair, Quoted, Said
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, measured, whatever_method
from briefing.model import Attribution

_QUOTATION_MARKS = ('"', "“", "'", "‘")


def _measure(items: Iterable[Quoted], system: System) -> Measured:
    return measured((_row(item, system) for item in items), _figures, totals=("direct_quotations",))


def _row(item: Quoted, system: System) -> Mapping[str, float]:
    begin = system.clock()
    got = [one for one in api.attributions(item.article) if one.content]
    seconds = system.clock() - begin
    gold = [said for said in item.said if said.content and said.source]
    direct = [said for said in gold if item.article.text[said.content[0][0] :][:1] in _QUOTATION_MARKS]
    judged = sum((_judged(said, got) for said in direct), Counter[str]())
    claimed = [one for one in got if one.source]
    return {
        "articles": 1,
        "direct_quotations": len(direct),
        **{name: judged[name] for name in ("found", "right", "half")},
        "claimed": len(claimed),
        "borne_out": sum(any(_bears_out(said, one) for said in gold) for one in claimed),
        "seconds": seconds,
    }


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "precision": per(100 * sums["right"], sums["found"]),
        "recall": per(100 * sums["right"], sums["direct_quotations"]),
        "source_half_or_more": per(100 * sums["half"], sums["right"]),
        "all_predictions_borne_out": per(100 * sums["borne_out"], sums["claimed"]),
        "ms_per_item": per(1000 * sums["seconds"], sums["articles"]),
    }


def _judged(said: Said, got: Sequence[Attribution]) -> Counter[str]:
    """Count whether a direct quotation was given a source, the right one, and most of that one.

    The prediction that covers half of its first piece, and most of it, speaks for it.
    """
    span, mention = said.content[0], said.source[0]
    best = max(got, key=lambda one: _overlap(span, one.content), default=None)
    if best is None or _overlap(span, best.content) < 0.5 * (span[1] - span[0]) or not best.source:
        return Counter()
    common = _overlap(mention, best.source)
    both = max(mention[1], best.source[1]) - min(mention[0], best.source[0])
    return Counter(found=1, right=common > 0, half=common >= 0.5 * both)


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
    contenders=whatever_method({None: _measure}),
    settings=lambda _: "a source is right where it overlaps the marked one; half: of both together, among those right",
)
