"""What a set of extracts is worth, part by part."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from briefing.model import Article, Extract, Pile
from briefing.stages.choose import choose
from briefing.stages.read import read
from briefing.stages.select.concepts import concepts
from briefing.stages.select.pool import pool_of
from briefing.stages.select.search import Room, search
from briefing.stages.select.weights import MANY, ONE, Weights
from briefing.stages.select.worth import subject
from briefing.summarisers.ours import Ours

from .test_select import MISSION, TRAINING, WEATHER, extract

# Another article's report of the same event.
REPORT = extract("soldiers in baghdad prepare as alliance mission grows", 0.9, article="b")
PILE = [
    replace(one, title_terms=("alliance", "mission", "in", "baghdad")) for one in (MISSION, TRAINING, WEATHER, REPORT)
]


def value(name: str, *members: Extract, words: float = inf) -> float:
    """The worth of a set of PILE's extracts where one part alone counts."""
    about = subject(PILE, words, Weights(**{name: 1.0}))
    return pool_of(members, about).worth(range(len(members)))


MORE = {
    "own": ([MISSION], [WEATHER], "the higher score"),
    "place": ([MISSION], [TRAINING], "the earlier place"),
    "near": ([MISSION], [WEATHER], "what the pile is about"),
    "agreement": ([MISSION], [WEATHER], "what another article begins with"),
    "figures": ([MISSION], [TRAINING], "a figure"),
    "first_person": ([replace(MISSION, first_person=True)], [MISSION], "somebody speaks of himself"),
    "length": ([WEATHER], [replace(WEATHER, sentences=2)], "longer sentences"),
    "fit": ([MISSION, TRAINING], [WEATHER], "a whole that the pile is about"),
    "whole": ([MISSION, TRAINING], [WEATHER], "a whole that all of the pile is about, its ends included"),
    "titles": ([MISSION, WEATHER], [WEATHER], "words of the titles"),
    "carried": ([MISSION], [WEATHER], "terms that two articles hold"),
    "coverage": ([MISSION, TRAINING], [TRAINING], "pairs of terms that two articles hold"),
}


@pytest.mark.parametrize(("name", "more", "less", "why"), [(name, *case) for name, case in MORE.items()], ids=MORE)
def test_parts(name: str, more: list[Extract], less: list[Extract], why: str) -> None:
    """Each part sets apart what it is there for."""
    assert value(name, *more) > value(name, *less), why


def test_spent_is_the_share_of_the_words() -> None:
    """What is spent counts by the budget, and is nothing where there is none."""
    assert value("spent", WEATHER, words=2 * WEATHER.length) == 0.5
    assert value("spent", WEATHER) == 0


def test_every_part_is_tried() -> None:
    """No part of the tables is without a case here."""
    assert {*MORE, "spent"} == set(Weights._fields)


@pytest.mark.parametrize("name", ["titles", "carried", "coverage"])
def test_what_is_held_twice_counts_once(name: str) -> None:
    """A concept is covered once, however often a set holds it."""
    assert value(name, MISSION, replace(MISSION, article="c")) == pytest.approx(value(name, MISSION))


def test_the_order_of_members_is_nothing() -> None:
    """A set's worth does not depend on the order in which it was put together."""
    for name in Weights._fields:
        assert value(name, MISSION, TRAINING, WEATHER) == pytest.approx(value(name, WEATHER, MISSION, TRAINING))


def test_a_set_is_worth_the_same_however_it_was_found() -> None:
    """What the search adds up member by member is the worth of the whole set that it returns."""
    for weights in (None, *(Weights(**{name: 1.0}) for name in Weights._fields)):
        drawn = pool_of(PILE, subject(PILE, 60, weights))

        found = search(drawn, Room(words=60, sentences=3, spare=0))

        assert len(found.members) == 3
        assert found.worth == pytest.approx(drawn.worth(found.members))


def test_alone_is_the_worth_of_a_set_of_one() -> None:
    """What an extract is worth by itself is measured in the same way as a set."""
    assert subject(PILE, weights=Weights(fit=1.0)).alone(MISSION) == pytest.approx(value("fit", MISSION))


def test_concepts_are_carried_by_two_articles() -> None:
    """Of several articles: what two of them hold, heaviest where they begin with it."""
    found = concepts(PILE, 8.0)

    assert "weather" not in found.terms
    assert {"alliance", "mission", "baghdad"} < found.terms
    assert set(found.pairs) == {("alliance", "mission"), ("mission", "grows"), ("soldiers", "in"), ("in", "baghdad")}
    assert sum(found.pairs.values()) == pytest.approx(1)


def test_concepts_of_one_article_are_what_it_says_twice() -> None:
    """Of one article: what two of its sentences hold; cuts of one sentence are one sentence."""
    again = extract("alliance mission needs soldiers", position=3)
    wide = replace(WEATHER, start=WEATHER.start - 100, sentences=2)

    found = concepts([MISSION, again, WEATHER, wide], 8.0)

    assert set(found.pairs) == {("alliance", "mission")}
    assert found.terms == {"alliance", "mission", "soldiers"}


def test_nothing_is_carried_by_nobody() -> None:
    """No extracts, no concepts."""
    assert concepts([], 8.0).pairs == {}


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("The minister told us nothing about the strike in the harbour.", "en", True),
        ("I'm sure that the harbour will open again on Monday morning.", "en", True),
        ("The US army sent two ships to the harbour of Antwerp on Monday.", "en", False),
        ("Wir haben den Hafen am Montag für alle Schiffe wieder geöffnet.", "de", True),
        ("Мы снова открыли порт для всех кораблей в понедельник утром.", "ru", True),
        ("The harbour opened again on Monday after a strike of nine days.", "en", False),
        ("Il porto ha riaperto lunedì dopo uno sciopero di nove giorni.", "it", False),
    ],
)
def test_first_person(text: str, language: str, first: bool) -> None:
    """An extract says whether somebody speaks of himself in its core."""
    (found,) = choose(read(Article(text=text, language=language)), (), Pile(), Ours())

    assert found.first_person is first


def test_learnt_weights_keep_their_sense() -> None:
    """Nearness, fit, place, titles and what is carried speak for a set; a spent budget does not."""
    for weights in (ONE, MANY):
        assert min(weights.own, weights.place, weights.near, weights.fit, weights.titles, weights.carried) > 0
    assert MANY.coverage > 0 > MANY.spent
