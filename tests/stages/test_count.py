"""Piles: counts of readings that add up the same however the work was split."""

from __future__ import annotations

from functools import reduce

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Pile, Theme
from briefing.stages.count import add, count, total
from briefing.stages.read import read

THEMES = (Theme("Ferry line", ("ferry", "Vera Holm")), Theme("Harvest", ("wheat", "farmers")))
LINES = [
    "The ferry left the quay at noon.",
    "Farmers brought in the wheat.",
    "Vera Holm watched the ferry from the quay.",
    "The town hall was painted green.",
    "It rained all day.",
]
READINGS = st.lists(st.sampled_from(LINES), max_size=6).map(lambda lines: read(Article("\n\n".join(lines))))
PILES = READINGS.map(lambda reading: count(reading, THEMES))


@settings(max_examples=50, deadline=None)
@given(PILES, PILES, PILES)
def test_adding_is_associative_and_commutative(one: Pile, two: Pile, three: Pile) -> None:
    """Piles add up to the same in any grouping and order, and the empty pile changes nothing."""
    assert add(add(one, two), three) == add(one, add(two, three)) == total((three, one, two))
    assert add(one, two) == add(two, one)
    assert add(one, Pile()) == one == add(Pile(), one)


@settings(max_examples=30, deadline=None)
@given(st.lists(READINGS, max_size=4))
def test_counts_stay_within_vocabulary_times_themes(readings: list) -> None:  # type: ignore[type-arg]
    """A pile holds positive integers only, for known themes and words, and its sums agree."""
    pile = reduce(add, (count(reading, THEMES) for reading in readings), Pile())
    words = {term for reading in readings for s in reading.sentences for term in s.terms}
    assert set(pile.articles_with) == words
    assert set(pile.company) <= {"", *(theme.name for theme in THEMES)}
    for name, counts in pile.company.items():
        assert set(counts) <= words
        assert all(type(n) is int and 0 < n <= pile.paragraphs[name] for n in counts.values())
        assert sum(counts.values()) == pile.company_size[name]


def test_what_is_counted_under_a_theme() -> None:
    """A paragraph is counted under the theme that it names; one far from any named theme under none."""
    text = "\n\n".join([LINES[0], *(f"The town hall was painted shade {k} of green." for k in range(4))])
    pile = count(read(Article(text)), THEMES)
    assert pile.company["Ferry line"]["quay"] == 1
    assert pile.company[""]["paint"] >= 1
    assert "Harvest" not in pile.company


def test_without_themes_only_words_are_counted() -> None:
    """Without themes a pile still counts documents, sentences and the articles that hold a term."""
    pile = count(read(Article("The ferry left. The ferry came back.")), ())
    assert (pile.documents, pile.sentences, pile.articles_with["ferri"]) == (1, 2, 1)
    assert not pile.company
    assert not pile.paragraphs
