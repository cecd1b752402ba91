"""The story: load, read, pile, choose, merge, compose, arrange, render.

Each verb over articles is a map over shards whose results add up (`Executor.fold`), so that a folder on a laptop and an
archive on a cluster take the same way. Only `read` is worth keeping between the maps, and a few readings are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from operator import or_

from briefing.errors import SourceError
from briefing.executors.pairing import paired
from briefing.model import (
    Article,
    Briefing,
    Candidates,
    Dated,
    Event,
    Extract,
    Hashes,
    Listing,
    Original,
    Past,
    Pile,
    Reading,
    Reference,
    Register,
    Selection,
    Story,
    Texts,
)
from briefing.pipeline.reading import read_once
from briefing.pipeline.sparing import named, sparing
from briefing.pipeline.task import Numbered, Task, apart
from briefing.plugins import Executor
from briefing.stages.arrange import UNNUMBERED, Heading, Numbers, arrange
from briefing.stages.carry import Carriers, carries, carry, may_carry, pool, runs_of
from briefing.stages.choose import choose
from briefing.stages.compose import compose
from briefing.stages.count import add, count, total
from briefing.stages.date.shared import Wanted, Witnesses, agree, settled, want, wanted, witnesses
from briefing.stages.gather import gather, outside
from briefing.stages.heed import heed, is_excluded, unheeded, withhold
from briefing.stages.label import label, story
from briefing.stages.merge import merge
from briefing.stages.recall import Memory, recall
from briefing.stages.register import enlarge, enlist, entry, fault, join, register, several
from briefing.stages.tally import including
from briefing.stages.theme import theme
from briefing.stages.theme.cover import cover

NO_PAST = Past()
CHANGED = "what it holds has changed, or could not be read again, while the briefing was made; make it again"


@dataclass(frozen=True, slots=True)
class Found:
    """What the maps over all articles found; `events` are those that no theme is about.

    `carrying` are the extracts of other articles that say the same as the best ones. `shards` are those
    that were read, each with its own part of the register.
    """

    shards: tuple[Numbered, ...]
    register: Register
    pile: Pile
    candidates: Candidates = field(default_factory=Candidates)
    events: tuple[Event, ...] = ()
    carrying: tuple[Extract, ...] = ()


def brief(
    task: Task,
    shards: Sequence[Numbered],
    executor: Executor,
    heading: Heading,
    past: Past = NO_PAST,
) -> Briefing:
    """Return the day's briefing of everything that the shards hold."""
    return sparing(partial(_brief, task, executor, heading, past), shards)


def _brief(task: Task, executor: Executor, heading: Heading, past: Past, shards: Sequence[Numbered]) -> Briefing:
    found = with_carriers(gather_all(task, shards, executor), task, executor)
    memory = recall(past, found.candidates.listings.values())
    selection = select_all(task, found, memory=memory)
    return with_originals(arranged(task, found, selection, heading, memory), task, executor, found)


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
    briefing: Briefing, task: Task, executor: Executor, found: Found, *, shown: Iterable[Reference] = ()
) -> Briefing:
    """Return the briefing with the articles that it cites, and those `shown`, beside it: one more map over these alone.

    They are as many as a page has room to cite, however large the archive is.
    """
    cited = {citation.reference.sha256: citation.reference for citation in briefing.citations}
    cited |= {reference.sha256: reference for reference in shown}
    nothing: dict[str, Original] = {}
    work = partial(_originals, task, found.pile, cited)
    originals = executor.fold(work, found.shards, or_, nothing) if cited else nothing
    return replace(briefing, originals=tuple(sorted(originals.values(), key=lambda one: one.reference.number)))


def _originals(task: Task, pile: Pile, cited: Mapping[str, Reference], shard: Numbered) -> dict[str, Original]:
    readings = readings_of(shard, task, only=lambda article: article.sha256 in cited)
    return {r.article.sha256: _original(task, pile, r, cited[r.article.sha256]) for r in readings}


