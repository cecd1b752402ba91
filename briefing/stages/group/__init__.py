"""Group the articles that report the same event: by the names they share and the words that stand together in them.

Names tell events of one kind apart ("a strike in Lyon", "a strike in Lille"), pairs of words tell what happened there.
Over 413 short reports, each event with a sibling of the same kind (all / two halves of the topics / 150 piles of 3 to
20 drawn from one to three of them), pair F1 is 89 / 91 and 91 / 74; with names and pairs counting the same, and nothing
that holds siblings apart, it was 88 / 87 and 91 / 75. What is put together wrongly shares the actors of one week and
hardly a pair. Words of the first two sentences as a third view (85 / 86 and 91) or all words (86 / 87 and 92) merge
siblings in the full pile; the geometric mean of both cosines loses recall (81 / 84 and 71).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Signature
from briefing.stages.group.link import link
from briefing.stages.group.signature import signature
from briefing.stages.group.similar import similar

__all__ = ["group", "signature"]


def group(signatures: Sequence[Signature]) -> tuple[tuple[int, ...], ...]:
    """Return the positions of the articles of each event, in the order in which they were given; everyone is in one.

    The groups are the same whatever the order: work is done, and ties are broken, in the order of the articles' hashes.
    """
    order = sorted(range(len(signatures)), key=lambda k: signatures[k].article)
    linked = link(similar([signatures[k] for k in order]), len(order))
    return tuple(sorted(tuple(sorted(order[k] for k in members)) for members in linked))
