"""Infer an undated article's day from dated ones that carry the same sentences: an agency's story, printed twice.

Two folds over the pile: `wanted` collects some sentences of each undated article, `witnesses` asks the dated ones which
of these they carry. What both keep for an article is bounded; both merge in any order and grouping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model import Dated, Reading, Span

# Sentences asked for of each undated article, its first with words enough; and the fewest that must be shared, besides
# half of those asked for and one of the first two. Agencies and sites reprint their background for months (3 or 4
# sentences of it are common), but not with the lead.
_ASKED, _WORDS, _FEWEST, _LEAD = 12, 7, 3, 2
# Articles remembered for one sentence: more undated ones than that with the same sentence share a page's furniture.
_OWNERS = 20


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """An undated article that holds a sentence: which of the `asked` sentences it is, and where it stands."""

    article: str
    place: int
    asked: int
    span: Span


@dataclass(frozen=True, slots=True)
class Witness:
    """A dated article that carries `shared` of an undated one's sentences, the first of them at `span`."""

    dated: Dated
    article: str
    shared: int
    span: Span

    @property
    def order(self) -> tuple[int, str]:
        """The best first: it shares most; ties go by article."""
        return -self.shared, self.article


Wanted = Mapping[str, tuple[Owner, ...]]
"""Undated articles by the words of a sentence that they hold."""

Witnesses = Mapping[str, tuple[Witness, ...]]
"""For each undated article (its sha256) the best witness of each of at most two days."""


def wanted(reading: Reading) -> Wanted:
    """Return what to ask for on behalf of one article: nothing if its day is stated or derived."""
    if reading.dated.confidence not in ("none", "inferred"):
        return {}
    long = [sentence for sentence in reading.sentences if len(sentence.words) >= _WORDS][:_ASKED]
    sha = reading.article.sha256
    return {" ".join(s.words): (Owner(sha, place, len(long), Span(s.start, s.end)),) for place, s in enumerate(long)}


def want(one: Wanted, other: Wanted) -> Wanted:
    """Return what both want: associative, commutative, and neutral for nothing."""
    return {key: _owners({*one.get(key, ()), *other.get(key, ())}) for key in sorted({*one, *other})}


def _owners(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    return tuple(sorted(owners)[:_OWNERS])


def witnesses(reading: Reading, asked: Wanted) -> Witnesses:
    """Return which undated articles a dated one gives its day to."""
    dated = reading.dated
    if dated.day is None or dated.confidence == "inferred":
        return {}
    found = {owner for s in reading.sentences for owner in asked.get(" ".join(s.words), ())}
    shared = Counter(owner.article for owner in found)
    leads = {owner.article for owner in found if owner.place < _LEAD}
    firsts = {owner.article: owner for owner in sorted(found, reverse=True)}
    return {
        sha: (Witness(dated, reading.article.sha256, shared[sha], owner.span),)
        for sha, owner in sorted(firsts.items())
        if sha in leads and shared[sha] >= max(_FEWEST, owner.asked / 2)
    }


def agree(one: Witnesses, other: Witnesses) -> Witnesses:
    """Return the witnesses of both: associative, commutative, and neutral for none.

    Two days are kept, the earliest: that there is a second is all that counts, and the least two survive any grouping.
    """
    return {sha: _two_days((*one.get(sha, ()), *other.get(sha, ()))) for sha in sorted({*one, *other})}


def _two_days(found: Iterable[Witness]) -> tuple[Witness, ...]:
    best: dict[str, Witness] = {}
    for witness in sorted(found, key=lambda w: (str(w.dated.day), w.order)):
        best.setdefault(str(witness.dated.day), witness)
    return tuple(best[day] for day in sorted(best)[:2])


def settled(found: Witnesses) -> dict[str, Dated]:
    """Return the day of each undated article whose witnesses agree on one."""
    return {sha: _dated(agreed[0]) for sha, agreed in found.items() if len(agreed) == 1}


def _dated(witness: Witness) -> Dated:
    return Dated(
        witness.dated.day,
        "sentences shared",
        "inferred",
        witness.span,
        witness=witness.article,
        shared=witness.shared,
    )
