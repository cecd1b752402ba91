"""Broken text: what is told, of whole articles, and what becomes of it on the page."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.language.sentences import sentences
from briefing.model import Article, Sentence
from briefing.stages.read import read
from briefing.stages.split.fitness import unfit

CASES = tomllib.loads(Path(__file__).with_name("broken.toml").read_text("utf-8"))["case"]
BREAKS = [
    "-\n",
    "- ",
    "&amp;",
    "{{x}}",
    "[ ]",
    "the the",
    "…",
    "d e c i s i o n",
    "Ã©",
    "\ufffd",
    "решение",
    "m1nister",
    " ",
]


def _article(paragraphs: list[str]) -> list[Sentence]:
    """The sentences of an article of these paragraphs: each is one."""
    found, at = [], 0
    for k, text in enumerate(paragraphs):
        found.append(Sentence(at, at + len(text), text, position=k, paragraph=k))
        at += len(text) + 2
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_broken_sentence_is_told_from_an_unusual_one(case: dict[str, Any]) -> None:
    """Each case of the data file is judged as it says."""
    text = "\n\n".join(case["text"])
    reason = unfit(text, _article(case["text"]), case.get("language", "en"))[case.get("at", 0)]
    assert (case["unfit"] in (reason or "")) if case["unfit"] else reason is None, reason


def _written(sentence: str) -> str:
    return (
        "The ferry harbour of Lindvik was closed on Monday after a storm damaged its northern pier.\n\n"
        "Harbour crews worked through the night to clear the pier of sand and broken timber.\n\n"
        f"{sentence}\n"
    )


@pytest.mark.parametrize(
    "broken", ["The min- ister", "The m i n i s t e r", "The the minister", "Theminister &amp; staff"]
)
def test_a_broken_sentence_yields_to_a_sound_one(broken: str) -> None:
    """Where a sound sentence tells of the theme too, the broken one stays out."""
    sound = "The minister of fisheries promised sailors new boats and new nets by the end of spring."
    article = Article(
        text=_written(f"{broken} of fisheries promised boats and nets to the sailors.\n\n{sound}"),
        id="a",
        title="Harbour",
    )
    told = briefing.summarise([article], sentences=3)
    assert told
    assert not any(broken in extract.text for extract in told)


def test_reading_marks_every_broken_sentence() -> None:
    """Through the whole of reading, a broken sentence's cut says why it must not be printed."""
    reading = read(
        Article(text=_written("The minister of ports said that the har-\nbour of Lindvik must wait until May."))
    )
    faults = {reading.sentences[cut.core].text[:20]: cut.unfit for cut in reading.cuts}
    assert faults["The minister of port"] == "a word torn apart: har- bour"
    assert faults["The ferry harbour of"] is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*BREAKS, "The minister", "said that", "harbour", ".", "\n\n", "a"]), max_size=20))
def test_any_broken_text_gets_one_judgement_a_sentence(parts: list[str]) -> None:
    """Whatever is broken and however often, judging never fails, and says the same again."""
    text = " ".join(parts)
    found = [Sentence(a, b, text[a:b], position=k) for k, (a, b) in enumerate(sentences(text))]
    assert unfit(text, found, "en") == unfit(text, found, "en")
    assert len(unfit(text, found, "en")) == len(found)


DAM = briefing.Theme(name="The dam", terms=("dam", "reservoir"))
FERRY = briefing.Theme(name="The ferries", terms=("ferry", "ferries", "harbour"))
ABOUT_FERRIES = "The ferry harbour of Lindvik was closed on Monday after a storm damaged its northern pier.\n\n"
TORN = "The dam above Orr will be emptied in spring because its wall has cracks, the min- ister of ports said."
SOUND = "The dam above Orr will be emptied in spring because the wall of its reservoir has cracks, a report said."


def _about_the_dam(*paragraphs: str) -> list[tuple[str, str | None]]:
    """What a briefing of one article prints under the theme of the dam, with its marks."""
    article = Article(text=ABOUT_FERRIES + "\n\n".join(paragraphs), id="a", title="News of the day")
    found = briefing.build([article], [DAM, FERRY], date=date(2021, 3, 1))
    return [(point.text, point.unfit) for point in found.points if "dam above Orr" in point.text]


def test_a_broken_sentence_is_printed_marked_where_its_theme_has_nothing_else() -> None:
    """A theme with broken text alone shows it, and says so."""
    found = _about_the_dam(TORN)
    assert found
    assert all(text == TORN and "torn apart" in (mark or "") for text, mark in found)


def test_a_broken_sentence_is_left_out_where_its_theme_has_a_sound_one() -> None:
    """A theme with a sound sentence shows that alone, without a mark."""
    found = _about_the_dam(TORN, SOUND)
    assert found
    assert all(text == SOUND and mark is None for text, mark in found)
