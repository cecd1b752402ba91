"""Our own method, the default: a sentence's nearness to the heart of its list, and its place in its article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

from briefing.model import Pile, Sentence

# How fast a sentence's place stops counting: after so many sentences it counts 1/e. Swept over 1.5-6 on half of 275
# articles with highlights: 2.5 is best (ROUGE-1 +0.2 over either end), and as good as any on 250 stories of several.
REACH = 2.5
# How much a place counts for the centroid: exp(-position / LEAD) + TAIL. LEAD 2-8 and TAIL 0-0.4 are within 0.2.
LEAD = 4.0
TAIL = 0.2
# A term's rarity counts once a pile is large beside this many articles; in a pile of two reports of one event the
# terms that both hold are the subject, not the noise.
SMALL = 20


@dataclass(frozen=True)
class Ours:
    """Position-aware centrality: exp(-position / `reach`) * sqrt(cosine(sentence, lead-weighted centroid of the list)).

    After PacSum (Zheng and Lapata 2019, "Sentence Centrality Revisited for Unsupervised Summarization"), whose
    centrality looks backwards less than forwards; against a centroid (Radev et al. 2004) instead of pair by pair, so
    that the time is linear in the number of words.
    """

    reach: float = REACH

    def __call__(self, sentences: Sequence[Sentence], pile: Pile) -> list[float]:
        """Score each sentence of the list between 0 and 1."""
        rarity = _rarity({term for sentence in sentences for term in sentence.terms}, pile)
        vectors = [_vector(sentence, rarity) for sentence in sentences]
        centroid = _centroid(sentences, vectors)
        return [
            exp(-sentence.position / self.reach) * sqrt(_cosine(vector, centroid))
            for sentence, vector in zip(sentences, vectors, strict=True)
        ]


def _vector(sentence: Sentence, rarity: Mapping[str, float]) -> dict[str, float]:
    terms = sentence.terms
    if len({*terms}) == len(terms):  # nothing twice, as in most sentences
        return _unit(terms, [rarity[term] for term in terms])
    counts = Counter(terms)
    return _unit(counts, [(1 + log(count)) * rarity[term] for term, count in counts.items()])


def _rarity(terms: Iterable[str], pile: Pile) -> dict[str, float]:
    among, holding = pile.documents + SMALL, pile.articles_with
    return {term: 1 + log(among / (holding.get(term, 0) + SMALL)) for term in terms}


def _centroid(sentences: Sequence[Sentence], vectors: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The weighted sum of the sentences, each article counting the same however long it is."""
    places = [exp(-sentence.position / LEAD) + TAIL for sentence in sentences]
    shares: defaultdict[str, float] = defaultdict(float)
    for sentence, place in zip(sentences, places, strict=True):
        shares[sentence.article] += place
    total: defaultdict[str, float] = defaultdict(float)
    for sentence, place, vector in zip(sentences, places, vectors, strict=True):
        share = place / shares[sentence.article]
        for term, weight in vector.items():
            total[term] += weight * share
    return _unit(total, total.values())


def _unit(terms: Iterable[str], weights: Collection[float]) -> dict[str, float]:
    """The vector of length 1 that has these weights for these terms."""
    length = sqrt(fsum([weight * weight for weight in weights])) or 1.0
    return dict(zip(terms, [weight / length for weight in weights], strict=True))


def _cosine(one: Mapping[str, float], whole: Mapping[str, float]) -> float:
    """The cosine of a sentence and the whole, which has each of its terms."""
    return fsum([weight * whole[term] for term, weight in one.items()])
