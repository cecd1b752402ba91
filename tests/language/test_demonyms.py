"""Words derived from the names of places, in every claimed language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.demonyms import demonyms
from briefing.language.words import stem


@pytest.mark.parametrize(
    ("language", "name", "found"),
    [
        ("en", "Iraq", ["Iraqi", "Iraqis"]),
        ("de", "Ukraine", ["ukrainische", "ukrainischen", "Ukrainer"]),
        ("de", "Afghanistan", ["afghanischer", "Afghanen"]),
        ("de", "Syrien", ["syrischen", "Syrer"]),
        ("de", "Russland", ["russischen", "Russen"]),
        ("de", "Frankreich", ["französische", "Franzosen"]),
        ("fr", "Ukraine", ["ukrainienne", "ukrainiens"]),
        ("fr", "Afghanistan", ["afghane", "afghans"]),
        ("fr", "Irak", ["irakiennes"]),
        ("fr", "Allemagne", ["allemande"]),
        ("es", "Ucrania", ["ucranianas", "ucraniano"]),
        ("es", "Irak", ["iraquíes"]),
        ("es", "Afganistán", ["afganos"]),
        ("ru", "Украина", ["украинского", "украинцы", "украинцев"]),
        ("ru", "Афганистан", ["афганских"]),
        ("ru", "Россия", ["российские", "россиян"]),
        ("ru", "США", ["американские", "американцев"]),
        ("de", "USA", ["amerikanischen"]),
        ("uk", "Україна", ["українського", "українці"]),
        ("uk", "Польща", ["польські"]),
        ("uk", "Афганістан", ["афганцям"]),
    ],
)
def test_a_place_finds_its_people_and_what_is_theirs(language: str, name: str, found: list[str]) -> None:
    """In their forms: by the stem."""
    stems = {stem(word.casefold(), language) for word in demonyms(name, language)}
    assert [word for word in found if stem(word.casefold(), language) not in stems] == []


@pytest.mark.parametrize(("language", "name"), [("de", "Bank"), ("de", "Regierung"), ("nl", "Irak"), ("ru", "НАТО")])
def test_what_is_no_place_has_no_people(language: str, name: str) -> None:
    """A German noun, an acronym, a language without rules."""
    assert demonyms(name, language) == ()


@given(st.text(max_size=12), st.sampled_from(["en", "de", "fr", "es", "ru", "uk", "it"]))
def test_any_name_will_do(name: str, language: str) -> None:
    """Nothing raises, and nothing is empty or listed twice."""
    forms = demonyms(name, language)
    assert all(forms)
    assert len(forms) == len(set(forms))
