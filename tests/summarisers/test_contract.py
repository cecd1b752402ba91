"""Every method keeps the contract of `plugins.Summariser`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Pile, Sentence
from briefing.plugins import Summariser
from briefing.summarisers.from_sumy import METHODS, FromSumy
from briefing.summarisers.lead import Lead
from briefing.summarisers.ours import Ours

EVERY: dict[str, Summariser] = {"ours": Ours(), "lead": Lead(), **{f"sumy:{name}": FromSumy(name) for name in METHODS}}

WORDLESS = ""
LISTS = {
    "no sentence": [],
    "one": ["mission grow baghdad"],
    "two that share no word": ["mission grow baghdad", "talk geneva fail"],
    "two that share one": ["mission grow baghdad", "mission end"],
    "equal ones": ["mission grow baghdad"] * 4,
    "a wordless one first": [WORDLESS, "mission grow baghdad", "talk geneva"],
    "wordless ones only": [WORDLESS, WORDLESS],
    "one word each": ["mission", "talk", "mission"],
    "figures only": ["500", "4,000", "500 4,000"],
    "as many words as sumy's headings would swallow": ["NATO", "NATO MISSION", "nato mission"],
}


def listed(*texts: str, stop: str = "the of and") -> list[Sentence]:
    """Sentences of one article, two to a paragraph, of the words given."""
    return [
        Sentence(
            start=100 * k,
            end=100 * k + len(text),
            text=text,
            words=tuple(text.split()),
            terms=tuple(word for word in text.split() if word not in stop.split()),
            position=k,
            paragraph=k // 2,
            article="a" * 64,
        )
        for k, text in enumerate(texts)
    ]


def every(test):
    return pytest.mark.parametrize("method", list(EVERY))(test)


@every
@pytest.mark.parametrize("texts", LISTS.values(), ids=list(LISTS))
def test_scores_are_finite_one_for_each_sentence(method: str, texts: list[str]) -> None:
    """A score comes for every sentence of any list, and it is a finite number."""
    scores = EVERY[method](listed(*texts), Pile())

    assert len(scores) == len(texts)
    assert all(isinstance(score, float) and isfinite(score) for score in scores)


@every
@settings(max_examples=15, deadline=None)
@given(
    texts=st.lists(st.lists(st.sampled_from(["mission", "talk", "500", "the", "of", "nato"]), max_size=6), max_size=8)
)
def test_any_list_is_scored_and_twice_alike(method: str, texts: list[list[str]]) -> None:
    """No list of words makes a method fail, and the same list gives the same scores."""
    sentences = listed(*(" ".join(words) for words in texts))

    scores = EVERY[method](sentences, Pile())

    assert len(scores) == len(sentences)
    assert all(map(isfinite, scores))
    assert scores == EVERY[method](sentences, Pile())


@every
def test_stop_words_alone_are_no_reason_to_fail(method: str) -> None:
    """Sentences without a word that carries meaning are scored too."""
    assert len(EVERY[method](listed("the of", "and the", "of of"), Pile())) == 3


@every
def test_a_sentence_without_an_end_is_scored(method: str) -> None:
    """One sentence of a hundred thousand words neither fails nor starves the others."""
    scores = EVERY[method](listed("mission grow " * 50_000, "mission grow baghdad"), Pile())

    assert len(scores) == 2
    assert all(map(isfinite, scores))


SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from test_contract import EVERY, STORY, listed
from briefing.model import Pile
print(json.dumps({name: list(method(listed(*STORY), Pile())) for name, method in EVERY.items()}))
"""
STORY = [
    "minister announce mission grow 500 4,000 soldier baghdad the",
    "soldier train of the army baghdad mosul",
    "alliance council agree mission brussel thursday",
    "minister say the army ask soldier",
    "critic fear mission creep baghdad and mosul",
    "council meet of minister june",
    "weather fine brussel",
]


def test_scores_do_not_follow_the_hash_seed() -> None:
    """Two processes that hash strings differently give the same scores by every method."""
    folder = os.path.dirname(__file__)  # noqa: PTH120
    found = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert found[0] == found[1]
    assert json.loads(found[0]).keys() == EVERY.keys()
