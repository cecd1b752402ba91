"""Choosing the set of extracts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Extract, Span
from briefing.stages.select import ENOUGH, select
from briefing.stages.select.redundancy import overlaps, repeats


def extract(text: str, score: float = 1.0, *, position: int = 0, article: str = "a", sentences: int = 1) -> Extract:
    """An extract of one core whose every word but "the" carries meaning, at a place of its own."""
    start = 1_000 * position
    words = tuple(text.lower().split())
    terms = tuple(word for word in words if word != "the")
    return Extract(
        article=article,
        start=start,
        end=start + len(text),
        text=text,
        core=Span(start, start + len(text)),
        core_words=words,
        core_terms=terms,
        terms=terms,
        score=score,
        position=position,
        sentences=sentences,
    )


MISSION = extract("alliance mission grows from 500 to 4,000 soldiers in baghdad", 1.0)
TRAINING = extract("soldiers will train the army of mosul until summer", 0.8, position=1)
WEATHER = extract("rain is expected over brussels on thursday", 0.2, position=2)


def words_of(chosen: tuple[Extract, ...]) -> int:
    """Words as a reader counts them."""
    return sum(len(one.text.split()) for one in chosen)


def test_best_comes_first() -> None:
    """The set is given in the order of the scores."""
    assert select([WEATHER, TRAINING, MISSION], sentences=2) == (MISSION, TRAINING)


@pytest.mark.parametrize(
    ("budget", "chosen"),
    [
        pytest.param({"words": 5}, (), id="nothing fits into five words"),
        pytest.param({"words": 0}, (), id="no words"),
        pytest.param({"sentences": 0}, (), id="no sentences"),
        pytest.param({"words": 10}, (MISSION,), id="just one"),
        pytest.param({"sentences": 9}, (MISSION, TRAINING, WEATHER), id="fewer than asked"),
        pytest.param({"words": 10, "sentences": 3}, (MISSION,), id="both budgets hold"),
        pytest.param({}, (MISSION, TRAINING, WEATHER), id="no budget"),
    ],
)
def test_budgets(budget: dict[str, int], chosen: tuple[Extract, ...]) -> None:
    """A budget is never exceeded, and what fits into none is left out."""
    assert select([MISSION, TRAINING, WEATHER], **budget) == chosen


def test_an_extract_of_two_sentences_counts_two() -> None:
    """`sentences` counts sentences, not extracts."""
    pair = replace(MISSION, sentences=2)

    assert select([pair, TRAINING], sentences=1) == (TRAINING,)
    assert select([pair, TRAINING], sentences=2) == (pair,)


def test_a_wider_cut_is_taken_where_its_narrower_rival_shares_its_place() -> None:
    """Two cuts of one place are rivals: at most one of them is chosen, and the budget is still filled."""
    wide = replace(TRAINING, start=MISSION.start, sentences=2, text=f"{MISSION.text} {TRAINING.text}")

    chosen = select([MISSION, wide, WEATHER], sentences=3)

    assert chosen == (wide, WEATHER)


def test_what_is_taken_is_not_said_again() -> None:
    """Nothing repeats what the page holds already."""
    again = replace(MISSION, article="b", score=2.0)

    assert select([again, WEATHER], sentences=2, taken=[MISSION]) == (WEATHER,)


def test_the_same_statement_of_two_articles_is_chosen_once() -> None:
    """Of two equal statements one is chosen, even where the budget has room for both."""
    again = replace(MISSION, article="b")

    assert select([MISSION, again], sentences=2) == (MISSION,)


def test_unfit_extracts_are_never_chosen() -> None:
    """What must not be printed is not chosen, not even into an empty summary."""
    assert select([replace(MISSION, unfit="glued words")], sentences=3) == ()


def test_several_articles_that_agree_outweigh_one_that_scores_higher() -> None:
    """Of several articles' first sentences, those that agree are chosen before one about something else."""
    second = extract("mission of the alliance grows to 4,000 in baghdad says minister jones", 1.0, article="b")
    odd = extract("film festival opens with a comedy about three sisters", 1.0, article="c")

    assert odd not in select([odd, MISSION, second], sentences=1)


def test_more_than_the_pool_is_filled_up() -> None:
    """A budget that holds more than the sets are drawn from is filled up from the rest."""
    many = [extract(f"a{k} b{k} c{k} d{k} e{k} f{k}", 1 / (1 + k), position=k) for k in range(170)]

    assert len(select(many, sentences=170)) == 170