def _original(task: Task, pile: Pile, reading: Reading, reference: Reference) -> Original:
    passages = cover(reading, theme(reading, pile, task.themes)) if task.holds(reading) else ()
    return Original(reference, reading.article.text, reading.cleaned.asides, passages)


def gather_all(task: Task, shards: Sequence[Numbered], executor: Executor) -> Found:
    """Load, read, pile and choose: the maps whose results add up."""
    found = piled(task, shards, executor)
    chosen = executor.fold(partial(_choose, task, found.pile), found.shards, merge, Candidates())
    if lost := frozenset(task.names) - {*chosen.best, *chosen.resorts}:
        found = replace(found, pile=replace(found.pile, passing=lost))
        chosen = executor.fold(partial(_choose, task, found.pile), found.shards, merge, Candidates())
    found = replace(found, candidates=chosen)
    return replace(found, events=_events(task, executor, found))


def piled(task: Task, shards: Sequence[Numbered], executor: Executor) -> Found:
    """Load, read and pile: all that has to be known before anything is chosen."""
    texts = executor.fold(_texts, shards, join, Texts())
    again, known = several(texts), Register()
    if again:
        known = executor.fold(partial(_places, again), shards, enlarge, known)
    known = replace(known, problems=texts.problems)
    known = replace(known, dated=_inferred(task, apart(known, shards, texts), executor))
    own = apart(known, shards, texts)
    return Found(own, known, executor.fold(partial(_pile, task), own, add, Pile()))


def with_carriers(found: Found, task: Task, executor: Executor) -> Found:
    """Find who else carries the best statements: one more map."""
    survivors = {e.fingerprint: e.article for extracts in found.candidates.best.values() for e in extracts}
    nobody: Carriers = {}
    carriers = executor.fold(partial(_carry, task, found.pile, survivors), found.shards, pool, nobody)
    carrying = tuple(chain.from_iterable(carriers.values()))
    found = with_listings(replace(found, carrying=carrying), task, executor, {extract.article for extract in carrying})
    dated = (listing.dated.witness for listing in found.candidates.listings.values())
    return with_listings(found, task, executor, {*filter(None, dated)})


def with_listings(found: Found, task: Task, executor: Executor, articles: Collection[str]) -> Found:
    """Have these articles (sha256) listed, too; those that were only counted are read once more."""
    wanted = frozenset(articles) - found.candidates.listings.keys()
    if not wanted:
        return found
    nothing: dict[str, Listing] = {}
    listings = executor.fold(partial(_listings, task, found.pile, wanted), found.shards, or_, nothing)
    return replace(found, candidates=including(found.candidates, listings))


def _listings(task: Task, pile: Pile, wanted: Collection[str], shard: Numbered) -> dict[str, Listing]:
    readings = readings_of(shard, task, only=lambda article: article.sha256 in wanted)
    return dict(pair for reading in readings for pair in offered(task, pile, reading).listings.items())


def select_all(task: Task, found: Found, *, memory: Memory) -> Selection:
    """Compose the page from what was found."""
    return compose(found.candidates, found.carrying, task.names, task.budget, found.events, memory=memory)


def _events(task: Task, executor: Executor, found: Found) -> tuple[Event, ...]:
    """Group the articles that have a candidate outside all themes; one more map, which reads these few alone."""
    wanted = frozenset(extract.article for extract in found.candidates.best.get("", ()))
    nothing: dict[str, Story] = {}
    work = partial(_stories, task, found.pile, wanted)
    stories = executor.fold(work, found.shards, or_, nothing) if len(wanted) > 1 else {}
    return label(stories.values(), found.pile)


def _stories(task: Task, pile: Pile, wanted: Collection[str], shard: Numbered) -> dict[str, Story]:
    readings = readings_of(shard, task, only=lambda article: article.sha256 in wanted)
    return {r.article.sha256: story(r, theme(r, pile, task.themes, told=False)) for r in readings}


def _texts(shard: Numbered) -> Texts:
    return enlist(shard.read(), shard.number)


