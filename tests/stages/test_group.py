"""Articles grouped by the event that they report."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Article
from briefing.stages.group import group, signature
from briefing.stages.group.link import link
from briefing.stages.read import read

FIRE = (
    "A fire destroyed the Corwin textile mill in Harwick on Monday, killing two workers, firefighters said.",
    "Two workers died when the Corwin mill in Harwick burnt down. Harwick police seek the cause of the fire.",
    "Investigators searched the ruins of the Corwin textile mill. Harwick mourns two workers killed in Monday's fire.",
)
FLOOD = (
    "The river Orle burst its banks at Tessin on Monday, and 400 people left their homes, the Tessin mayor said.",
    "Some 400 people fled Tessin after the river Orle burst its banks. Mayor Ines Brandt asked for soldiers.",
)
OTHER_FIRE = (
    "A fire at a hotel in Port Salis injured nine guests on Tuesday. The Hotel Meridian was closed.",
    "Nine guests of the Hotel Meridian in Port Salis were injured when a fire broke out in the kitchen.",
)
ALONE = "Parliament passed the budget for next year with a narrow majority after a night of debate."
PILE = [*FIRE, *FLOOD, *OTHER_FIRE, ALONE]


def groups(texts: list[str]) -> set[frozenset[str]]:
    found = briefing.stories([Article(text=text) for text in texts])
    return {frozenset(texts[k] for k in members) for members in found}


def test_reports_of_one_event_stand_together_and_those_of_a_sibling_apart() -> None:
    """Two fires on one day in two towns are two events; a flood is a third; a vote stands alone."""
    assert groups(PILE) == {frozenset(FIRE), frozenset(FLOOD), frozenset(OTHER_FIRE), frozenset([ALONE])}


def test_order_of_input_does_not_matter() -> None:
    """The same articles in any order give the same groups."""
    shuffled = PILE.copy()
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert groups(shuffled) == groups(PILE)


def test_a_small_pile_is_grouped_as_within_a_large_one() -> None:
    """Three reports of one fire are one event although each of its words stands in most of the pile."""
    assert groups(list(FIRE)) == {frozenset(FIRE)}


def test_reports_of_different_weeks_are_different_events() -> None:
    """The same mill burns again months later; an article without a day goes with those that it is like."""
    march, june = Article(text=FIRE[0], date=date(2026, 3, 3)), Article(text=FIRE[1], date=date(2026, 6, 9))
    assert briefing.stories([march, june]) == [(0,), (1,)]
    assert briefing.stories([march, Article(text=FIRE[1])]) == [(0, 1)]


def test_an_event_is_reported_within_days() -> None:
    """What is said again the day after is the same event; a week later there is more to tell than what is shared."""
    pile = [Article(text=text, date=date(2026, 3, day)) for text, day in zip(FIRE, (3, 4, 11), strict=True)]
    assert briefing.stories(pile) == [(0, 1), (2,)]


def test_nothing_shared_nothing_grouped() -> None:
    """Articles that share only common words stand alone, and an empty one disturbs nobody."""
    texts = [ALONE, FIRE[0], FLOOD[0], ""]
    assert sorted(briefing.stories([Article(text=text) for text in texts])) == [(0,), (1,), (2,), (3,)]


def test_a_text_that_cannot_be_quoted_stands_alone() -> None:
    """One bad article never ends a run."""
    pile = [Article(text=text) for text in (FIRE[0], "A \x00 text.", FIRE[1])]
    assert briefing.stories(pile) == [(0, 2), (1,)]


def test_a_chain_makes_no_group() -> None:
    """Where each is like the next only, those at the ends are not brought together."""
    assert sorted(link({(0, 1): 0.3, (1, 2): 0.2, (2, 3): 0.3}, 4)) == [[0, 1], [2, 3]]


def test_an_event_keeps_apart_from_its_sibling() -> None:
    """What is far more alike inside than to another group stays by itself; a loose group takes the same likeness in."""
    siblings = {(one, other): 0.15 for one in (0, 1) for other in (2, 3)}
    assert link({**siblings, (0, 1): 0.5, (2, 3): 0.5}, 4) == [[0, 1], [2, 3]]
    assert link({**siblings, (0, 1): 0.3, (2, 3): 0.3}, 4) == [[0, 1, 2, 3]]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*PILE, "", "Ä 5 …"]), max_size=8))
def test_everyone_is_in_exactly_one_group(texts: list[str]) -> None:
    """Whatever is given, each article is in one group."""
    found = group([signature(read(Article(text=text))) for text in texts])
    assert sorted(k for members in found for k in members) == list(range(len(texts)))
