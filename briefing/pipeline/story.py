"""The story: load, read, pile, choose, merge, compose, arrange, render.

Each verb over articles is a map over shards whose results add up (`Executor.fold`), so that a folder on a laptop and an
archive on a cluster take the same way. Only `read` is worth keeping between the maps, and a few readings are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import chain
from operator import or_

from briefing.model import (
    Article,
    Briefing,
    Candidates,
    Dated,
    Event,
    Extract,
    Original,
    Past,
    Pile,
    Reading,
    Reference,
    Register,
    Selection,
    Story,
)
from briefing.pipeline.reading import read_once
from briefing.pipeline.task import Numbered, Task
from briefing.plugins import Executor
from briefing.stages.arrange import UNNUMBERED, Heading, Numbers, arrange
from briefing.stages.carry import Carriers, carries, carry, pool
from briefing.stages.choose import choose
from briefing.stages.compose import compose
from briefing.stages.count import add, count, total
from briefing.stages.date.shared import Wanted, Witnesses, agree, settled, want, wanted, witnesses
from briefing.stages.gather import gather, outside
from briefing.stages.heed import heed, is_excluded, unheeded, withhold
from briefing.stages.label import label, story
from briefing.stages.merge import merge
from briefing.stages.recall import Memory, recall
from briefing.stages.register import enlarge, entry, fault, register
from briefing.stages.theme import theme
from briefing.stages.theme.cover import cover

NO_PAST = Past()


@dataclass(frozen=True, slots=True)
class Found:
    """What the maps over all articles found; `events` are those that no theme is about."""

    register: Register
    pile: Pile
    candidates: Candidates
    events: tuple[Event, ...] = ()


def brief(
    task: Task,
    shards: Sequence[Numbered],
    executor: Executor,
    heading: Heading,
    past: Past = NO_PAST,
) -> Briefing:
    """Return the day's briefing of everything that the shards hold."""
    found = gather_all(task, shards, executor)
    memory = recall(past, found.candidates.listings.values())
    selection = select_all(task, shards, executor, found, memory=memory)
    return with_originals(arranged(task, found, selection, heading, memory), task, shards, executor, found=found)


def arranged(
    task: Task, found: Found, selection: Selection, heading: Heading, memory: Memory, numbers: Numbers = UNNUMBERED
) -> Briefing:
    """Return the briefing of what was selected, with a problem for everything that the editor asked for in vain."""
    vain = unheeded(task.hand, found.candidates, selection)
    return arrange(
        selection,
        found.candidates,
        replace(found.register, problems=tuple(sorted({*found.register.problems, *vain}))),
        themes=task.sections,
        heading=heading,
        numbers=numbers,
        events=found.events,
        memory=memory,
    )


def with_originals(
    briefing: Briefing, task: Task, shards: Sequence[Numbered], executor: Executor, *, found: Found
) -> Briefing:
    """Return the briefing with the articles that it cites beside it: one more map, which reads these alone.

    They are as many as a page has room to cite, however large the archive is.
    """
    cited = {citation.reference.sha256: citation.reference for citation in briefing.citations}
    nothing: dict[str, Original] = {}
    originals = executor.fold(partial(_originals, task, found, cited), shards, or_, nothing) if cited else nothing
    return replace(briefing, originals=tuple(sorted(originals.values(), key=lambda one: one.reference.number)))


def _originals(task: Task, found: Found, cited: Mapping[str, Reference], shard: Numbered) -> dict[str, Original]:
    readings = readings_of(shard, found.register, task, only=cited)
    return {r.article.sha256: _original(task, found, r, cited[r.article.sha256]) for r in readings}


def _original(task: Task, found: Found, reading: Reading, reference: Reference) -> Original:
    passages = cover(reading, theme(reading, found.pile, task.themes)) if task.holds(reading) else ()
    return Original(reference, reading.article.text, reading.cleaned.asides, passages)


def gather_all(task: Task, shards: Sequence[Numbered], executor: Executor) -> Found:
    """Load, read, pile and choose: the maps whose results add up."""
    known, pile = piled(task, shards, executor)
    chosen = executor.fold(partial(_choose, task, known, pile), shards, merge, Candidates())
    if lost := frozenset(task.names) - {*chosen.best, *chosen.resorts}:
        pile = replace(pile, passing=lost)
        chosen = executor.fold(partial(_choose, task, known, pile), shards, merge, Candidates())
    found = Found(known, pile, chosen)
    return replace(found, events=_events(task, shards, executor, found))


def piled(task: Task, shards: Sequence[Numbered], executor: Executor) -> tuple[Register, Pile]:
    """Load, read and pile: all that has to be known before anything is chosen."""
    known = executor.fold(_load, shards, enlarge, Register())
    known = replace(known, dated=_inferred(task, shards, executor, known))
    return known, executor.fold(partial(_pile, task, known), shards, add, Pile())


