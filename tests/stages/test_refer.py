"""Which names an article holds, and whom a mention, a pronoun or a description stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.paragraphs import paragraphs
from briefing.language.quotations import quotations
from briefing.model import Article, Cleaned, Span
from briefing.stages.refer import Names, antecedent, full_name, names, stands_for
from briefing.stages.split import split

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("refer.toml").read_text("utf-8"))["case"]
WORDS = """Vera Holm Holm's Anders Holm’s Poe Mr. Mrs. Gen. President the The minister mayor , . “ ” he she He her his
said van der al-Holm U.S. NATO Department of State for & in Oslo On Monday May who 45 a former and J. ' A"""
TEXT = st.lists(
    st.sampled_from(WORDS.split()) | st.sampled_from(["\n\n"]),
    max_size=50,
).map(" ".join)


def index(text: str, language: str = "en") -> Names:
    article, blocks = Article(text=text, language=language), tuple(paragraphs(text))
    quoted = quotations(text, blocks)
    return names(article, split(article, Cleaned(blocks), quoted), quoted)


def stood_for(found: Names, at: Span) -> str:
    """What words stand for: themselves where they are a name, else the mention before them."""
    before = at if full_name(found, at) else antecedent(found, at)
    return found.text[slice(*before)] if before else ""


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Each case of the data file stands for what it says."""
    found = index(case["text"])
    start = case["text"].index(case.get("in", case["at"]))
    words = case["at"].removesuffix(" left").removesuffix(" will")
    at = Span(start, start + len(words))
    known = stands_for(found, at)
    assert (known[0] if known else "") == case["name"]
    if case["name"] or not case["of"]:
        assert stood_for(found, at) == case["of"].removesuffix(" left")
    if known:
        assert case["text"][slice(*known[1])] == known[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Vera Holm came on Monday.", "Vera Holm", "person"),
        ("He met Minister Holm on Monday.", "Holm", "person"),
        ("The Ministry of Transport is closed.", "Ministry of Transport", "body"),
        ("He left the Kremlin on Monday.", "Kremlin", "body"),
        ("He spoke to NATO on Monday.", "NATO", "body"),
        ("He flew to North Korea on Monday.", "North Korea", "place"),
        ("He lives near Holm Street today.", "Holm Street", "place"),
        ("He lives in Holmby today.", "Holmby", "place"),
    ],
)
def test_persons_bodies_and_places_are_told_apart(text: str, name: str, kind: str) -> None:
    """A name is what its words, its title or the word before it say."""
    assert (name, kind) in [(one.text, one.kind) for one in index(text).names]


def test_days_and_months_are_no_names() -> None:
    """A capital alone makes no name."""
    assert index("On Monday it rained. In January it snowed.").names == ()


def test_a_month_may_be_a_surname() -> None:
    """A given name before it says so."""
    assert [name.text for name in index("In May it rained. They met Theresa May there.").names] == ["Theresa May"]


def test_mentions_stand_in_order_with_what_they_are() -> None:
    """Every mention has its sentence, and says whether it is possessive or somebody else's words."""
    found = index("Vera Holm came. “Holm is late,” he said about Holm’s ship.")
    shown = [(found.text[slice(*m.span)], m.sentence, m.quoted, m.possessive) for m in found.mentions]
    assert shown == [("Vera Holm", 0, False, False), ("Holm", 1, True, False), ("Holm", 1, False, True)]
    assert {m.name for m in found.mentions} == {0}


def test_an_article_without_sentences_has_no_names() -> None:
    """Nothing in, nothing out."""
    found = index("")
    assert (found.names, found.mentions) == ((), ())
    assert stands_for(found, Span(0, 0)) is None


@settings(max_examples=150, deadline=None)
@given(TEXT, st.integers(0, 300), st.integers(0, 20))
def test_every_mention_lies_in_the_text(text: str, start: int, length: int) -> None:
    """Whatever the text: nothing raises, mentions stand in order and inside, answers are mentions."""
    found = index(text)
    assert found == index(text)
    assert [m.span.start for m in found.mentions] == sorted(m.span.start for m in found.mentions)
    for mention in found.mentions:
        sentence = found.sentences[mention.sentence]
        assert sentence.start <= mention.whole.start <= mention.span.start < mention.span.end <= sentence.end
    spans = {mention.span for mention in found.mentions}
    for at in [Span(start, start + length), *(Span(s, t.end(k)) for t in found.tokens for k, s in enumerate(t.starts))]:
        before = antecedent(found, at)
        assert before is None or (before in spans and before.end <= at.start)
        known = stands_for(found, at)
        assert known is None or found.text[slice(*known[1])] == known[0]


def test_what_is_said_of_a_pronoun_does_not_hang_on_the_words_behind_it(
    sentences_of: Callable[..., Any],
) -> None:
    """Sentences added behind never change what a pronoun stood for, as long as they bring nobody new."""
    text = "Anders Holm spoke in Oslo on Monday. He will stay."
    at = Span(text.index("He"), text.index("He") + 2)
    assert antecedent(index(text), at) == antecedent(index(text + " The port was closed."), at)
