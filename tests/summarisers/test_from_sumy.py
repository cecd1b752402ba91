"""What is particular to the door to sumy."""

from __future__ import annotations

import subprocess
import sys
import warnings

import pytest

from briefing.errors import UsageError
from briefing.model import Pile, Sentence
from briefing.summarisers import from_sumy
from briefing.summarisers.from_sumy import METHODS, FromSumy


def listed(*texts: str) -> list[Sentence]:
    """Sentences of one article, one to a paragraph; every word carries meaning but those in capitals."""
    return [
        Sentence(0, 0, text, tuple(words), tuple(word for word in words if word.islower()), k, k)
        for k, (text, words) in enumerate((text, text.split()) for text in texts)
    ]


STORY = listed(
    "mission grow soldier baghdad", "soldier train army baghdad", "weather fine", "army soldier mission baghdad end"
)


def test_an_unknown_method_is_named_with_those_that_exist() -> None:
    """A name that sumy lacks is refused at once, with the names that it has."""
    with pytest.raises(UsageError, match=r"'lexrnak'.*lexrank"):
        FromSumy("lexrnak")


@pytest.mark.parametrize("method", ["textrank", "reduction", "luhn", "lsa"])
def test_higher_is_better(method: str) -> None:
    """A sentence that shares its words with the others is rated above one about something else."""
    scores = FromSumy(method)(STORY, Pile())

    assert scores[3] > scores[2]


@pytest.mark.parametrize("method", list(METHODS))
def test_a_sentence_in_capitals_is_not_lost(method: str) -> None:
    """sumy takes a line in capitals for a heading and drops it; here it is rated like its words in small letters."""
    shouted = Sentence(0, 0, "MISSION GROW SOLDIER BAGHDAD", STORY[0].words, STORY[0].terms, 0, 0)

    assert FromSumy(method)([shouted, *STORY[1:]], Pile()) == FromSumy(method)(STORY, Pile())


def test_a_list_without_a_common_word_is_rated_equal_in_silence() -> None:
    """LexRank divides by zero there: nothing of it reaches the scores or the screen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scores = FromSumy("lexrank")(listed("mission grow", "talk fail"), Pile())

    assert scores == [0.0, 0.0]


def test_edmundson_prefers_the_words_that_the_list_repeats() -> None:
    """Its bonus words are the list's most frequent terms."""
    words = [f"rare{k}" for k in range(30)]
    sentences = listed("talk talk talk", " ".join(words), "talk geneva talk", "zzz")

    scores = FromSumy("edmundson")(sentences, Pile())

    assert scores[2] > scores[3]


def test_edmundson_is_told_what_most_of_the_pile_holds() -> None:
    """A term of more than half the pile's articles is a stigma word: it lowers what holds it."""
    pile = Pile(documents=10, articles_with={"talk": 9})
    sentences = listed("mission grow", "talk fail", "geneva calm", "army train")

    assert FromSumy("edmundson")(sentences, pile)[1] < FromSumy("edmundson")(sentences, Pile())[1]


def test_beyond_the_limit_the_beginning_and_a_sample_are_rated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list longer than can be ranked still gets a score for each sentence; the rest share the least."""
    monkeypatch.setitem(from_sumy.RANKED_BY, "luhn", 4)
    sentences = listed(*["mission grow mission grow", *["talk talk"] * 8, "mission mission mission grow"])

    scores = FromSumy("luhn")(sentences, Pile())

    assert len(scores) == 10
    assert scores[0] > min(scores)
    assert scores[9] == scores[4] == min(scores)


def test_sumy_is_imported_only_when_it_ranks() -> None:
    """Naming a method costs nothing: sumy takes more than a second to import."""
    script = (
        "import sys; from briefing.summarisers.from_sumy import FromSumy; FromSumy('lsa'); "
        "assert 'sumy' not in sys.modules"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
