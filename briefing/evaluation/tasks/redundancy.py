"""How often a summary of several articles says the same again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, combinations, pairwise

from briefing.evaluation.items import Summarised
from briefing.evaluation.likeness import content, is_same, words
from briefing.evaluation.plain_sentences import plain_sentences
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, by_method, measured

# Two sentences say the same that share so many content words, and so great a share of the shorter one's. By reading
# pairs from the beginnings of two or three articles on one event that it had not been set on: of 24 so found 17 say the
# same, at least in a clause; of 14 that narrowly miss it 4 do. Less of the shorter one finds what only names the same.
SHARED, SHARE = 4, 0.5


def _measure(items: Iterable[Summarised], system: System) -> Measured:
    return measured((_row([e.text for e in system.summary(item).extracts]) for item in items), _figures)


def _row(extracts: Iterable[str]) -> Mapping[str, float]:
    texts = chain.from_iterable(map(plain_sentences, extracts))
    sentences = [words(text) for text in texts]
    pairs = list(combinations(map(content, sentences), 2))
    bigrams = [bigram for sentence in sentences for bigram in pairwise(sentence)]
    same = sum(is_same(one, other, shared=SHARED, share=SHARE) for one, other in pairs)
    return {
        "summaries": 1,
        "pairs": len(pairs),
        "same": same,
        "troubled": same > 0,
        "bigrams": len(bigrams),
        "repeated": len(bigrams) - len(set(bigrams)),
        "words": sum(map(len, sentences)),
    }


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "same_pairs": per(100 * sums["same"], sums["pairs"]),
        "summaries_with_any": per(100 * sums["troubled"], sums["summaries"]),
        "repeated_bigrams": per(100 * sums["repeated"], sums["bigrams"]),
        "words": per(sums["words"], sums["summaries"]),
    }


TASK = Task(
    name="redundancy",
    about="pairs of sentences in a summary that say the same, and bigrams that come again; lower is better",
    columns=(
        Column("same_pairs", "% of pairs"),
        Column("summaries_with_any", "% with any"),
        Column("repeated_bigrams", "bigrams again/100", 2),
        Column("words", "words/summary"),
    ),
    takes=lambda item: isinstance(item, Summarised) and len(item.articles) > 1,
    contenders=by_method(_measure),
    settings=lambda system: (
        f"at most {system.limits.words} words; the same: {SHARED} content words shared, and half of the shorter's"
    ),
)
