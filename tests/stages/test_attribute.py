"""Who says what: quotations and reported speech with their sources, and whom these stand for."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.language.paragraphs import paragraphs
from briefing.language.quotations import quotations
from briefing.model import Article, Attribution, Cleaned, Span
from briefing.stages.attribute import attribute
from briefing.stages.refer import names
from briefing.stages.split import split

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("attribute.toml").read_text("utf-8"))["case"]
WORDS = """“ ” " ' ‘ ’ « » , . : ; ? ! — ( ) ― said says told saying according to that adding called and but of the The
a who Vera Holm Holm's Oslo Mr. Gen. he she they minister on Monday officials U.S. in van bin 45 reports"""
TEXT = st.lists(
    st.sampled_from(WORDS.split()) | st.sampled_from(["\n\n", "\n", "  "]),
    max_size=60,
).map(" ".join)


def attributions(text: str, language: str = "en") -> tuple[Attribution, ...]:
    article, blocks = Article(text=text, language=language), tuple(paragraphs(text))
    quoted = quotations(text, blocks)
    sentences = split(article, Cleaned(blocks), quoted)
    return attribute(article, sentences, quoted, names(article, sentences, quoted))


def words(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """Each case of the data file is read as it says."""
    found = attributions(case["text"], case.get("language", "en"))
    said = [[words(case["text"], one.content), words(case["text"], one.source), one.speaker or ""] for one in found]
    assert said == case["said"]


def test_the_cue_and_the_name_are_spans_of_the_text() -> None:
    """The verb of speech stands beside its source, and the speaker's name is shown where it stands in full."""
    text = "Vera Holm came on Monday. “The quay is safe,” Holm has also said."
    (said,) = attributions(text)
    assert words(text, said.cue) == "has also said"
    assert words(text, said.name) == said.speaker == "Vera Holm"
    assert said.direct


def test_a_language_without_verbs_of_speech_has_quotations_without_a_source() -> None:
    """What is not known of a language is not guessed."""
    (said,) = attributions("„Turvallinen“, sanoi Vera Holm.", "fi")
    assert said.content is not None
    assert (said.source, said.cue, said.speaker) == (None, None, None)


def test_the_public_function_takes_an_article() -> None:
    """What a user calls gives the same items, also where a text cannot be used."""
    article = briefing.Article(text="The port opened.\n\n“The quay is safe,” said Vera Holm, its director.")
    (said,) = briefing.attributions(article)
    assert words(article.text, said.source) == "Vera Holm, its director"
    assert briefing.attributions(briefing.Article(text="broken \ud800 text “here,” he said")) == []


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_every_span_lies_in_the_text_and_every_piece_is_told(text: str) -> None:
    """Whatever the text: nothing raises, spans hold words of it, a source has its cue, and the same comes again."""
    found = attributions(text)
    assert found == attributions(text)
    for one in found:
        for span in (one.content, one.source, one.cue, one.name):
            assert span is None or (0 <= span[0] < span[1] <= len(text) and words(text, span).strip())
        assert (one.source is None) == (one.cue is None)
        assert (one.speaker is None) == (one.name is None)
    pieces = [piece for quotation in quotations(text, tuple(paragraphs(text))) for piece in quotation.pieces]
    contents = [one.content for one in found if one.direct]
    assert set(contents) <= set(pieces)
    assert len(contents) == len(set(contents))
