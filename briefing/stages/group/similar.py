"""Say how like two articles are: the cosines of their names and of their pairs of words, weighted by rarity.

Salton and Buckley (1988) for the weights: √frequency × log of the inverse document frequency.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from math import fsum, log, sqrt

from briefing.model import Signature

# A pile is counted as if it had so many articles more, a tenth of which hold any given term: in a pile of five, what
# two of them share is no less rare for it. Swept over 10, 20, 30, 40, 50 articles and shares of 0.02, 0.05, 0.1: the
# mean of four sets of piles is 89.3 to 90.1; without any, piles of 3 to 20 articles lose 3 points and want half the
# threshold of large ones.
MORE_ARTICLES, SHARE = 20, 0.1
# The heaviest names and pairs kept of an article. Swept over 12, 16, 24, 32, 48, 64, all: full pile 85, 87, 88, 91, 91,
# 91, 92.
KEPT = 64
# A term of more articles than this tells no event apart, and comparing them all would not be linear.
COMMON = 500
# Pairs of articles less alike than this are not remembered: a third of the least that is linked.
FAINT = 0.03

# What the cosines count. Swept over pairs 1, 1.5, 2, 3 times as much as names: 1.5 has 91 and 91 on two halves of the
# topics, 1 has 87 and 90. Kindred events of one week share names; what happened is in the pairs.
NAMES, PAIRS = 0.4, 0.6

# Reports so many days apart are of one event if they are alike; each further day halves their likeness. Of 228 dated
# pairs of reports of one story, 221 lie at most one day apart. On these 250 stories precision is 4 points higher than
# with three days for both, and recall 1 lower.
FRESH = 1

Similarities = Mapping[tuple[int, int], float]


def similar(signatures: Sequence[Signature]) -> Similarities:
    """Return the similarity (0 to 1) of those pairs of positions, the lower first, that are alike at all."""
    total: defaultdict[tuple[int, int], float] = defaultdict(float)
    for share, view in (NAMES, [s.names for s in signatures]), (PAIRS, [s.pairs for s in signatures]):
        for pair, cosine in _cosines(view):
            total[pair] += share * cosine
    likenesses = ((pair, _faded(likeness, *(signatures[k].day for k in pair))) for pair, likeness in total.items())
    return {pair: round(likeness, 6) for pair, likeness in likenesses if likeness >= FAINT}


def _faded(likeness: float, one: date | None, other: date | None) -> float:
    """Return the likeness of two articles for their days: one that states none may be of any."""
    apart = abs((one - other).days) if one and other else 0
    faded: float = likeness * 0.5 ** max(0, apart - FRESH)
    return faded


def _cosines(counts: Sequence[Sequence[tuple[str, int]]]) -> list[tuple[tuple[int, int], float]]:
    found: list[tuple[tuple[int, int], float]] = []
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(_vectors(counts)):
        products: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector:
            for other, its_weight in holding[term]:
                products[other] += weight * its_weight
            holding[term].append((place, weight))
        found += [((other, place), product) for other, product in products.items()]
    return found


def _vectors(counts: Sequence[Sequence[tuple[str, int]]]) -> list[list[tuple[str, float]]]:
    """Return each article's heaviest terms with their weights, of length 1 together."""
    articles_with = Counter(term for terms in counts for term, _ in terms)
    rarity = {
        term: log((len(counts) + MORE_ARTICLES) / (articles + SHARE * MORE_ARTICLES))
        for term, articles in articles_with.items()
        if articles <= COMMON
    }
    weighed = ([(t, sqrt(n) * rarity[t]) for t, n in terms if t in rarity] for terms in counts)
    return [_normed(sorted(vector, key=lambda pair: (-pair[1], pair[0]))[:KEPT]) for vector in weighed]


def _normed(vector: list[tuple[str, float]]) -> list[tuple[str, float]]:
    length = sqrt(fsum(weight * weight for _, weight in vector)) or 1.0
    return [(term, weight / length) for term, weight in vector]