def _places(again: Hashes, shard: Numbered) -> Register:
    """Where the texts stand that are met again: one more map, only if there are any."""
    items = (item for item in shard.read() if isinstance(item, Article) and fault(item) is None)
    return register((item for item in items if item.sha256 in again), shard.number)


def _inferred(task: Task, shards: Sequence[Numbered], executor: Executor) -> dict[str, Dated]:
    """Return the days that dated articles give to undated ones; two more maps, the second only if there are any."""
    nothing: Wanted = {}
    nobody: Witnesses = {}
    asked = executor.fold(partial(_wanted, task), shards, want, nothing)
    return settled(executor.fold(partial(_witnesses, task, asked), shards, agree, nobody)) if asked else {}


def _wanted(task: Task, shard: Numbered) -> Wanted:
    may_be_undated = (article for article in _articles_of(shard) if article.date is None)
    nothing: Wanted = {}
    return paired((wanted(read_once(article, task.zone, task.kept)) for article in may_be_undated), want, nothing)


def _witnesses(task: Task, asked: Wanted, shard: Numbered) -> Witnesses:
    usable = (reading for reading in readings_of(shard, task) if not is_excluded(reading, task.hand))
    nobody: Witnesses = {}
    return paired((witnesses(reading, asked) for reading in usable), agree, nobody)


def _pile(task: Task, shard: Numbered) -> Pile:
    readings = (reading for reading in readings_of(shard, task) if task.holds(reading))
    return total(count(reading, task.themes) for reading in readings)


def _choose(task: Task, pile: Pile, shard: Numbered) -> Candidates:
    return paired((offered(task, pile, reading) for reading in readings_of(shard, task)), merge, Candidates())


def offered(task: Task, pile: Pile, reading: Reading) -> Candidates:
    """Return the candidates of one article."""
    if not task.holds(reading):
        return heed(outside(reading), reading, (), task.hand)
    passages = theme(reading, pile, task.themes, told=False)
    found = choose(reading, passages, pile, task.summariser)
    return heed(gather(reading, passages, found), reading, found, task.hand)


def extracts(task: Task, pile: Pile, reading: Reading) -> tuple[Extract, ...]:
    """Return all extracts of one article, each under its theme."""
    return choose(reading, theme(reading, pile, task.themes, told=False), pile, task.summariser)


def _carry(task: Task, pile: Pile, survivors: Mapping[str, str], shard: Numbered) -> Carriers:
    runs = runs_of(survivors)
    readings = readings_of(shard, task, only=lambda article: may_carry(article, runs))
    carrying = (reading for reading in readings if task.holds(reading) and carries(reading, survivors))
    nobody: Carriers = {}
    return paired((carry(extracts(task, pile, reading), survivors) for reading in carrying), pool, nobody)


def readings_of(shard: Numbered, task: Task, *, only: Callable[[Article], bool] | None = None) -> Iterator[Reading]:
    """Read the shard's articles, each text once, where the register says that it stands, with the day that it knows.

    Of the articles `only` those are read for which it says so, if it is given. What the editor keeps back is marked.
    """
    dated = shard.known.dated
    for article in _articles_of(shard):
        if only is not None and not only(article):
            continue
        reading = withhold(read_once(article, task.zone, task.kept), task.hand)
        yield replace(reading, dated=dated[article.sha256]) if article.sha256 in dated else reading


def _articles_of(shard: Numbered) -> Iterator[Article]:
    """Yield the articles that belong to a shard; raises SourceError where one is not there any more."""
    usable = (item for item in shard.read() if isinstance(item, Article) and fault(item) is None)
    done: set[str] = set()
    for article in usable:
        first = () if article.sha256 in shard.known.once else shard.known.articles.get(article.sha256)
        is_its_own = first is not None and (not first or first[0] == entry(article, shard.number))
        if is_its_own and article.sha256 not in done:
            done.add(article.sha256)
            yield article
    if shard.is_whole and len(done) < len(shard.known.articles) + len(shard.known.once):
        # Else what the first map found would be missing from the page, in silence.
        raise SourceError(f"{named(shard)}: {CHANGED}")
