"""The extracts that sets are drawn from, with all that comparing sets needs of each and of any two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Extract
from briefing.stages.select.redundancy import overlaps, repeats
from briefing.stages.select.worth import Part, Subject, Summed, Sums, part


class Pool(NamedTuple):
    """Extracts, what each adds, how alike any two are by sentences, and with which each shares characters, as bits.

    `terms` has each extract's terms as bits, `titled` and `carried` those that count; `pairs` what an extract covers,
    as bits with their weights.
    """

    extracts: Sequence[Extract]
    parts: Sequence[Part]
    near: Sequence[Sequence[float]]
    overlaps: Sequence[int]
    subject: Subject
    terms: Sequence[int]
    titled: int
    carried: int
    pairs: Sequence[Sequence[tuple[int, float]]]

    def worth(self, members: Sequence[int]) -> float:
        """Return the worth of the set of these members, given by place."""
        terms, covered = 0, dict[int, float]()
        for k in members:
            terms |= self.terms[k]
            covered.update(self.pairs[k])
        parts = [self.parts[k] for k in members]
        sums = Sums(
            size=sum(one.size for one in parts),
            words=sum(one.words for one in parts),
            own=sum(one.own for one in parts),
            fits=sum(one.fit for one in parts),
            near=sum(self.near[j][k] for j in members for k in members),
            covered=sum(covered.values()),
        )
        return self.rated(sums, terms)

    def rated(self, sums: Summed, terms: int) -> float:
        """Return the worth of a set whose terms are given as bits."""
        titled, carried = (terms & self.titled).bit_count(), (terms & self.carried).bit_count()
        return self.subject.worth(sums, titled, carried, terms.bit_count())


Ranked = Iterable[tuple[Extract, Part]]


def pool(ranked: Ranked, about: Subject, *, most: int, taken: Sequence[Extract] = ()) -> Pool:
    """Return the pool of the first `most` of the ranked extracts that are new, each with what it adds to a set."""
    numbers: dict[str, int] = {}
    return _pool(_new(ranked, numbers, taken, most=most), numbers, about)


def pool_of(extracts: Iterable[Extract], about: Subject) -> Pool:
    """Return the pool of all of the extracts, those that repeat each other too."""
    numbers: dict[str, int] = {}
    return _pool([_drawn(extract, part(extract, about), numbers) for extract in extracts], numbers, about)


def _pool(drawn: Sequence[_Drawn], numbers: Mapping[str, int], about: Subject) -> Pool:
    extracts, parts = [one.extract for one in drawn], [one.part for one in drawn]
    places = {pair: 1 << k for k, pair in enumerate(sorted({pair for one in parts for pair in one.pairs}))}
    return Pool(
        extracts=extracts,
        parts=parts,
        near=_near(parts),
        overlaps=[sum(1 << k for k, other in enumerate(extracts) if overlaps(one, other)) for one in extracts],
        subject=about,
        terms=[one.terms for one in drawn],
        titled=sum(numbers.get(term, 0) for term in about.titles),
        carried=sum(numbers[term] for term in numbers if term in about.carried),
        pairs=[[(places[pair], about.pairs[pair]) for pair in one.pairs] for one in parts],
    )


class _Drawn(NamedTuple):
    """An extract with the terms of the whole and of its core as bits, by which most pairs are told apart at once."""

    extract: Extract
    part: Part
    terms: int
    core: int

    def may_repeat(self, other: _Drawn) -> bool:
        """Whether so much is shared that `repeats` has to be asked."""
        return (
            2 * (self.core & other.terms).bit_count() >= self.core.bit_count()
            or 2 * (other.core & self.terms).bit_count() >= other.core.bit_count()
        )


def _new(ranked: Ranked, numbers: dict[str, int], taken: Sequence[Extract], *, most: int) -> list[_Drawn]:
    """The first extracts that repeat neither what is taken nor one another, but as other cuts of the same place.

    Their terms are numbered as they come.
    """
    found: list[_Drawn] = []
    for extract, its_part in ranked:
        if len(found) == most:
            break
        one = _drawn(extract, its_part, numbers)
        if not any(repeats(extract, other) for other in taken) and not any(
            one.may_repeat(other) and repeats(extract, other.extract) and not overlaps(extract, other.extract)
            for other in found
        ):
            found.append(one)
    return found


def _drawn(extract: Extract, of: Part, numbers: dict[str, int]) -> _Drawn:
    return _Drawn(extract, of, _bits(of.terms, numbers), _bits(extract.core_terms, numbers))


def _bits(terms: Iterable[str], numbers: dict[str, int]) -> int:
    found = 0
    for term in terms:
        found |= numbers.get(term) or numbers.setdefault(term, 1 << len(numbers))
    return found


def _near(parts: Sequence[Part]) -> list[list[float]]:
    """The cosines of all ordered pairs by sentences; only those that share a term are looked at."""
    holders: dict[str, list[tuple[int, float]]] = {}
    near = [[0.0] * len(parts) for _ in parts]
    for k, one in enumerate(parts):
        row = near[k]
        for term, weight in one.vector.items():
            others = holders.setdefault(term, [])
            for j, other in others:
                row[j] += weight * other
            others.append((k, weight))
        for j in range(k):
            row[j] *= one.size * parts[j].size
            near[j][k] = row[j]
        row[k] = float(one.size**2)
    return near
