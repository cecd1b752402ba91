"""The light stemmer for Ukrainian."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.language.ukrainian import ukrainian_stem

LINES = (Path(__file__).parent / "ukrainian_forms.txt").read_text("utf-8").splitlines()
KEPT = [line.split() for line in LINES if not line.startswith(("#", "-"))]
MISSED = [line[1:].partition(" (")[0].split() for line in LINES if line.startswith("-")]


@pytest.mark.parametrize("forms", KEPT, ids=lambda forms: forms[0])
def test_the_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    """Of nouns, names, adjectives and the past of verbs."""
    assert len({ukrainian_stem(form.lower()) for form in forms}) == 1


@pytest.mark.parametrize("forms", MISSED, ids=lambda forms: forms[0])
def test_what_it_misses_is_known(forms: list[str]) -> None:
    """A stemmer that has learnt one of these may move it to the others."""
    assert len({ukrainian_stem(form.lower()) for form in forms}) > 1


def test_different_words_stay_apart() -> None:
    """No two of the list have one stem, but for the ballot and the choice, the forces and what belongs to them."""
    stems = {forms[0]: ukrainian_stem(forms[0].lower()) for forms in KEPT}
    assert stems.pop("вибір") == stems["вибори"]
    assert stems.pop("військовий") == stems["війська"]
    assert len(set(stems.values())) == len(stems)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="абвгґеєжзиіїйклмнопрстуфхцчшщьюя'’", max_size=20))
@example("ець")
def test_any_word_has_a_stem(word: str) -> None:
    """No longer than itself, and none only of nothing."""
    assert len(ukrainian_stem(word)) <= len(word)
    assert bool(ukrainian_stem(word)) == bool(word)
