"""Link what is alike into groups, by average link: a chain of likenesses makes no group."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush

from briefing.stages.group.similar import Similarities

# The least mean similarity of two groups that are linked. Swept from 0.08 to 0.18 over the full pile, both halves of
# its topics and small piles drawn from it: 0.12 has 88, 92, 91, 85; 0.14 has 87, 85, 85, 83, with fewer wrong pairs.
ALIKE = 0.12


def link(similarities: Similarities, count: int) -> list[list[int]]:
    """Return groups of the positions below `count`; pairs without a similarity count as not alike at all (0)."""
    members = {k: [k] for k in range(count)}
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), likeness in similarities.items():
        sums[one][other] = sums[other][one] = likeness
    heap = [(-likeness, one, other) for (one, other), likeness in similarities.items()]
    heapify(heap)
    while heap and -heap[0][0] >= ALIKE:
        likeness, one, other = heappop(heap)
        if other in sums.get(one, ()) and -likeness == _mean(sums, members, one, other):
            _join(sums, members, one, other)
            for third in sorted(sums[one]):
                heappush(heap, (-_mean(sums, members, one, third), min(one, third), max(one, third)))
    return list(members.values())


def _mean(sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int) -> float:
    return sums[one][other] / (len(members[one]) * len(members[other]))


def _join(sums: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int) -> None:
    """Move everything of the second group into the first."""
    members[one] += members.pop(other)
    del sums[one][other]
    moved = sums.pop(other)
    moved.pop(one, None)
    for third, likeness in moved.items():
        del sums[third][other]
        sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + likeness
