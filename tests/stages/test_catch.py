"""What each theme caught: counts, evidence, proposals and warnings."""

from __future__ import annotations

import tomllib
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Theme
from briefing.model.proof import Caught
from briefing.stages.catch import Tally, add, catch, tally, total
from briefing.stages.count import count
from briefing.stages.count import total as piled
from briefing.stages.read import read
from briefing.stages.theme import theme

DATA = tomllib.loads(Path(__file__).with_name("catches.toml").read_text("utf-8"))


def tallies(articles: list[Article], themes: tuple[Theme, ...]) -> tuple[list[Tally], object]:
    """The tally of each article, and the pile."""
    readings = [read(article) for article in articles]
    pile = piled(count(reading, themes) for reading in readings)
    return [tally(r, theme(r, pile, themes), themes) for r in readings], pile


def caught(articles: list[Article], themes: tuple[Theme, ...]) -> tuple[Caught, ...]:
    """What each theme caught."""
    found, pile = tallies(articles, themes)
    return catch(total(found), pile, themes)


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: case["why"])
def test_a_theme_says_what_it_caught(case):
    """On what evidence, what might be added, and what is wrong with it."""
    themes = tuple(Theme(name, tuple(terms)) for name, terms in case["themes"].items())
    (found,) = [one for one in caught([Article(text) for text in DATA["texts"]], themes) if one.theme == case["theme"]]
    assert found.articles == case.get("articles", found.articles)
    assert [term for term, _ in found.terms] == case.get("terms", [term for term, _ in found.terms])
    assert list(found.unfound) == case.get("unfound", list(found.unfound))
    assert {words for words, *_ in found.proposed} >= set(case.get("proposed", ()))
    assert [warning.split(" (")[0].split(":")[0] for warning in found.warnings] == case["warnings"]


def test_without_articles_nothing_is_wrong():
    """An empty pile says nothing against a theme."""
    (found,) = caught([], (Theme("Strike", ("strike",)),))
    assert (found.sentences, found.warnings) == (0, ())


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_tallies_add_up_however_the_work_was_split(data, news, themes):
    """Associative, commutative, neutral for none; and what is caught is never more than there is."""
    articles = data.draw(news)
    found, pile = tallies(articles, themes)
    assert reduce(add, found, Tally()) == total(reversed(found)) == total(found)
    for one in catch(total(found), pile, themes):
        assert one.articles <= len(articles)
        assert one.sentences <= pile.sentences
        assert all(own <= whole for _, own, whole in one.proposed)
