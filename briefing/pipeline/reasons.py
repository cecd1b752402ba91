"""Build a briefing again and say of every sentence why it is on the page, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefing.model import Briefing, Past, Reading, Reference, Selection
from briefing.model.proof import Explained
from briefing.pipeline.sparing import sparing
from briefing.pipeline.story import (
    NO_PAST,
    Found,
    arranged,
    gather_all,
    offered,
    readings_of,
    select_all,
    with_carriers,
    with_originals,
)
from briefing.pipeline.task import Numbered, Task
from briefing.plugins import Executor
from briefing.stages.arrange import Heading, refer_to
from briefing.stages.choose import choose
from briefing.stages.explain import explain
from briefing.stages.justify import Place
from briefing.stages.measure import Measures, measure, measures
from briefing.stages.recall import Memory, recall
from briefing.stages.theme import theme


@dataclass(frozen=True, slots=True)
class Explanation:
    """The briefing as built again, and each article's part in it, in the order of Sources."""

    briefing: Briefing
    articles: tuple[Explained, ...]


def explained(
    task: Task, shards: Sequence[Numbered], executor: Executor, heading: Heading, *, past: Past = NO_PAST
) -> Explanation:
    """Return the briefing of everything that the shards hold, with the reasons for every sentence."""
    return sparing(partial(_explained_all, task, executor, heading, past), shards)


def _explained_all(
    task: Task, executor: Executor, heading: Heading, past: Past, shards: Sequence[Numbered]
) -> Explanation:
    found = with_carriers(gather_all(task, shards, executor), task, executor)
    memory = recall(past, found.candidates.listings.values())
    selection = select_all(task, found, memory=memory)
    briefing = with_originals(arranged(task, found, selection, heading, memory), task, executor, found)
    references = {reference.sha256: reference for reference in briefing.references}
    labels = {(c.reference.sha256, c.start, c.end): c.label for c in briefing.citations}
    printed = {labels[e.article, e.start, e.end]: e for e in (s.extract for s in selection.statements)}
    page = _Page(selection, references, labels, measures(found.candidates.best, printed), memory)
    readings = (reading for shard in found.shards for reading in readings_of(shard, task))
    articles = [_explained(task, found, reading, page) for reading in readings]
    return Explanation(briefing, tuple(sorted(articles, key=lambda article: _place(article.reference))))


def _place(reference: Reference) -> tuple[bool, int]:
    """What articles are sorted by: those that the page does not list have no number, and come last."""
    return not reference.number, reference.number


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the page that articles are explained by."""

    selection: Selection
    references: dict[str, Reference]
    labels: dict[Place, str]
    measures: Measures
    memory: Memory


def _explained(task: Task, found: Found, reading: Reading, page: _Page) -> Explained:
    passages = theme(reading, found.pile, task.themes) if task.holds(reading) else ()
    extracts = choose(reading, passages, found.pile, task.summariser)
    pinned = [pin for pin in found.candidates.pinned.values() if pin.article == reading.article.sha256]
    fates = explain(extracts, page.selection, page.labels, task.budget, memory=page.memory, pinned=pinned)
    return Explained(
        reference=page.references.get(reading.article.sha256) or _not_listed(task, found, reading),
        text=reading.article.text,
        asides=reading.cleaned.asides,
        passages=passages,
        fates=measure(fates, page.measures),
        sentences=reading.sentences,
    )


def _not_listed(task: Task, found: Found, reading: Reading) -> Reference:
    (listing,) = offered(task, found.pile, reading).listings.values()
    return refer_to(0, listing, found.register)
