"""Say of every extract of an article why it was printed, or why not: computed again on demand, never stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import Budget, Extract, Selection, Statement
from briefing.model.proof import Fate, Reworded
from briefing.stages.compare import core_text
from briefing.stages.compare.difference import difference
from briefing.stages.heed.withhold import is_withheld
from briefing.stages.justify import Place, justify, place
from briefing.stages.mark import carried_since
from briefing.stages.recall import NOTHING, Memory
from briefing.stages.select.redundancy import overlaps, repeats


def explain(
    extracts: Sequence[Extract],
    selection: Selection,
    labels: Mapping[Place, str],
    budget: Budget,
    *,
    memory: Memory = NOTHING,
    pinned: Collection[Extract] = (),
) -> tuple[Fate, ...]:
    """Return the fate of each extract of one article, in the order of the text; `labels` are the page's, by place.

    `pinned` are the extracts that the editor pinned.
    """
    page = _Page(selection, labels, budget, justify(selection, pinned))
    fates = (_fate(extract, page) for extract in sorted(extracts, key=lambda e: e.core))
    return tuple(_told_before(fate, memory) for fate in fates)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the page that extracts are explained by; `reasons` are those of what it prints, by place."""

    selection: Selection
    labels: Mapping[Place, str]
    budget: Budget
    reasons: Mapping[Place, tuple[str, ...]]


def _told_before(fate: Fate, memory: Memory) -> Fate:
    """Say it of what an earlier edition printed and this one does not: it had to make room."""
    day = None if fate.label or fate.extract.unfit else carried_since(Statement(fate.extract), memory)
    return replace(fate, reason=f"stood in the edition of {day}; it makes room for what is new") if day else fate


def _fate(extract: Extract, page: _Page) -> Fate:
    selection, labels = page.selection, page.labels
    label = labels.get(place(extract))
    printed = next((s for s in selection.statements if place(s.extract) == place(extract)), None)
    carried = next((s for s in selection.statements if place(extract) in map(place, s.also)), None)
    if printed and printed.extract.core == extract.core:
        why = "; ".join(page.reasons[place(extract)])
        return Fate(extract, label, why, wordings=_wordings(printed, labels))
    if carried:
        return Fate(extract, label, f"printed once, in the words of [{labels[place(carried.extract)]}]")
    around = next((s.extract for s in selection.statements if s.extract.prints(extract)), None)
    if around:
        return Fate(extract, labels[place(around)], f"stands in [{labels[place(around)]}]")
    return Fate(extract, None, _why_not(extract, selection, labels, page.budget))


def _wordings(statement: Statement, labels: Mapping[Place, str]) -> tuple[Reworded, ...]:
    """How the other articles that carry a statement word it, in the order of the page's labels."""
    printed = core_text(statement.extract)
    others = sorted(statement.also, key=lambda extract: [int(n) for n in labels[place(extract)].split(".")])
    return tuple(Reworded(labels[place(other)], difference(printed, core_text(other))) for other in others)


def _why_not(extract: Extract, selection: Selection, labels: Mapping[Place, str], budget: Budget) -> str:
    if extract.unfit:
        return extract.unfit if is_withheld(extract.unfit) else f"unfit: {extract.unfit}"
    for statement in selection.statements:
        label = labels[place(statement.extract)]
        if overlaps(extract, statement.extract):
            return f"it needs [{label}] beside it, and the two together found no room or said too little more"
        if repeats(extract, statement.extract):
            return f"[{label}] says nearly the same"
    left = budget.words - sum(s.extract.length for s in (*selection.statements, *selection.glance))
    if extract.length > left:
        return f"no room: it has {extract.length} words, {max(0, left)} are left"
    shares = "theme, article and source" if budget.source else "theme and article"
    return f"others say more within the shares of its {shares}"
