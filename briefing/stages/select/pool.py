"""The extracts that sets are drawn from, with all that comparing sets needs of each and of any two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Extract
from briefing.stages.select.fit import cosine
from briefing.stages.select.redundancy import overlaps, repeats
from briefing.stages.select.worth import Part, Subject, Sums, part


class Pool(NamedTuple):
    """Extracts, what each adds, how alike any two are by sentences, and with which each shares characters, as bits."""

    extracts: Sequence[Extract]
    parts: Sequence[Part]
    near: Sequence[Sequence[float]]
    overlaps: Sequence[int]
    subject: Subject

    def plus(self, sums: Sums, members: Iterable[int], k: int) -> Sums:
        """Return the sums of the `members`, given by place, with the member at place `k`."""
        near = self.near[k]
        return sums.plus(self.parts[k], sum(near[member] for member in members))


def pool(ranked: Iterable[Extract], about: Subject, *, most: int, taken: Sequence[Extract] = ()) -> Pool:
    """Return the pool of the first `most` of the ranked extracts that are new."""
    extracts = _new(ranked, taken, most=most)
    parts = [part(extract, about) for extract in extracts]
    return Pool(
        extracts=extracts,
        parts=parts,
        near=[[one.size * other.size * cosine(one.vector, other.vector) for other in parts] for one in parts],
        overlaps=[sum(1 << k for k, other in enumerate(extracts) if overlaps(one, other)) for one in extracts],
        subject=about,
    )


def _new(ranked: Iterable[Extract], taken: Sequence[Extract], *, most: int) -> list[Extract]:
    """The first extracts that repeat neither what is taken nor one another, but as other cuts of the same place."""
    found: list[Extract] = []
    for extract in ranked:
        if len(found) == most:
            break
        if not any(repeats(extract, other) for other in taken) and not any(
            repeats(extract, other) and not overlaps(extract, other) for other in found
        ):
            found.append(extract)
    return found
