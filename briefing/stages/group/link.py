"""Link what is alike into groups, by average link: a chain of likenesses makes no group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from briefing.stages.group.similar import Similarities

# The least mean similarity of two groups that are linked. Swept from 0.08 to 0.14 on half of the topics of the labelled
# reports: 0.1 has 91, and on the other half 91.
ALIKE = 0.1
# The least that it may be of the mean similarity inside them: reports of an event are more like one another than like
# those of a sibling. Swept over 0.3, 0.4, 0.5, 0.6: 0.4 has 85 % right pairs in the full pile, without it are 82; from
# 0.5 on events fall apart. The mean of both groups is what counts; the lesser changes nothing, the greater tears some.
APART = 0.4


@dataclass(frozen=True, slots=True)
class _Groups:
    """Groups by their first member: their members, the sums of similarities inside each and between any two."""

    members: dict[int, list[int]]
    inside: dict[int, float]
    between: defaultdict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def mean(self, one: int, other: int) -> float:
        return self.between[one][other] / (len(self.members[one]) * len(self.members[other]))

    def is_one(self, one: int, other: int) -> bool:
        """Whether two groups are as like each other as befits how alike their own members are."""
        own = [self._mean_inside(group) for group in (one, other) if len(self.members[group]) > 1]
        return self.mean(one, other) * len(own) >= APART * sum(own)

    def _mean_inside(self, group: int) -> float:
        size = len(self.members[group])
        return self.inside[group] * 2 / (size * (size - 1))

    def join(self, one: int, other: int) -> None:
        """Move everything of the second group into the first."""
        self.members[one] += self.members.pop(other)
        self.inside[one] += self.inside.pop(other) + self.between[one].pop(other)
        moved = self.between.pop(other)
        del moved[one]
        for third, likeness in moved.items():
            del self.between[third][other]
            total = self.between[one].get(third, 0.0) + likeness
            self.between[one][third] = self.between[third][one] = total


def link(similarities: Similarities, count: int) -> list[list[int]]:
    """Return groups of the positions below `count`; pairs without a similarity count as not alike at all (0)."""
    groups = _Groups({k: [k] for k in range(count)}, dict.fromkeys(range(count), 0.0))
    for (one, other), likeness in similarities.items():
        groups.between[one][other] = groups.between[other][one] = likeness
    heap = [(-likeness, one, other) for (one, other), likeness in similarities.items()]
    heapify(heap)
    while heap and -heap[0][0] >= ALIKE:
        likeness, one, other = heappop(heap)
        is_current = other in groups.between.get(one, ()) and -likeness == groups.mean(one, other)
        if is_current and groups.is_one(one, other):
            groups.join(one, other)
            for third in sorted(groups.between[one]):
                heappush(heap, (-groups.mean(one, third), min(one, third), max(one, third)))
    return list(groups.members.values())
