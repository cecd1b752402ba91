"""Find the extracts of several articles that are wordings of one statement, and choose the one to print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.model import Extract, Statement
from briefing.stages.compare.same import are_one, is_same
from briefing.stages.compare.wording import Wording, core_text, wording

__all__ = ["compare", "core_text", "is_same"]

# Two cores are compared only if they share two of the eight terms of each that the fewest others have. Of 490 pairs of
# wordings among 23,832 sentences this loses 2 (6 terms: 4; 12: 2), and 8,000 extracts need 22,000 looks of 32 million.
RARE = 8
COMMON = 2
# Statements that share a term before it says too little to look it up: what else they share is found by rarer ones.
CROWDED = 100


def compare(extracts: Iterable[Extract]) -> list[Statement]:
    """Return each statement once: the wording to print, and those of other articles, best first."""
    ordered = sorted(set(extracts), key=lambda extract: extract.order)
    wordings = [wording(extract) for extract in ordered]
    counted = Counter(term for one in wordings for term in set(one.whole.terms))
    groups: list[list[int]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(wordings):
        keys = [*_rarest(one, counted), f"= {one.fingerprint}"]
        found = next((k for k in _near(keys, index) if are_one(one, wordings[groups[k][0]])), None)
        if found is None:
            found = len(groups)
            groups.append([])
            for key in keys:
                index[key].append(found)
        groups[found].append(number)
    return [_statement([ordered[number] for number in group]) for group in groups]


def _rarest(one: Wording, counted: Mapping[str, int]) -> list[str]:
    """The terms of a core that the fewest others have."""
    return sorted(set(one.whole.terms), key=lambda term: (counted[term], term))[:RARE]


def _near(keys: Sequence[str], index: Mapping[str, Sequence[int]]) -> list[int]:
    """The groups that share enough of some keys to be worth a look, or the very words, in their order."""
    *terms, words = keys
    lists = (index.get(term, ()) for term in terms)
    shared = Counter(k for found in lists if len(found) <= CROWDED for k in found)
    return sorted({k for k, count in shared.items() if count >= COMMON}.union(index.get(words, ())))


def _statement(group: Sequence[Extract]) -> Statement:
    """The wording that stands alone comes first, then one that a neighbour explains, then one that needs a note.

    Among these the best; each other article is named once.
    """
    wording, *others = sorted(group, key=lambda extract: (bool(extract.notes), extract.sentences, extract.order))
    also: dict[str, Extract] = {}
    for extract in others:
        if extract.article != wording.article:
            also.setdefault(extract.article, extract)
    return Statement(wording, tuple(also.values()))