def test_wordless_extracts_are_no_reason_to_fail() -> None:
    """Extracts without a term that carries meaning can be chosen too."""
    assert select([extract("the the the"), extract("the", position=1)], sentences=1)


WORDS = ["mission", "talk", "500", "4,000", "the", "nato", "army", "train", "mosul", "rain", "vote"]
EXTRACTS = st.lists(
    st.builds(
        lambda words, score, place, article, sentences: extract(
            " ".join(words), score, position=place, article=article, sentences=sentences
        ),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=9),
        st.floats(0, 1),
        st.integers(0, 30),
        st.sampled_from("abc"),
        st.integers(1, 3),
    ),
    max_size=25,
    unique_by=lambda one: (one.article, one.position),
)


@settings(max_examples=60, deadline=None)
@given(EXTRACTS, st.integers(0, 60), st.randoms(use_true_random=False))
def test_words_are_kept_and_spent(extracts: list[Extract], words: int, chance) -> None:
    """Never above the words; below 0.7 of them only if nothing new is left that fits; the order of input is nothing."""
    chosen = select(extracts, words=words)
    left = words - words_of(chosen)

    assert left >= 0
    assert not any(repeats(one, other) for one, other in combinations(chosen, 2))
    if words_of(chosen) < ENOUGH * words:
        assert not [e for e in extracts if e.length <= left and not any(repeats(e, one) for one in chosen)]
    chance.shuffle(extracts)
    assert select(extracts, words=words) == chosen


@settings(max_examples=60, deadline=None)
@given(EXTRACTS, EXTRACTS, st.integers(0, 8))
def test_sentences_are_kept_and_spent(extracts: list[Extract], taken: list[Extract], sentences: int) -> None:
    """Never above the sentences, nothing of what is taken, and below only if nothing new is left that fits."""
    chosen = select(extracts, sentences=sentences, taken=taken)
    left = sentences - sum(one.sentences for one in chosen)

    assert left >= 0
    assert not any(repeats(one, other) for one in chosen for other in taken)
    held = [*chosen, *taken]
    assert not left or not [e for e in extracts if e.sentences <= left and not any(repeats(e, one) for one in held)]


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("alliance mission grows to 4,000 in baghdad", "alliance mission grows to 4,000 in baghdad", True, "equal"),
        ("the alliance mission grows soon in baghdad", "alliance mission grows soon in baghdad", True, "but for 'the'"),
        (
            "ministers agree that the alliance mission in baghdad grows soon",
            "alliance mission in baghdad grows",
            True,
            "contained",
        ),
        (
            "alliance raises its mission in baghdad to 4,000 soldiers",
            "some 4,000 soldiers serve in baghdad under a larger mission",
            True,
            "same figure, names",
        ),
        (
            "alliance raises its mission in baghdad in 2021 with soldiers",
            "some soldiers serve in baghdad under a smaller 2021 mission",
            False,
            "a year is no figure",
        ),
        (
            "alliance mission grows in baghdad says minister",
            "rain is expected over brussels on thursday",
            False,
            "another matter",
        ),
        ("mission grows", "mission grows again in baghdad and mosul", False, "too short to be a statement"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 28 else "",
)
def test_repeats(one: str, other: str, same: bool, why: str) -> None:
    """An extract repeats another that says nearly the same, contains it, or gives the same figure of the same names."""
    a, b = extract(one), extract(other, article="b")

    assert repeats(a, b) is same, why
    assert repeats(b, a) is same, why


def test_what_stands_beside_the_core_counts_too() -> None:
    """An extract of two sentences repeats the core of another in either of them."""
    wide = replace(TRAINING, terms=MISSION.terms + TRAINING.terms, sentences=2)

    assert repeats(wide, replace(MISSION, article="b"))
    assert repeats(replace(MISSION, article="b"), wide)


def test_overlapping_spans_of_one_article_repeat_each_other() -> None:
    """Two spans that share characters are never both printed; spans of different articles share nothing."""
    inside = replace(extract("rain tomorrow"), start=MISSION.start + 5, end=MISSION.start + 9)

    assert overlaps(MISSION, inside)
    assert repeats(MISSION, inside)
    assert not overlaps(MISSION, replace(inside, article="b"))
