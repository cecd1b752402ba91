"""The first look at a pile."""

from __future__ import annotations

import pytest

from briefing.model import Article, Location, Problem
from briefing.stages.register import fault, register


def test_the_same_text_from_two_places_is_one_entry():
    """The least place stands for all, whichever came first."""
    one, other = (Article("The dam broke.", location=Location(path)) for path in ("/b.txt", "/a.txt"))
    (places,) = register([one, other]).articles.values()
    assert [place[0] for place in places] == ["/a.txt", "/b.txt"]


@pytest.mark.parametrize(
    ("article", "where"),
    [
        (Article("\0", location=Location("/a.jsonl", 3)), "/a.jsonl, row 3"),
        (Article("\0", location=Location("/a.txt")), "/a.txt"),
        (Article("\0", id="wire-7"), "wire-7"),
        (Article("\0"), "an article"),
    ],
)
def test_what_cannot_be_used_is_named(article, where):
    """By its place, else its identity; and it says what to do."""
    problem = fault(article)
    assert problem is not None
    assert problem.where == where
    assert problem.remedy
    assert register([article]).problems == (problem,)


def test_a_problem_met_twice_is_told_once():
    """However many shards met it."""
    problem = Problem("/a.txt", "empty")
    assert register([problem, problem]).problems == (problem,)


@pytest.mark.parametrize("text", ["x", "a\u202eb", "a\x1bb", "\U0010ffff", "\ufeffx", "é"])
def test_odd_text_can_be_cited(text):
    """Only what UTF-8 cannot hold, NUL and nothing at all cannot."""
    assert fault(Article(text)) is None
