"""Words, stems and stop words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.served import SERVED
from briefing.language.stop_words import STOP_WORDS
from briefing.language.words import content, name_root, stem, stems, stop_stems, words


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
        ("ʼ a", ["ʼ", "a"]),
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
        ("ru", ["Афганистан", "Афганистана", "Афганистане", "Афганистаном"]),
        ("ru", ["Иран", "Ирана", "Ирану", "Иране"]),
        ("uk", ["війська", "військ", "військами"]),
    ],
)
def test_forms_share_a_stem(language: str, forms: list[str]) -> None:
    """Forms of one word have one stem in each language with a stemmer."""
    assert len({tuple(stems(form, language)) for form in forms}) == 1


def test_language_without_a_stemmer() -> None:
    """A word is its own stem where nltk has no stemmer."""
    assert stem("wojska", "pl") == "wojska"
    assert stop_stems("xx") == frozenset()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "北京和NATO的4000人", ["北京", "京和", "nato", "的", "4000", "人"]),
        ("ja", "東京タワーで", ["東京", "京タ", "タワ", "ワー", "ーで"]),
        ("ko", "서울에서 만났다", ["서울에서", "만났다"]),
    ],
)
def test_languages_without_spaces_are_read_in_pairs(language: str, text: str, expected: list[str]) -> None:
    """Chinese and Japanese; Korean has spaces."""
    assert stems(text, language) == expected


@pytest.mark.parametrize("language", sorted(code for code, one in SERVED.items() if one.level == "basic"))
def test_a_basic_language_has_stop_words(language: str) -> None:
    """Those that sumy ships, or else the most frequent ones."""
    assert len(stop_stems(language)) >= 40


@pytest.mark.parametrize(
    ("name", "language", "forms"),
    [
        ("Afghanistan", "en", ["Afghanistan"]),
        ("Украина", "ru", ["Украины", "Украиной"]),
        ("Київ", "uk", ["Києва", "Києві"]),
        ("Anschlag", "de", ["Anschläge", "Anschlägen"]),
        ("Afganistán", "es", ["Afganistán"]),
        ("Y", "fr", ["Y"]),
    ],
)
def test_the_root_of_a_name_opens_all_its_forms(name: str, language: str, forms: list[str]) -> None:
    """In the spelling of the name, so that a capital still tells it from a common word."""
    root = name_root(name, language)
    assert root[0] == name[0]
    assert all(form.startswith(root) for form in forms)


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
