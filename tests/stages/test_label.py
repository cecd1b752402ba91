"""Phrases that could name what a text tells, and the one that several articles share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.words import content, stems
from briefing.model import Phrase, Pile, Signature, Story
from briefing.stages.label import phrases
from briefing.stages.label.shared import shared

PHRASES = [
    # (why, text, language, is it a title, what is among the phrases, what is not)
    ("an article stands before a noun", "A fire destroyed the Corwin mill in Harwick.", "en", False,
     ["Corwin mill in Harwick"], ["fire destroyed", "destroyed the Corwin mill"]),
    ("what an article follows is a verb", "The fire destroyed the mill.", "en", False, [], ["fire destroyed"]),
    ("a title has no articles", "Ferry crews strike in Marn over pay", "en", True, ["Ferry crews strike in Marn"], []),
    ("a day is no part of a name", "The Marn ferry strike Monday emptied the port.", "en", False,
     ["Marn ferry strike"], ["Marn ferry strike Monday"]),
    ("a march on foot is", "The peace march in Lund grew.", "en", False, ["peace march in Lund grew"], []),
    ("a figure opens no phrase", "Some 400 people fled the Orle flood.", "en", False,
     ["Orle flood"], ["400 people fled"]),
    ("a name inside a longer run", "Mayor Ines Brandt asked soldiers to help.", "en", False, ["Mayor Ines Brandt"], []),
    ("a possessive ends no name", "Nobody saw Ines Brandt’s letter.", "en", False, [], ["Ines Brandt’s"]),
    ("German", "Der Brand in der Weberei von Harwick begann am Montag.", "de", False,
     ["Brand in der Weberei von Harwick begann"], ["Montag"]),
    ("Russian has no articles", "Пожар на фабрике в Харвике потушен.", "ru", False,
     ["Пожар на фабрике в Харвике потушен"], []),
    ("nothing", "", "en", False, [], [""]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "text", "language", "is_title", "there", "missing"), PHRASES, ids=[c[0] for c in PHRASES]
)
def test_phrases_are_what_could_stand_above_news(why, text, language, is_title, there, missing):
    """Each a span of the text that begins and ends with a word that carries meaning."""
    found = [phrase.text for phrase in phrases(text, language, is_title=is_title)]
    assert [phrase for phrase in there if phrase not in found] == [], why
    assert [phrase for phrase in missing if phrase in found] == [], why


def story(number: int, *texts: str, is_title: bool = False) -> Story:
    """The story of some phrases."""
    said = tuple(Phrase(text, tuple(content(stems(text))), in_title=is_title) for text in texts)
    return Story(Signature(str(number)), tuple(sorted({t for phrase in said for t in phrase.terms})), said)


SHARED = [
    ("two words that both have", [story(0, "Corwin mill"), story(1, "burning Corwin mill")], "Corwin mill"),
    ("one word alone names a subject, no event", [story(0, "Corwin"), story(1, "Corwin")], None),
    ("a title before a sentence",
     [story(0, "Orle flood", "Tessin dam"), story(1, "Tessin dam", "Orle flood", is_title=True)], "Orle flood"),
    ("a name before common words",
     [story(0, "heavy rain", "Orle flood"), story(1, "Orle flood", "heavy rain")], "Orle flood"),
    ("most of three are enough",
     [story(0, "Corwin mill"), story(1, "Corwin mill"), story(2, "Harwick")], "Corwin mill"),
    ("two of four are not", [story(0, "Corwin mill"), story(1, "Corwin mill"), story(2, "x"), story(3, "y")], None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "stories", "want"), SHARED, ids=[case[0] for case in SHARED])
def test_the_phrase_that_most_articles_share_names_them(why, stories, want):
    """Or none does; the article that it is from is one of them."""
    found = shared(stories, Pile())
    assert (found[1].text if found else None) == want, why
    assert found is None or found[0] in {one.signature.article for one in stories}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "es", "ru", "uk", "ja", "pl"]), st.booleans())
def test_phrases_stand_in_the_text(text, language, is_title):
    """Whatever it is, in any language, white space folded."""
    for phrase in phrases(text, language, is_title=is_title):
        assert phrase.text in " ".join(text.split())
        assert phrase.terms


def test_a_long_text_is_no_trouble():
    """Neither of one run of words nor of many short ones."""
    for text in ("Marn " * 20_000, "Marn, the " * 10_000, "the " * 25_000):
        assert len(phrases(text, "en")) <= 10_001
