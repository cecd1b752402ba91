"""Every method of sumy by name: the only door to sumy.

sumy returns sentences, not scores; but its `sentences_count` may be any callable, and is shown every sentence with its
rating. Its own tokenizer is never used: it needs data that NLTK downloads. A sentence goes in as its place in the list
instead of its text, so that equal sentences stay apart and none in capitals is a heading, and its words are ours.
"""

from __future__ import annotations

import importlib
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from typing import Any, ClassVar

from briefing.errors import UsageError
from briefing.model import Pile, Sentence

METHODS = {
    "edmundson": "edmundson.EdmundsonSummarizer",
    "kl": "kl.KLSummarizer",
    "lexrank": "lex_rank.LexRankSummarizer",
    "lsa": "lsa.LsaSummarizer",
    "luhn": "luhn.LuhnSummarizer",
    "reduction": "reduction.ReductionSummarizer",
    "sumbasic": "sum_basic.SumBasicSummarizer",
    "textrank": "text_rank.TextRankSummarizer",
}
# Sentences ranked at most; beyond, as many from the beginning as evenly from the rest.
RANKED = 1_500
# Fewer where the time grows with the square or the cube: a list at these limits takes 3 to 8 s. For 1,500 sentences
# LexRank took 41 s and Reduction 34; LSA fills a dense matrix of terms, 20 s for 931, and KL took 13 s for 296.
RANKED_BY = {"kl": 100, "lsa": 400, "lexrank": 600, "reduction": 600}
# Words of a sentence that are looked at: a sentence of 1 MB keeps TextRank busy for minutes.
WORDS = 200
# LSA's last digits follow PYTHONHASHSEED, and so do those of LexRank, which adds up over sets of words.
DIGITS = 9
# Edmundson's bonus words are the list's most frequent terms, this many.
BONUS = 20
# Edmundson's stigma words are the terms of more than half the pile's articles, which tell nothing apart, if it has so
# many articles.
PILE = 5


@dataclass(frozen=True)
class FromSumy:
    """One of sumy's methods, by `name`, a key of METHODS. Raises UsageError where sumy has none of that name."""

    name: str

    is_baseline: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if self.name not in METHODS:
            raise UsageError(f"sumy has no method {self.name!r}: it has {', '.join(METHODS)}")

    def __call__(self, sentences: Sequence[Sentence], pile: Pile) -> list[float]:
        """Score each sentence of the list by sumy's rating; those beyond RANKED share the least."""
        places = _ranked(len(sentences), RANKED_BY.get(self.name, RANKED))
        ratings = self._ratings([sentences[k] for k in places], pile)
        least = min(ratings, default=0.0)
        found = dict(zip(places, ratings, strict=True))
        return [found.get(k, least) for k in range(len(sentences))]

    def _ratings(self, sentences: Sequence[Sentence], pile: Pile) -> list[float]:
        ratings = [0.0] * len(sentences)

        def note(infos: Sequence[Any]) -> Sequence[Any]:
            for info in infos:
                rating = round(float(info.rating), DIGITS)
                ratings[info.order] = rating if isfinite(rating) else 0.0
            return infos

        with warnings.catch_warnings():
            # LexRank divides by zero where no sentence shares a word; LSA warns of short lists.
            warnings.simplefilter("ignore")
            self._summarizer(sentences, pile)(_document(sentences), note)
        return ratings

    def _summarizer(self, sentences: Sequence[Sentence], pile: Pile) -> Any:
        module, _, name = METHODS[self.name].partition(".")
        summarizer = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)()
        terms = Counter(term for sentence in sentences for term in sentence.terms)
        stop = {word for sentence in sentences for word in sentence.words} - terms.keys()
        if self.name == "edmundson":
            # sumy refuses empty lists of words.
            summarizer.bonus_words = _frequent(terms) or ["-"]
            summarizer.stigma_words = _common(terms, pile) or ["-"]
            summarizer.null_words = stop or ["-"]
        else:
            summarizer.stop_words = frozenset(stop)
        return summarizer


def _ranked(count: int, most: int) -> list[int]:
    """The places that are ranked: all, or the first half of what can be, and an even sample of the rest."""
    if count <= most:
        return list(range(count))
    first = most // 2
    rest = most - first
    return [*range(first), *(first + (count - first) * k // rest for k in range(rest))]


def _frequent(terms: Counter[str]) -> list[str]:
    return sorted(terms, key=lambda term: (-terms[term], term))[:BONUS]


def _common(terms: Counter[str], pile: Pile) -> list[str]:
    if pile.documents < PILE:
        return []
    return [term for term in terms if pile.articles_with.get(term, 0) > pile.documents / 2]


class _Words:
    """Stands in for sumy's tokenizer: a sentence's text is its place in the list, and its words are ours."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._words = [sentence.words[:WORDS] for sentence in sentences]

    def to_words(self, text: str) -> tuple[str, ...]:
        return self._words[int(text)]


def _document(sentences: Sequence[Sentence]) -> Any:
    from sumy.models import dom

    words = _Words(sentences)
    paragraphs = groupby(range(len(sentences)), key=lambda k: (sentences[k].article, sentences[k].paragraph))
    return dom.ObjectDocumentModel(
        dom.Paragraph([dom.Sentence(str(k), words) for k in places]) for _, places in paragraphs
    )
