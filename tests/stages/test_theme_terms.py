"""Which words of a text count as a theme's terms, and which only look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.demonyms import demonyms
from briefing.language.words import stems
from briefing.model import Theme
from briefing.stages.theme.evidence import Match, matches, spoken


def found(themes: list[Theme], text: str, language: str = "en") -> tuple[Match, ...]:
    """Return the terms of the themes that a text holds."""
    return matches([(stems(text, language), text)], tuple(themes), language)


def weight(term: str, text: str) -> float:
    """Return what a theme of this one term (its name says nothing) makes of a text."""
    return spoken(found([Theme("Zzz qqq", (term,))], text), 1)[0]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        pytest.param("masks", "She wore a mask.", id="another number"),
        pytest.param("deportation", "They deported forty men.", id="a verb of the same stem"),
        pytest.param("imports", "They import steel, and importers pay.", id="other forms of one word"),
        pytest.param("immigration", "Immigrants arrived.", id="another word that belongs to it"),
        pytest.param("border wall", "The border walls were built.", id="a phrase, inflected"),
        pytest.param("Iraq", "The Iraqi government asked.", id="-i"),
        pytest.param("Ukraine", "Ukrainian officials said.", id="-ian for -e"),
        pytest.param("Russia", "Russian-backed troops", id="-n, before a hyphen"),
        pytest.param("Afghanistan", "Afghans at risk", id="-istan"),
        pytest.param("China", "Chinese imports", id="-ese for -a"),
        pytest.param("Mali", "The Malian army", id="-an"),
        pytest.param("France", "French troops", id="irregular"),
        pytest.param("North Korea", "A North Korean missile", id="the last word of a phrase"),
        pytest.param("NATO", "Nato troops should leave.", id="an acronym as British papers write it"),
        pytest.param("NRA", "The NRA's lobby", id="an acronym with a possessive"),
        pytest.param("US", "The U.S. said so.", id="an acronym with stops"),
        pytest.param("UK", "The U.K. said so.", id="another acronym with stops"),
        pytest.param("Roe v. Wade", "since Roe v. Wade was decided", id="a phrase with a stop"),
        pytest.param("Taliban", "THE TALIBAN TAKE KABUL", id="a headline in capitals"),
    ],
)
def test_found(term: str, text: str) -> None:
    """A term is found in its inflected and derived forms, with full weight or nearly."""
    assert weight(term, text) >= 0.7


@pytest.mark.parametrize(
    ("term", "text"),
    [
        pytest.param("Mali", "A malicious file. Malicious intent.", id="never inside a longer word"),
        pytest.param("Iran", "Iranamadu lies in the north.", id="no unknown ending"),
        pytest.param("WHO", "Those who knew were silent. Who else?", id="an acronym is no pronoun"),
        pytest.param("ICE", "Ice covered the road.", id="a short acronym needs its capitals"),
        pytest.param("ICE", "The PRICE is high on ice.", id="not even inside another word in capitals"),
        pytest.param("US", "They told us so.", id="nor is this one"),
        pytest.param("border wall", "The border has no wall.", id="a phrase is one run"),
        pytest.param("North Korea", "North Carolina votes.", id="a common part of a name says nothing"),
        pytest.param("imports", "An important matter of great importance.", id="another word of the same stem"),
        pytest.param("author", "The authorities said so.", id="and another"),
        pytest.param("…", "Nothing … here", id="a term without a word"),
    ],
)
def test_not_found(term: str, text: str) -> None:
    """What only looks like a term is no evidence at all."""
    assert weight(term, text) == 0


def test_case_tells_names_from_words() -> None:
    """A capitalised term weighs little where the text writes a common word, more where a part of a long name stands."""
    assert 0 < weight("Apple", "He ate an apple.") < 0.5 < weight("Apple", "He left Apple.")
    assert 0 < weight("Kim Jong Un", "Mr. Kim smiled.") < 0.5 < weight("Kim Jong Un", "Kim Jong Un smiled.")


def test_a_shared_term_is_divided() -> None:
    """A term of two themes counts half for each, and cannot decide between them."""
    one, other = Theme("Zzz qqq", ("NATO", "Iraq")), Theme("Xxx www", ("NATO", "Kabul"))
    both = spoken(found([one, other], "NATO met."), 2)
    assert both[0] == both[1] == weight("NATO", "NATO met.") / 2


@pytest.mark.parametrize(
    ("name", "text", "least", "most"),
    [
        pytest.param("Abortion", "The bill on abortion passed.", 0.7, 1, id="a name of one word is a term"),
        pytest.param("Gun control", "They want gun control now.", 1, 2, id="the whole name is a phrase"),
        pytest.param("Gun control", "He kept control of the room.", 0.1, 0.4, id="a word of the name is a hint"),
        pytest.param("Afghanistan withdrawal", "He flew to Afghanistan.", 0.7, 1, id="a place in front is a name"),
        pytest.param(
            "Afghanistan withdrawal",
            "The Afghan army left, the Afghan state fell.",
            0.7,
            1,
            id="and what derives from it",
        ),
        pytest.param("Afghanistan withdrawal", "The withdrawal began.", 0.1, 0.4, id="a common word is not"),
        pytest.param("Iraq mission", "The Resolute Support Mission ended.", 0.1, 0.4, id="nor with a capital"),
    ],
)
def test_the_name_of_a_theme(name: str, text: str, least: float, most: float) -> None:
    """A theme's name is evidence of its own: strong as a whole or for a place, weak for its common words."""
    assert least <= spoken(found([Theme(name)], text), 1)[0] <= most


def test_the_description_hints() -> None:
    """Words of a theme's description are weak evidence, its stop words none."""
    described = [Theme("Zzz qqq", description="What the harbour board does with the quay.")]
    assert 0 < spoken(found(described, "The quay was swept."), 1)[0] < 0.5
    assert found(described, "What does the man do with it?") == ()


def test_further_terms_confirm() -> None:
    """Two terms of a theme say more than one, and less than twice as much."""
    theme = Theme("Zzz qqq", ("Iraq", "Baghdad"))
    once, twice = (spoken(found([theme], text), 1)[0] for text in ("In Iraq.", "In Baghdad, Iraq."))
    assert once < twice < 2 * once


def test_other_languages() -> None:
    """Terms are matched by the stems of the article's own language."""
    assert found([Theme("Zzz qqq", ("Wahl",))], "Die Wahlen waren frei.", "de")


@pytest.mark.parametrize("name", ["Oman", "EU", "Rio", "iraq", ""])
def test_demonyms_are_for_names(name: str) -> None:
    """Words in lower case, acronyms and very short names derive nothing; nothing is ever the name itself."""
    assert name not in demonyms(name)
    assert bool(demonyms(name)) == (name == "Oman")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=20), st.text(max_size=80))
def test_any_words_will_do(terms: list[str], name: str, text: str) -> None:
    """Whatever a user writes as name and terms, matching ends with positive weights for known themes."""
    for match in found([Theme(name, tuple(terms), text), Theme("Other", ("other",))], text):
        assert match.weight > 0
        assert match.theme in (0, 1)
