"""Weigh an article's words by the company they keep with each theme in the pile: the second step of self-training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt

from briefing.model import Pile, Theme
from briefing.stages.theme.teach import named, names, teach
from briefing.stages.theme.units import Unit

# All constants here were swept one by one, in turns, over three sets of stitched articles (440 articles, 15 themes).
# How many words of background are mixed into those of a theme (swept 10 … 1,000; flat from 100 to 300).
PRIOR = 300.0
# A word met n times in the pile counts n / (n + RARE): swept 0 … 8, best 1 … 4.
RARE = 2.0
# Taken off every count, so that a word met once by chance says little (absolute discounting, Ney and others 1994).
# Swept 0, 0.5, 1: gains 1.3 points on piles of five, 0.3 on whole piles; 1 loses.
ONCE = 0.5
# No single word says more than this, in nats (swept 1, 2, 3, 5).
LIMIT = 1.0
# What the learnt words of a unit weigh against its matched terms (swept 0.1 … 1.8); for no theme, half of it. Without
# them macro F1 for the pile falls from 87.8, 89.5, 76.9 to 86.4, 82.8, 68.3.
LEARNT, AGAINST = 0.5, 0.5
# What a theme that the article nowhere names starts behind with. Swept 0 … 0.35: no change beyond noise on the three
# sets, but chance no longer puts one sentence of an article under a theme that it never mentions.
UNNAMED = 0.2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit with its score for every theme and, last, for none; `taken_for` is what it was counted under."""

    unit: Unit
    taken_for: int | None
    scores: tuple[float, ...]


def weigh(units: Sequence[Unit], pile: Pile, themes: Sequence[Theme]) -> list[Weighed]:
    """Return the units of one article with their scores: what the themes' terms say and what the pile's words add."""
    present = {match.theme for unit in units for match in unit.found} | {len(themes)}
    handicaps = [0.0 if state in present else UNNAMED for state in range(len(themes) + 1)]
    weighed = []
    for unit, taken_for in zip(units, teach(units, len(themes)), strict=True):
        parts = zip(named(unit, len(themes)), learnt(unit, taken_for, pile, names(themes)), handicaps, strict=True)
        weighed.append(Weighed(unit, taken_for, tuple(term + company - less for term, company, less in parts)))
    return weighed


def odds(term: str, unit: Unit, taken_for: int | None, pile: Pile, states: Sequence[str]) -> tuple[float, ...]:
    """Return how much a word of a unit speaks for each state: its log-odds against all counted words, in nats, shrunk.

    A log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), the prior being the pile's own
    words. The unit itself is left out of the counts, so that none confirms itself.
    """
    tables, sizes = _tables(pile, states)
    return _odds(term, unit, taken_for, tables, sizes)


_Tables = Sequence[Mapping[str, int]]


def _tables(pile: Pile, states: Sequence[str]) -> tuple[_Tables, list[int]]:
    return [pile.company.get(state, {}) for state in states], [pile.company_size.get(state, 0) for state in states]


def _odds(term: str, unit: Unit, taken_for: int | None, tables: _Tables, sizes: Sequence[int]) -> tuple[float, ...]:
    counts = [table.get(term, 0) for table in tables]
    if taken_for is not None and counts[taken_for]:
        counts[taken_for] -= 1
        sizes = [*sizes]
        sizes[taken_for] = max(counts[taken_for], sizes[taken_for] - len(unit.terms))
    return _of_counts(tuple(counts), tuple(sizes))


@lru_cache(maxsize=65_536)
def _of_counts(counts: tuple[int, ...], sizes: tuple[int, ...]) -> tuple[float, ...]:
    """Rare words have the same few counts: eight calls in ten are known."""
    met = sum(counts)
    if not met:
        return (0.0,) * len(counts)
    share = met / sum(sizes)
    trust = met / (met + RARE)
    shares = [
        (max(0.0, count - ONCE) + PRIOR * share) / (size + PRIOR) for count, size in zip(counts, sizes, strict=True)
    ]
    return tuple(trust * max(-LIMIT, min(LIMIT, log(own / share))) for own in shares)


def learnt(unit: Unit, taken_for: int | None, pile: Pile, states: Sequence[str]) -> list[float]:
    """Return what the words of a unit say for each state by the company they keep in the pile (naive Bayes, damped)."""
    tables, sizes = _tables(pile, states)
    known = [o for term in unit.terms if any(o := _odds(term, unit, taken_for, tables, sizes))]
    if not known:
        return [0.0] * len(states)
    sums = [LEARNT * fsum(column) / sqrt(len(known)) for column in zip(*known, strict=True)]
    return [*sums[:-1], AGAINST * sums[-1]]
