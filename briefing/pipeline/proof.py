"""Prove a page: read again what it cites, derive the page again from that, and hold the two against each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.executors.serial import Serial
from briefing.model import (
    Article,
    Briefing,
    Extract,
    Hand,
    Hashes,
    Location,
    Past,
    Pile,
    Problem,
    Reference,
    Selection,
    Span,
    Statement,
    is_address,
)
from briefing.model.proof import Proof
from briefing.pipeline.reading import read_once
from briefing.pipeline.story import NO_PAST, Found, arranged, extracts, gather_all, with_listings, with_originals
from briefing.pipeline.task import Numbered, Task
from briefing.plugins import Renderer, Shard
from briefing.renderers.read_back import Page, read_back, written
from briefing.renderers.words import Words
from briefing.stages.arrange import Heading, Numbers
from briefing.stages.compare import is_same
from briefing.stages.compose import weighted
from briefing.stages.heed import is_withheld, withhold
from briefing.stages.identify import identify
from briefing.stages.reasons import COUNTED
from briefing.stages.recall import recall
from briefing.stages.register import fault
from briefing.stages.verify import Known, verify

Finder = Callable[[Location, str], Article | str]
"""Finds the article at a location, with that sha256, or says why it cannot be checked."""

NO_SOURCE = "the page names no such source"
_REASONS = frozenset(re.findall("[a-z]+", " ".join(COUNTED)))
_SHA256 = re.compile("[0-9a-f]{64}")


def _nothing_kept(_: str) -> Article | None:
    return None


@dataclass(frozen=True)
class Again:
    """What is needed to derive a page again; `past` is None where what it was marked against is no longer known.

    For a page that does not list all articles `pile` are the shards of its sources, as they are now, `recorded` the
    hashes of all that it was made from, if an edition of it is recorded; `kept` gives a copy by its hash.
    """

    task: Task
    title: str
    language: str
    renderer: Renderer
    find: Finder
    reread: Callable[[str], Iterator[Article | Problem]]
    digest: str = ""
    past: Past | None = NO_PAST
    pile: Sequence[Numbered] = ()
    recorded: frozenset[str] = frozenset()
    kept: Callable[[str], Article | None] = _nothing_kept


def prove(page: Page, again: Again, folder: str) -> Proof:
    """Return what can be proved of a page that stands in `folder` (an absolute path)."""
    sources = _Found.of(page, again)
    rest = _rest(page, again) if page.digest else ()
    shards = [Numbered(0, sources), *(rest or ())]
    found = gather_all(again.task, shards, Serial())
    found = with_listings(found, again.task, Serial(), {article.sha256 for article in sources.articles.values()})
    selection = _selection(page, sources, again.task, found)
    heading = Heading(again.title, page.day, again.language, replace(page.made.sealed(page.day), sources=page.pile))
    memory = recall(again.past or NO_PAST, found.candidates.listings.values())
    briefing = arranged(again.task, found, selection, heading, memory, _numbers(page, is_whole=not sources.faults))
    briefing = with_originals(briefing, again.task, Serial(), found, shown=_shown(page, briefing, sources, rest))
    expected = read_back(str(again.renderer(briefing, folder)), folder)
    texts = {label: written(sources.text(page, label), page.format) for label in page.extracts if sources.has(label)}
    knowledge = Known(
        expected=expected.claims if expected else (),
        texts=texts,
        printed=frozenset(label for statement in page.statements for label in statement),
        faults={x: sources.faults.get(number(x), NO_SOURCE) for x in page.extracts if not sources.has(x)},
        broken={int(label): reason for label, reason in sources.faults.items() if label.isdigit()},
        words=again.renderer.own_words(again.language) | _REASONS,
        entries=_entries(again.task.hand),
        has_settings=again.digest == page.made.digest,
        has_past=again.past is not None,
        has_pile=rest is not None,
    )
    return verify(page.claims, tuple(page.extracts), knowledge)


def _shown(page: Page, briefing: Briefing, sources: _Found, rest: object) -> list[Reference]:
    """What the page may show whole though the one derived again does not cite it: nothing, unless something is missing.

    A table of figures that cannot be derived any more may have been all that cites an article.
    """
    cited = {number(label) for label in page.cited if "." in label}
    is_whole = rest is not None and not sources.faults
    return [] if is_whole else [r for r in briefing.references if str(r.number) in cited]


def _entries(hand: Hand) -> tuple[str, ...]:
    return (*hand.pin, *hand.drop, *hand.exclude, *hand.prefer)


def number(label: str) -> str:
    """Return the label of the article that an extract's label belongs to: "3" for "3.4"."""
    return label.partition(".")[0]


@dataclass(frozen=True)
class _Found:
    """What the page's sources hold today, as one shard; `faults` says what is not as it was."""

    articles: Mapping[str, Article]
    faults: Mapping[str, str]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, page: Page, again: Again) -> _Found:
        found = {label: _found(again, cited.target.location, cited.sha256) for label, cited in page.articles.items()}
        return cls(
            articles={label: article for label, article in found.items() if isinstance(article, Article)},
            faults={label: _reason(fault) for label, fault in found.items() if not isinstance(fault, Article)},
            problems=tuple(item for path in dict.fromkeys(page.unread) for item in _problems(path, page, again)),
        )

    def has(self, label: str) -> bool:
        return number(label) in self.articles

    def text(self, page: Page, label: str) -> str:
        place = page.extracts[label].target
        return self.articles[number(label)].text[place.start : place.end]

    def read(self) -> Iterator[Article | Problem]:
        yield from self.articles.values()
        yield from self.problems