def select_all(
    task: Task, shards: Sequence[Numbered], executor: Executor, found: Found, *, memory: Memory
) -> Selection:
    """Count who carries the best statements, and compose the page from them."""
    survivors = {e.fingerprint: e.article for extracts in found.candidates.best.values() for e in extracts}
    nobody: Carriers = {}
    carriers = executor.fold(partial(_carry, task, found, survivors), shards, pool, nobody)
    carrying = chain.from_iterable(carriers.values())
    return compose(found.candidates, carrying, task.names, task.budget, found.events, memory=memory)


def _events(task: Task, shards: Sequence[Numbered], executor: Executor, found: Found) -> tuple[Event, ...]:
    """Group the articles that have a candidate outside all themes; one more map, which reads these few alone."""
    wanted = frozenset(extract.article for extract in found.candidates.best.get("", ()))
    nothing: dict[str, Story] = {}
    stories = executor.fold(partial(_stories, task, found, wanted), shards, or_, nothing) if len(wanted) > 1 else {}
    return label(stories.values(), found.pile)


def _stories(task: Task, found: Found, wanted: Collection[str], shard: Numbered) -> dict[str, Story]:
    readings = readings_of(shard, found.register, task, only=wanted)
    return {r.article.sha256: story(r, theme(r, found.pile, task.themes)) for r in readings}


def _load(shard: Numbered) -> Register:
    return register(shard.read(), shard.number)


def _inferred(task: Task, shards: Sequence[Numbered], executor: Executor, known: Register) -> dict[str, Dated]:
    """Return the days that dated articles give to undated ones; two more maps, the second only if there are any."""
    nothing: Wanted = {}
    nobody: Witnesses = {}
    asked = executor.fold(partial(_wanted, task, known), shards, want, nothing)
    return settled(executor.fold(partial(_witnesses, task, known, asked), shards, agree, nobody)) if asked else {}


def _wanted(task: Task, known: Register, shard: Numbered) -> Wanted:
    may_be_undated = (article for article in _articles_of(shard, known) if article.date is None)
    return reduce(want, (wanted(read_once(article, task.zone, task.kept)) for article in may_be_undated), {})


def _witnesses(task: Task, known: Register, asked: Wanted, shard: Numbered) -> Witnesses:
    usable = (reading for reading in readings_of(shard, known, task) if not is_excluded(reading, task.hand))
    return reduce(agree, (witnesses(reading, asked) for reading in usable), {})


def _pile(task: Task, known: Register, shard: Numbered) -> Pile:
    readings = (reading for reading in readings_of(shard, known, task) if task.holds(reading))
    return total(count(reading, task.themes) for reading in readings)


def _choose(task: Task, known: Register, pile: Pile, shard: Numbered) -> Candidates:
    return reduce(merge, (_offered(task, pile, reading) for reading in readings_of(shard, known, task)), Candidates())


def _offered(task: Task, pile: Pile, reading: Reading) -> Candidates:
    if not task.holds(reading):
        return heed(outside(reading), reading, (), task.hand)
    passages = theme(reading, pile, task.themes)
    found = choose(reading, passages, pile, task.summariser)
    return heed(gather(reading, passages, found), reading, found, task.hand)


def extracts(task: Task, pile: Pile, reading: Reading) -> tuple[Extract, ...]:
    """Return all extracts of one article, each under its theme."""
    return choose(reading, theme(reading, pile, task.themes), pile, task.summariser)


def _carry(task: Task, found: Found, survivors: Mapping[str, str], shard: Numbered) -> Carriers:
    readings = (reading for reading in readings_of(shard, found.register, task) if task.holds(reading))
    carrying = (reading for reading in readings if carries(reading, survivors))
    return reduce(pool, (carry(extracts(task, found.pile, reading), survivors) for reading in carrying), {})


def readings_of(
    shard: Numbered, known: Register, task: Task, *, only: Collection[str] | None = None
) -> Iterator[Reading]:
    """Read the shard's articles, each text once, where the register says that it stands, with the day that it knows.

    Of the articles `only` those whose sha256 is there, if it is given. What the editor keeps back is marked.
    """
    for article in _articles_of(shard, known):
        if only is not None and article.sha256 not in only:
            continue
        reading = withhold(read_once(article, task.zone, task.kept), task.hand)
        yield replace(reading, dated=known.dated[article.sha256]) if article.sha256 in known.dated else reading


def _articles_of(shard: Numbered, known: Register) -> Iterator[Article]:
    usable = (item for item in shard.read() if isinstance(item, Article) and fault(item) is None)
    done: set[str] = set()
    for article in usable:
        is_its_own = known.articles[article.sha256][0] == entry(article, shard.number)
        if is_its_own and article.sha256 not in done:
            done.add(article.sha256)
            yield article
