"""Summaries of one article or many, by every kind of method."""

from __future__ import annotations

import pytest

from briefing.model import Article
from briefing.pipeline.summary import summarise
from briefing.plugins import Summariser
from briefing.summarisers.from_sumy import FromSumy
from briefing.summarisers.lead import Lead
from briefing.summarisers.ours import Ours

ONE = Article(
    title="Port workers end strike",
    text="""Port workers in Antwerp ended a strike of nine days on Sunday after the operator agreed to hire 200 dockers.

The strike had stopped 140 container ships and emptied the shelves of furniture shops in four countries.

Union leader Karin Maes said the agreement was the best that dockers had won in a decade.

Shares of the operator rose by three per cent in early trading in Amsterdam.

Ships that wait outside the harbour will be unloaded by the end of next week, the operator said.
""",
)
TWO = Article(
    title="Antwerp port opens again",
    text="""The port of Antwerp opened again on Monday, a day after dockers and operator settled a strike of nine days.

The operator will hire 200 dockers and pay a bonus of 600 euros to those who work at night.

Economists put the cost of the strike at 90 million euros for Belgium alone.
""",
)
METHODS: dict[str, Summariser] = {"ours": Ours(), "lead": Lead(), "sumy": FromSumy("textrank")}


def every(test):
    return pytest.mark.parametrize("method", METHODS.values(), ids=list(METHODS))(test)


@every
@pytest.mark.parametrize("words", [0, 8, 25, 45, 60, 500])
def test_words_are_never_exceeded(method: Summariser, words: int) -> None:
    """One rule of words for every method."""
    extracts = summarise([ONE, TWO], method, sentences=None, words=words)

    assert sum(len(one.text.split()) for one in extracts) <= words
    assert bool(extracts) is (words >= 25)


@every
@pytest.mark.parametrize("sentences", [0, 1, 3])
def test_sentences_are_never_exceeded(method: Summariser, sentences: int) -> None:
    """As many sentences as asked for, where the articles have them."""
    extracts = summarise([ONE, TWO], method, sentences=sentences, words=None)

    assert sum(one.sentences for one in extracts) == sentences


@every
def test_reading_order_and_verbatim(method: Summariser) -> None:
    """The extracts stand in the order of the articles and of their text."""
    extracts = summarise([TWO, ONE], method, sentences=4, words=None)

    order = [TWO.sha256, ONE.sha256]
    places = [(order.index(one.article), one.start) for one in extracts]
    texts = {article.sha256: article.text for article in (ONE, TWO)}
    assert places == sorted(places)
    assert all(one.text == texts[one.article][one.start : one.end] for one in extracts)


@every
def test_the_same_text_twice_counts_once(method: Summariser) -> None:
    """A copy of an article changes nothing."""
    copy = Article(text=ONE.text, id="copy", title=ONE.title)

    assert summarise([ONE, copy, TWO], method, sentences=3, words=None) == summarise(
        [ONE, TWO], method, sentences=3, words=None
    )


@every
def test_no_articles_no_summary(method: Summariser) -> None:
    """Nothing comes of nothing."""
    assert summarise([], method, sentences=3, words=None) == []
    assert summarise([Article(text="")], method, sentences=3, words=None) == []


def test_lead_takes_from_each_article_in_turn() -> None:
    """The baseline of several articles is the first sentence of each, then the second of each."""
    extracts = summarise([ONE, TWO], Lead(), sentences=3, words=None)

    assert [(one.article == ONE.sha256, one.position) for one in extracts] == [(True, 0), (True, 1), (False, 0)]


def test_ours_says_nothing_twice() -> None:
    """Of two articles that report one thing in nearly the same words, none of it comes twice."""
    same = Article(text=ONE.text.replace("on Sunday after", "on Sunday, after") + "\nMore follows later today.\n")

    text = " ".join(one.text for one in summarise([ONE, same], Ours(), sentences=6, words=None))

    assert "Antwerp" in text
    assert [text.count(words) for words in ("strike of nine days", "140 container ships", "Karin Maes")] == [1, 1, 1]
