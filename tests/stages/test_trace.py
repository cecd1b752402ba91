"""How many independent origins some articles have."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing.model import Article, Dated, Listing
from briefing.stages.read import read
from briefing.stages.sketch import BYTES, KEPT, hashes, sketch
from briefing.stages.trace import trace

COPY = (
    "The dam above Orr broke before dawn on Friday and flooded the lower town up to the windows of the school. "
    "Firefighters carried forty people from the roofs of their houses and brought them to the hill behind the mill. "
    "The railway to Marn was closed for the day, and engineers began to look for cracks in the second wall. "
)
OWN = (
    "When the water came, the baker of Orr was kneading the first dough of the morning and heard a sound like thunder. "
    "He ran up the hill with his two daughters and saw from there how the bridge went and how the lights went out. "
)
SAID = "“Whoever built this wall knew that it would not hold a winter like the one that we have had, and he said so.” "


def listing(text: str, name: str, **known: str) -> Listing:
    """The listing of a text under a name of its own."""
    return Listing(name, None, Dated(), sketch=sketch(read(Article(text=text))), **known)


def counted(*listings: Listing) -> int:
    """How many origins they have, in whatever order."""
    (number,) = {len(trace(order)) for order in itertools.permutations(listings)}
    return number


def test_what_shares_long_runs_of_text_has_one_origin():
    """Whatever each adds in words of its own."""
    assert counted(listing(COPY + OWN, "a"), listing("A word before. " + COPY, "b")) == 1
    assert counted(listing(COPY, "a"), listing(OWN, "b")) == 2


def test_what_shares_no_more_than_a_quotation_has_two():
    """Two reporters can have heard the same."""
    assert counted(listing(COPY + SAID, "a"), listing(SAID + OWN, "b")) == 2


@pytest.mark.parametrize(
    ("one", "other", "origins"),
    [
        ({"agency": "AP"}, {"source": "Associated Press"}, 1),
        ({"agency": "AP", "source": "Orr Courier"}, {"agency": "AP", "source": "Marn Post"}, 1),
        ({"agency": "AP", "source": "Orr Courier"}, {"source": "Orr Courier"}, 2),
        ({"source": "The Orr Courier"}, {"source": "Orr courier"}, 1),
        ({"source": "Orr Courier"}, {"source": "Marn Post"}, 2),
        ({"agency": "AP"}, {"agency": "Reuters"}, 2),
        ({}, {}, 2),
    ],
)
def test_who_answers_for_an_article_is_its_origin(one, other, origins):
    """The agency that it reprints before the publication; of two that name nobody nothing is known."""
    assert counted(listing(COPY, "a", **one), listing(OWN, "b", **other)) == origins


def test_three_articles_are_one_by_two_links():
    """The second shares the text of the first and the agency of the third."""
    first, second, third = listing(COPY, "a"), listing(COPY, "b", agency="AP"), listing(OWN, "c", agency="AP")
    assert counted(first, second, third) == 1
    assert counted(first, third) == 2


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(st.sampled_from([*COPY.split(), *OWN.split()]), max_size=400))
def test_a_sketch_is_small_and_the_same_for_the_same_text(words):
    """At most 192 bytes, whatever the article; hashed by a hash that no process seeds."""
    text = " ".join(words)
    found = sketch(read(Article(text=text)))
    assert found == sketch(read(Article(text=text)))
    assert len(found) == BYTES * len(hashes(found)) <= BYTES * KEPT
    assert [*hashes(found)] == [] or min(hashes(found)) == found[:BYTES]


def test_a_sketch_is_the_same_in_every_process():
    """Pinned, so that a change of it is seen."""
    assert sketch(read(Article(text=COPY)))[:BYTES].hex() == "0943a1895ded"
