"""Who speaks in an article, and what it says that they are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.stages.read import read

CASES = tomllib.loads(Path(__file__).with_name("introduce.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_speaks_and_what_they_are(case) -> None:
    """A role is a whole phrase of the article's own, or there is none."""
    found = read(Article(text=case["text"])).speakers
    assert [f"{one.text}: {one.role_text}" if one.role else one.text for one in found] == case["speakers"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The loan was paid, Vera Holm said.", ("vera", "holm")),
        ("The loan was paid, Minister Vera K. Holm said.", ("vera", "holm")),
        ("The loan was paid, Mrs Holm said.", ()),
        ("The loan was paid, NATO said.", ("", "nato")),
    ],
)
def test_by_what_a_speaker_is_known_elsewhere(text: str, key: tuple[str, ...]) -> None:
    """Given and family name, or a body's name; a surname alone is not enough."""
    assert [one.key for one in read(Article(text=text)).speakers] == [key]


WORDS = [
    "Vera",
    "Holm",
    "Mrs",
    "President",
    "the",
    "mayor",
    "of",
    "Orr",
    ",",
    "said",
    "former",
    "’s",
    "minister",
    "and",
]
TEXTS = st.lists(st.sampled_from([*WORDS, ".", "“We sail,”", "NATO", "\n\n", "that", "ships", "sail"]), max_size=50)


@settings(max_examples=80, deadline=None)
@given(TEXTS.map(" ".join))
def test_names_and_roles_are_the_articles_own_words(text: str) -> None:
    """Whatever the text: a role stands in one sentence, and outside of the name."""
    reading = read(Article(text=text))
    for one in reading.speakers:
        assert text[slice(*one.name)] == one.text != ""
        if one.role:
            assert text[slice(*one.role)] == one.role_text != ""
            assert any(s.start <= one.role.start and one.role.end <= s.end for s in reading.sentences)
            assert one.role.end <= one.name.start or one.name.end <= one.role.start
