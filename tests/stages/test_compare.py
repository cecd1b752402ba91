"""Which extracts say the same."""

from __future__ import annotations

import itertools
import random
import string
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing.language.words import stems
from briefing.model import Article, Cut, Extract, Note, Span
from briefing.stages import compare as comparing
from briefing.stages.choose.extract import extract as of_cut
from briefing.stages.compare import compare, core_text, is_same
from briefing.stages.compare.same import are_one
from briefing.stages.read import read

SAME = [
    ("The dam above Orr broke on Friday.", "The dam above Orr broke on Friday.", "the very same words"),
    ("The dam above Orr broke on Friday.", "THE DAM ABOVE ORR BROKE ON FRIDAY", "case and end mark say nothing"),
    (
        "“We will rebuild the wall before the spring flood comes,” Vale said.",
        "Speaking in Orr, the mayor said: “We will rebuild the wall before the spring flood comes.”",
        "one quotation, introduced freely",
    ),
]
DIFFERENT = [
    (
        "The dam held 40 million tonnes of water on Friday.",
        "The dam held 50 million tonnes of water on Friday.",
        "figures",
    ),
    (
        "The union will accept the offer of the harbour.",
        "The union will not accept the offer of the harbour.",
        "a negation",
    ),
    ("On Friday the council met with Ada Vale in Orr.", "On Friday the council met with Ida Lund in Orr.", "names"),
    ("The dam broke in the night.", "Voters go to the polls.", "nothing in common"),
]


def extract(text: str, article: str = "a", score: float = 0.5, sentences: int = 1) -> Extract:
    """An extract that is one core."""
    return Extract(article, 0, len(text), text, Span(0, len(text)), tuple(stems(text)), (), score, sentences=sentences)


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_equal_and_nearly_equal_words_are_one_statement(one, other, why):
    """Either way round."""
    assert is_same(extract(one), extract(other)), why
    assert is_same(extract(other), extract(one)), why


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT)
def test_another_figure_name_or_negation_is_another_statement(one, other, why):
    """Two reports that differ are two statements, however alike they sound."""
    assert not is_same(extract(one), extract(other)), why
    assert len(compare([extract(one), extract(other, "b")])) == 2, why


CASES = tomllib.loads(Path(__file__).with_name("compare_cases.toml").read_text("utf-8"))["case"]


def read_alone(text: str, language: str) -> Extract:
    """A sentence as an extract of an article that holds nothing else."""
    reading = read(Article(text=text, language=language))
    core = max(reading.sentences, key=lambda sentence: len(sentence.text))
    cut = Cut(core.position, core.position, core.position, core.start, core.end)
    return of_cut(reading, cut, 0.5)


@pytest.mark.parametrize("case", CASES, ids=[case["because"] for case in CASES])
def test_what_is_nearly_the_same_is_told_apart(case):
    """Either way round; the pairs and the reasons stand in compare_cases.toml."""
    one, other = (read_alone(case[side], case.get("language", "en")) for side in ("one", "other"))
    assert is_same(one, other) == is_same(other, one) == case["same"]
    assert len(compare([one, other])) == (1 if case["same"] else 2)


def test_few_of_many_extracts_are_looked_at_in_pairs(monkeypatch):
    """400 sentences on one dam: nearly all pairs are never compared."""
    chance, looks = random.Random(1), []
    monkeypatch.setattr(comparing, "are_one", lambda one, other: looks.append(1) or are_one(one, other))
    nouns = [f"{first}{second}" for first in ("mill", "quay", "barn", "lock") for second in string.ascii_lowercase]
    found = [extract(f"The dam of Orr and the {' '.join(chance.sample(nouns, 6))}.", str(k)) for k in range(400)]
    assert len(compare(found)) == 400
    assert len(looks) < 40 * len(found)  # of 200 times as many pairs


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_comparing_is_symmetric(data):
    """Whatever is cut from the cases or joined to them, neither of two comes first."""
    words = st.sampled_from([word for case in CASES for word in (case["one"] + " " + case["other"]).split()])
    drawn = [" ".join(data.draw(st.lists(words, min_size=3, max_size=14))) for _ in range(2)]
    whole = data.draw(st.sampled_from(CASES))["one"]
    for one, other in ((drawn[0], drawn[1]), (whole, whole + " " + drawn[0]), (whole, drawn[0] + " " + whole)):
        a, b = (extract(text) for text in (one, other))
        assert is_same(a, b) == is_same(b, a)


def test_a_statement_names_each_other_article_once():
    """The best wording is printed; the printed one's own article is not named again."""
    text = "The dam above Orr broke on Friday."
    found = compare(
        [extract(text, "a", 0.9), extract(text, "b", 0.5), extract(text, "c", 0.1), extract(text + " ", "b", 0.3)]
    )
    (statement,) = found
    assert statement.extract.article == "a"
    assert [other.article for other in statement.also] == ["b", "c"]


def test_the_wording_that_needs_no_neighbour_is_printed():
    """A statement in one sentence before the same with a predecessor, whatever their scores."""
    text = "The dam above Orr broke on Friday."
    (statement,) = compare([extract(text, "a", 0.9, sentences=2), extract(text, "b", 0.1)])
    assert statement.extract.article == "b"


def test_the_wording_that_needs_no_note_is_printed():
    """One that a neighbour explains before one that a note explains, and one that stands alone before both."""
    text = "The dam above Orr broke on Friday."
    noted = replace(extract(text, "a", 0.9), notes=(Note(Span(0, 3), Span(90, 99), text="Orr dam", sentence=3),))
    explained, alone = extract(text, "b", 0.5, sentences=2), extract(text, "c", 0.1)
    assert compare([noted, explained])[0].extract.article == "b"
    assert compare([noted, explained, alone])[0].extract.article == "c"


def test_the_core_alone_is_compared():
    """A predecessor that an extract takes in is not what it says."""
    whole = "He met them. The dam above Orr broke."
    found = Extract("a", 100, 100 + len(whole), whole, Span(113, 100 + len(whole)), (), (), 0.5)
    assert core_text(found) == "The dam above Orr broke."


@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(
        st.tuples(
            st.sampled_from([t for pair in SAME + DIFFERENT for t in pair[:2]]) | st.text(max_size=60),
            st.sampled_from("abc"),
            st.sampled_from((0.1, 0.9)),
        ),
        max_size=6,
    )
)
def test_comparing_loses_and_invents_nothing(drawn):
    """Every article that said something is in one of the statements, and the order of input does not matter."""
    made = [extract(text or ".", article, score) for text, article, score in drawn]
    found = [*{one.order: one for one in made}.values()]  # no article has two texts in one place
    statements = compare(found)
    assert statements == compare(list(reversed(found)))
    printed = [e for s in statements for e in (s.extract, *s.also)]
    assert set(printed) <= set(found)
    assert {e.article for e in printed} == {e.article for e in found}
    for one, other in itertools.combinations(statements, 2):
        assert one.extract.fingerprint != other.extract.fingerprint
