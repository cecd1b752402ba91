"""Words, stems and stop words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.stop_words import STOP_WORDS
from briefing.language.words import content, stem, stems, stop_stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US–Taliban deal", ["the", "u.s", "taliban", "deal"]),
        ("U.S. troops told us", ["u.s", "troops", "told", "us"]),
        ("the U.S.’s plan, the U.N.'s view", ["the", "u.s", "plan", "the", "un", "view"]),
        ("F.B.I. agents", ["fbi", "agents"]),
        ("10,000 of 9/11; 3.5%", ["10,000", "of", "9/11", "3.5"]),
        ("Germany’s players’ didn't", ["germany", "players", "didn't"]),
        ("l’État qu'il d'une aujourd'hui", ["état", "il", "une", "aujourd'hui"]),
        ("п’ять пʼять п'ять", ["п'ять", "п'ять", "п'ять"]),
        ("cafe\u0301 café", ["café", "café"]),
        ("Straße _snake_case_ …", ["strasse", "snake", "case"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Words are cut and written one way, so that a theme's term finds them."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["withdraw", "withdraws", "withdrawing"]),
        ("de", ["Gespräch", "Gespräche", "Gesprächen"]),
        ("fr", ["négociation", "négociations"]),
        ("es", ["negociación", "negociaciones"]),
        ("ru", ["войска", "войсками", "войсках"]),
    ],
)
def test_forms_share_a_stem(language: str, forms: list[str]) -> None:
    """Forms of one word have one stem in each language with a stemmer."""
    assert len({tuple(stems(form, language)) for form in forms}) == 1


def test_language_without_a_stemmer() -> None:
    """A word is its own stem where nltk has no stemmer."""
    assert stem("війська", "uk") == "війська"
    assert stop_stems("xx") == frozenset()


def test_content() -> None:
    """Stop words and single letters carry no meaning; figures do."""
    assert content(stems("It was the 7 of them that x signed")) == ["7", "sign"]


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "ru", "uk"])
def test_stop_words(language: str) -> None:
    """Every claimed language has at least 200 stop words, each listed once, and none of them survives `content`."""
    listed = STOP_WORDS[language]
    assert len(listed) == len(set(listed)) >= 200
    assert [word for word in listed if content(stems(word, language), language)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das ist nicht, was die Regierung gestern von uns wollte."),
        ("fr", "Ce n’est pas ce que le gouvernement nous avait dit."),
        ("es", "Esto no es lo que nos dijo el gobierno."),
        ("ru", "Это не то, что правительство нам сказало."),
        ("uk", "Це не те, що уряд нам сказав."),
    ],
)
def test_little_words_are_dropped(language: str, text: str) -> None:
    """Of a plain sentence at most two words are left."""
    assert 1 <= len(content(stems(text, language), language)) <= 2


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_words_are_never_empty(text: str) -> None:
    """Any text gives words, the same each time, none of them empty."""
    assert words(text) == words(text)
    assert all(words(text))
