"""What each part of a set's worth counts, as learnt: `python tests/benchmarks/weights.py DATA` prints the tables."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """How much each part of a set's worth counts.

    Means over the sentences of a set: `own`: the method's score (0 to 1). `place`: exp(-position / 10). `near`: cosine
    of an extract to the centroid. `agreement`: its cosine to the nearest lead of another article. `figures`: 1 where it
    gives one. `first_person`: 1 where somebody speaks of himself. `length`: words a sentence, by 25.
    Of the whole set: `fit`: cosine to the centroid. `whole`: cosine to one in which every place counts the same.
    `titles`: share of the titles' terms that it holds. `carried`: share of its terms that are carried (by two articles,
    or by two sentences of the only one). `coverage`: weight of the carried pairs that it holds, by that of the
    heaviest. `spent`: share of the budget's words.
    """

    own: float = 0.0
    place: float = 0.0
    near: float = 0.0
    agreement: float = 0.0
    figures: float = 0.0
    first_person: float = 0.0
    length: float = 0.0
    fit: float = 0.0
    whole: float = 0.0
    titles: float = 0.0
    carried: float = 0.0
    coverage: float = 0.0
    spent: float = 0.0


# Learnt on 275 articles with highlights, 558 that share a roundup, and the same with longer references.
ONE = Weights(
    own=7.6,
    place=6.4,
    near=13.2,
    agreement=0.0,
    figures=1.6,
    first_person=-2.4,
    length=-2.6,
    fit=9.4,
    whole=7.0,
    titles=4.9,
    carried=4.1,
    coverage=1.8,
    spent=0.0,
)
# Learnt on 250 stories of two or three articles with a roundup (60 words).
MANY = Weights(
    own=6.7,
    place=4.2,
    near=8.0,
    agreement=6.8,
    figures=1.9,
    first_person=0.2,
    length=-0.3,
    fit=16.3,
    whole=0.0,
    titles=12.0,
    carried=7.2,
    coverage=2.4,
    spent=-12.8,
)
