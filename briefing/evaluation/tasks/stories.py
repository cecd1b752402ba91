"""Reports grouped by event against the events that people named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations

from briefing import api
from briefing.evaluation.items import Reported
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, measured, whatever_method

Groups = Iterable[Sequence[int]]
"""Positions of reports that belong together."""

# The baseline puts together what shares more than this share of its words; 68 pair F1 on 413 reports of 43 topics.
ALIKE = 0.2
_WORD = re.compile(r"[a-z]{4,}")


def _measure(items: Iterable[Reported], system: System, *, grouped: Callable[[Sequence[Reported]], Groups]) -> Measured:
    pile = list(items)
    begin = system.clock()
    found = grouped(pile)
    seconds = system.clock() - begin
    rows = _rows(pile, _pairs(found), _pairs(_groups(report.event for report in pile)))
    made = measured(rows, _figures)
    return Measured({**made.figures, "seconds": seconds}, made.samples)


def _rows(
    pile: Sequence[Reported], found: set[tuple[int, int]], wanted: set[tuple[int, int]]
) -> Iterable[Mapping[str, float]]:
    """Yield the counts of each topic: pairs hang together within it; one across two topics is half of either's."""
    topics = [report.event if report.topic is None else report.topic for report in pile]
    rows = {topic: {"right": 0.0, "found": 0.0, "wanted": 0.0} for topic in topics}
    for name, pairs in (("right", found & wanted), ("found", found), ("wanted", wanted)):
        for place in (place for pair in pairs for place in pair):
            rows[topics[place]][name] += 0.5
    return rows.values()


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "precision": per(100 * sums["right"], sums["found"]),
        "recall": per(100 * sums["right"], sums["wanted"]),
        "f1": per(200 * sums["right"], sums["found"] + sums["wanted"]),
    }


def _groups(labels: Iterable[object]) -> Groups:
    """The positions of equal labels."""
    groups: dict[object, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        groups[label].append(place)
    return groups.values()


def _pairs(groups: Groups) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _ours(pile: Sequence[Reported]) -> Groups:
    return api.stories([report.article for report in pile])


def _overlapping(pile: Sequence[Reported]) -> Groups:
    """The baseline: reports are together that share words, be it by way of others (single link)."""
    words = [frozenset(_WORD.findall(report.article.text.lower())) for report in pile]
    group = list(range(len(pile)))
    for one, other in combinations(range(len(pile)), 2):
        if group[one] != group[other] and _shared(words[one], words[other]) > ALIKE:
            left, joined = group[other], group[one]
            group = [joined if name == left else name for name in group]
    return _groups(group)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / max(1, len(one) + len(other) - common)


TASK = Task(
    name="stories",
    about="pairs of reports put together, against the pairs that report the same event (%); all reports in one pile",
    columns=(
        Column("precision", "precision"),
        Column("recall", "recall"),
        Column("f1", "F1"),
        Column("seconds", "seconds", 2),
    ),
    takes=lambda item: isinstance(item, Reported),
    contenders=whatever_method(
        {"ours": partial(_measure, grouped=_ours), "word overlap": partial(_measure, grouped=_overlapping)}
    ),
    settings=lambda _: "intervals over topics, or events where no topics are given",
)
