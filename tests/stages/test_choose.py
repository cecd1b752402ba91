"""Making extracts of an article's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Passage, Pile, Reading, Sentence
from briefing.stages.choose import choose
from briefing.stages.read import read
from briefing.summarisers.ours import Ours

TEXT = """The alliance will raise its mission in Baghdad from 500 to around 4,000 soldiers, ministers said on Thursday.

The soldiers will train the Iraqi army in Mosul until the summer, the secretary general told reporters in Brussels.

Rain is expected over large parts of Belgium on Friday, the weather service said in a statement.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Three sentences that stand alone, in three paragraphs."""
    return read(Article(text=TEXT, title="Alliance to raise Baghdad mission"))


def given_scores(*scores: float):
    """A summariser that gives these scores."""

    def summariser(sentences: Sequence[Sentence], pile: Pile) -> Sequence[float]:
        return scores

    return summariser


def test_every_cut_becomes_an_extract_of_the_text(reading: Reading) -> None:
    """Each extract is a span of the article, verbatim, around its core."""
    extracts = choose(reading, (), Pile(), Ours())

    assert len(extracts) == len(reading.cuts) == 3
    for one in extracts:
        assert one.text == TEXT[one.start : one.end]
        assert one.start <= one.core.start < one.core.end <= one.end


def test_best_first_and_ranked(reading: Reading) -> None:
    """The order and the rank follow the method's scores, whatever their scale."""
    extracts = choose(reading, (), Pile(), given_scores(-7.0, -1.0, -3.0))

    assert [one.position for one in extracts] == [1, 2, 0]
    assert [one.rank for one in extracts] == [0, 1, 2]


def test_scores_run_from_nought_to_one(reading: Reading) -> None:
    """The best of an article has 1, the worst 0: articles and methods can be compared."""
    extracts = choose(reading, (), Pile(), given_scores(-7.0, -1.0, -4.0))

    assert [one.score for one in extracts] == [1.0, 0.5, 0.0]


def test_equal_scores_keep_the_order_of_the_article(reading: Reading) -> None:
    """Where a method tells nothing apart, the beginning comes first."""
    extracts = choose(reading, (), Pile(), given_scores(0.0, 0.0, 0.0))

    assert [(one.position, one.score) for one in extracts] == [(0, 1.0), (1, 1.0), (2, 1.0)]


def test_what_must_not_be_printed_comes_last_with_its_reason(reading: Reading) -> None:
    """Unfit extracts stay in sight, behind the fit ones."""
    cuts = (replace(reading.cuts[0], unfit="glued words"), *reading.cuts[1:])

    extracts = choose(replace(reading, cuts=cuts), (), Pile(), given_scores(3.0, 2.0, 1.0))

    assert [one.unfit for one in extracts] == [None, None, "glued words"]


def test_an_extract_carries_its_passages_theme(reading: Reading) -> None:
    """The theme is that of the passage in which the core stands."""
    passages = (Passage(0, 0, "Iraq mission", 0, 1), Passage(0, 0, None, 2, 2))

    found = choose(reading, passages, Pile(), Ours())
    themes = {reading.cuts.index(cut): one.theme for one in found for cut in reading.cuts if cut.start == one.start}

    assert themes == {0: "Iraq mission", 1: "Iraq mission", 2: None}


def test_each_theme_is_ranked_as_an_article_of_its_own(reading: Reading) -> None:
    """News far down in an article on something else is not worse for it: each theme's first sentence is its first."""
    passages = (Passage(0, 0, "Iraq mission", 0, 1), Passage(0, 0, None, 2, 2))

    best = {one.theme: (one.start, one.position) for one in choose(reading, passages, Pile(), Ours()) if one.score == 1}

    assert best == {"Iraq mission": (0, 0), None: (reading.sentences[2].start, 0)}


def test_an_extract_knows_what_it_repeats_of_the_title(reading: Reading) -> None:
    """`in_title` is the share of the title's terms that the extract holds."""
    shares = {one.position: one.in_title for one in choose(reading, (), Pile(), Ours())}

    assert shares[0] > shares[1] >= 0.0
    assert shares[0] <= 1.0
    assert all(one.in_title == 0.0 for one in choose(replace(reading, title_terms=()), (), Pile(), Ours()))


def test_a_wider_cut_is_one_extract(reading: Reading) -> None:
    """A core that takes in its predecessor gives one extract of two sentences."""
    wide = replace(reading.cuts[1], first=0, start=reading.sentences[0].start)
    cuts = (reading.cuts[0], wide, reading.cuts[2])

    one = next(e for e in choose(replace(reading, cuts=cuts), (), Pile(), Ours()) if e.position == 1)

    assert one.sentences == 2
    assert one.text.startswith("The alliance")
    assert one.core_terms == reading.sentences[1].terms
    assert one.terms == reading.sentences[0].terms + reading.sentences[1].terms


def test_a_wider_cut_has_the_mean_of_its_sentences_scores(reading: Reading) -> None:
    """A lead with what leans on it is worth what the two are worth, not what the second is."""
    wide = replace(reading.cuts[1], first=0, start=reading.sentences[0].start)
    cuts = (reading.cuts[0], wide, reading.cuts[2])

    extracts = choose(replace(reading, cuts=cuts), (), Pile(), given_scores(1.0, 0.5, 0.0))

    assert {one.position: one.score for one in extracts} == {0: 1.0, 1: 0.75, 2: 0.0}


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("Ab c.“”\n-4,?"), max_size=120))
def test_any_text_gives_extracts_of_itself(text: str) -> None:
    """No text makes it fail; spans lie inside the text, scores are finite."""
    for one in choose(read(Article(text=text)), (), Pile(), Ours()):
        assert one.text == text[one.start : one.end]
        assert isfinite(one.score)