def _rest(page: Page, again: Again) -> list[Numbered] | None:
    """The articles that the page counts, as shards; None where they are not just those that it was made from."""
    listed = {cited.sha256 for cited in page.articles.values() if _SHA256.fullmatch(cited.sha256)}
    pile = [Numbered(k, _Texts(shard, listed, again.recorded)) for k, shard in enumerate(again.pile, 1)]
    there = Hashes.of(item.sha256 for shard in pile for item in shard.read() if isinstance(item, Article))
    gone = [sha256 for sha256 in sorted(again.recorded - listed) if sha256 not in there]
    kept = [article for article in map(again.kept, gone) if article]
    everything = Hashes.of([*listed, *there, *(article.sha256 for article in kept)])
    return [*pile, Numbered(len(pile) + 1, _Given(kept))] if everything.digest == page.digest else None


@dataclass(frozen=True)
class _Texts:
    """The usable articles of a shard that are not listed, and that are recorded, if it is known which are."""

    shard: Shard
    listed: Collection[str]
    recorded: Collection[str]

    def read(self) -> Iterator[Article]:
        usable = (item for item in self.shard.read() if isinstance(item, Article) and fault(item) is None)
        others = (article for article in usable if article.sha256 not in self.listed)
        yield from (article for article in others if not self.recorded or article.sha256 in self.recorded)


@dataclass(frozen=True)
class _Given:
    articles: Sequence[Article]

    def read(self) -> Iterator[Article]:
        yield from self.articles


def _problems(path: str, page: Page, again: Again) -> Iterator[Problem]:
    """Yield what is wrong at a path; of several things that can be said of one place, what the page says."""
    found = [item for item in map(identify, again.reread(path)) if isinstance(item, Problem)]
    name = "" if is_address(path) else path.rpartition("/")[2]
    said = [item for item in found if _is_said(item, page, name)]
    settled = {item.where for item in said}
    yield from (item for item in found if item in said or (item.where not in settled and not is_address(path)))


def _is_said(problem: Problem, page: Page, name: str) -> bool:
    """Whether a page tells of a problem, of a file by its `name`; an address says something else each time it is asked.

    JSON tells of it in English, whatever the page's language.
    """
    what = problem.what if page.format == "json" else Words(page.language, str).gettext(problem.what)
    said, of = _letters(written(what, page.format)), _letters(written(name, page.format))
    return any(said in claim and of in claim for claim in (_letters(claim.text) for claim in page.claims))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _found(again: Again, location: Location, sha256: str) -> Article | Problem | str:
    item = again.find(location, sha256)
    return item if isinstance(item, str) else identify(item)


def _reason(fault: Problem | str) -> str:
    return fault if isinstance(fault, str) else fault.what


def _numbers(page: Page, *, is_whole: bool) -> Numbers:
    return Numbers(
        {cited.sha256: int(label) for label, cited in page.articles.items() if label.isdigit()},
        {(c.sha256, c.target.start, c.target.end): label for label, c in page.extracts.items()},
        is_whole,
    )


def _selection(page: Page, sources: _Found, task: Task, found: Found) -> Selection:
    """The page's own choice: its statements, as far as their articles are there."""
    articles = {article.sha256: article for article in sources.articles.values()}
    by_place = {(e.article, e.start, e.end): e for a in articles.values() for e in _offered(task, found.pile, a)}

    def extract(label: str) -> Extract:
        article, place = sources.articles[number(label)], page.extracts[label].target
        known = by_place.get((article.sha256, place.start, place.end))
        return known or _unchosen(article, Span(place.start, place.end))

    there = [[x for x in labels if x in page.extracts and sources.has(x)] for labels in page.statements]
    borne_out = {x[0]: _borne_out([extract(y) for y in x], by_place.values()) for x in there if x}
    statements = {label: weighted(s, found.candidates.listings) for label, s in borne_out.items()}
    return Selection(tuple(statements.values()), tuple(statements[x] for x in page.glance if x in statements))


def _offered(task: Task, pile: Pile, article: Article) -> Iterator[Extract]:
    """All extracts of an article; what the editor kept back and puts onto the page by hand is his own choice."""
    for extract in extracts(task, pile, withhold(read_once(article, task.zone, task.kept), task.hand)):
        yield replace(extract, unfit=None) if is_withheld(extract.unfit) else extract


def _borne_out(named: Sequence[Extract], known: Iterable[Extract]) -> Statement:
    """The first wording with those others that say the same, or that another wording of their articles joins to it."""
    wording, *others = named
    if not others:
        return Statement(wording)
    articles = {extract.article for extract in named}
    alike = [wording, *(extract for extract in known if extract.article in articles and is_same(extract, wording))]
    return Statement(wording, tuple(other for other in others if any(is_same(one, other) for one in alike)))


def _unchosen(article: Article, span: Span) -> Extract:
    """A place that no extract of ours has: somebody else's choice, to be judged by its words alone."""
    return Extract(article.sha256, *span, article.text[slice(*span)], span, (), (), 0.0)
