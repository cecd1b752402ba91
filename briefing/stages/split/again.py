"""Find sentences that say nearly word for word what stands above them: captions, and leads told again.

Quotations may come again, for above them nobody may have been named who says them; and so may what leaned there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model import Sentence
from briefing.stages.split.context import CONTINUES

AGAIN = "says nearly word for word what stands above it"

_RUN = 4  # words of a run that two sentences share; 3 joins sentences by their "according to the" alone
_SHARE = 0.5  # of a sentence's runs, in one sentence above it; not swept
_QUOTED = frozenset('“”"‘„«»')
_LEAST = 6  # runs of a sentence: a shorter one may well come again


def again(
    sentences: Sequence[Sentence], faults: Sequence[str | None], needs: Sequence[str | None]
) -> tuple[str | None, ...]:
    """Return the faults of an article's sentences, with those that come again after one that may stand by itself."""
    first: dict[tuple[str, ...], int] = {}
    found = list(faults)
    for k, sentence in enumerate(sentences):
        if faults[k] is not None or needs[k] == CONTINUES or not _QUOTED.isdisjoint(sentence.text):
            continue
        runs = {sentence.words[at : at + _RUN] for at in range(len(sentence.words) - _RUN + 1)}
        above = Counter(first[run] for run in runs if run in first)
        if len(runs) >= _LEAST and max(above.values(), default=0) >= _SHARE * len(runs):
            found[k] = AGAIN
        elif needs[k] is None:
            first.update((run, k) for run in runs if run not in first)
    return tuple(found)
