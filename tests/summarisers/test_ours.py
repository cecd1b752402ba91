"""Our own method."""

from __future__ import annotations

from briefing.model import Pile, Sentence
from briefing.summarisers.lead import Lead
from briefing.summarisers.ours import Ours


def sentence(text: str, position: int = 0, article: str = "a") -> Sentence:
    """A sentence whose every word carries meaning."""
    words = tuple(text.split())
    return Sentence(0, 0, text, words, words, position, position, article=article)


def test_the_beginning_counts_more() -> None:
    """Of two sentences with the same words the earlier is better."""
    scores = Ours()([sentence("mission grow", k) for k in range(4)], Pile())

    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[3]


def test_at_the_same_place_the_heart_of_the_list_counts_more() -> None:
    """Of several articles' leads, what they share is better than what one has alone."""
    leads = ["mission grow baghdad", "mission grow mosul", "weather fine brussel"]

    shared, other, alone = Ours()([sentence(text, 0, str(k)) for k, text in enumerate(leads)], Pile())

    assert shared > alone
    assert other > alone


def test_a_long_article_does_not_outvote_a_short_one() -> None:
    """Each article has the same share in what the list is about, however long it is."""
    long = [sentence("weather fine", k, "a") for k in range(40)]
    short = [sentence("mission grow", 0, "b")]

    scores = Ours()([*long, *short], Pile())

    assert abs(scores[0] - scores[-1]) < 1e-9


def test_terms_of_the_whole_pile_count_less_in_a_large_pile() -> None:
    """What hundreds of articles hold tells little; what a few hold tells more."""
    pile = Pile(documents=1_000, articles_with={"president": 990, "mission": 3})
    leads = ["president mission", "president", "mission"]

    _, common, rare = Ours()([sentence(text, 0, "a") for text in leads], pile)

    assert rare > common


def test_a_longer_reach_trusts_later_sentences_more() -> None:
    """`reach` says after how many sentences a place counts 1/e."""
    sentences = [sentence("mission grow", k) for k in range(6)]

    assert Ours(reach=8)(sentences, Pile())[5] > Ours(reach=2)(sentences, Pile())[5]


def test_lead_is_the_order_of_each_article() -> None:
    """The first sentences of two articles are equally good, and better than every second."""
    scores = Lead()([sentence("x", 0, "a"), sentence("y", 1, "a"), sentence("z", 0, "b")], Pile())

    assert scores[0] == scores[2] > scores[1]
