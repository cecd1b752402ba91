"""The rule of budgets: never exceeded, and 0.7 of the words used where there is something new; in every method."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import Article, summarise
from briefing.model import Extract, Pile
from briefing.stages.choose import choose
from briefing.stages.read import read
from briefing.stages.select import ENOUGH, repeats
from briefing.summarisers.from_sumy import METHODS
from briefing.summarisers.ours import Ours

BASELINES = ["lead", *(f"sumy:{name}" for name in METHODS)]

SUBJECTS = ["The harbour of Antwerp", "Union leader Karin Maes", "Parliament in Vienna", "A court in Lyon"]
VERBS = ["rejected", "announced", "delayed", "defended"]
OBJECTS = [
    "a contract for 40 trams",
    "new rules for fishing boats in the northern sea",
    "the sale of three hospitals",
    "plans to hire 200 dockers before the summer and to pay them a bonus for every night that they work",
]
SENTENCES = st.builds(
    "{} {} {} on {}.".format,
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(["Monday", "Friday"]),
)
ARTICLES = st.lists(
    st.builds(
        lambda title, sentences: Article(text="\n\n".join(sentences), title=title),
        st.none() | st.sampled_from(OBJECTS),
        st.lists(SENTENCES, min_size=1, max_size=6, unique=True),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda article: article.sha256,
)


def words_of(chosen: list[Extract]) -> int:
    """Words as a reader counts them."""
    return sum(len(one.text.split()) for one in chosen)


def offers(articles: list[Article]) -> list[Extract]:
    """All that could have been printed."""
    return [e for article in articles for e in choose(read(article), (), Pile(), Ours()) if e.unfit is None]


@pytest.mark.parametrize("method", BASELINES)
@settings(max_examples=12, deadline=None)
@given(articles=ARTICLES, words=st.integers(0, 70), sentences=st.integers(0, 6))
def test_baselines(method: str, articles: list[Article], words: int, sentences: int) -> None:
    """A baseline stops below a budget only where no sentence is left that fits."""
    by_words = summarise(articles, words=words, method=method)
    by_sentences = summarise(articles, sentences=sentences, method=method)

    left = words - words_of(by_words)
    every = [s for article in articles for s in read(article).sentences]
    chosen = {(one.article, one.start) for one in by_words}
    assert left >= 0
    assert not [s for s in every if (s.article, s.start) not in chosen and len(s.text.split()) <= left]
    assert len(by_sentences) == min(sentences, len(every))


@settings(max_examples=40, deadline=None)
@given(articles=ARTICLES, words=st.integers(0, 70), sentences=st.integers(0, 6))
def test_ours(articles: list[Article], words: int, sentences: int) -> None:
    """Ours stops below 0.7 of the words, or below the sentences, only where nothing new is left that fits."""
    by_words = summarise(articles, words=words)
    by_sentences = summarise(articles, sentences=sentences)

    left = words - words_of(by_words)
    spare = sentences - sum(one.sentences for one in by_sentences)
    assert left >= 0
    assert spare >= 0
    if words_of(by_words) < ENOUGH * words:
        assert not [e for e in offers(articles) if e.length <= left and not any(repeats(e, one) for one in by_words)]
    assert not spare or not [
        e for e in offers(articles) if e.sentences <= spare and not any(repeats(e, one) for one in by_sentences)
    ]
