"""In which language an article is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.served import SERVED
from briefing.model import Article, Location, Problem
from briefing.stages.identify import identify

NEWS = "Der Rat stimmte am Montag über den Hafen ab, und die Brücke wird im Mai geschlossen."


@pytest.mark.parametrize(
    "item",
    [Problem("a.txt", "is empty"), Article("", language="auto"), Article("a\x00b", language="tr"), Article(NEWS)],
)
def test_what_needs_no_telling_passes_as_it_is(item: Article | Problem) -> None:
    """A problem, a text that cannot be used anyway, and a stated language, whatever the text looks like."""
    assert identify(item) is item


def test_auto_is_told_by_the_text_behind_the_front_matter() -> None:
    """Its keys are English in every language."""
    matter = "---\nthe: of and that\nwith: this from which were\nhave: been that the\n---\n"
    found = identify(Article(matter + NEWS, language="auto", body=len(matter)))
    assert isinstance(found, Article)
    assert found.language == "de"


def test_a_problem_says_where() -> None:
    """The file and the row."""
    found = identify(Article(NEWS, language="tr", location=Location("/x/a.jsonl", 3)))
    assert isinstance(found, Problem)
    assert found.where == "/x/a.jsonl, row 3"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["auto", "en", "uk", "tr", "", "x" * 50]))
def test_every_article_is_read_or_a_problem(text: str, language: str) -> None:
    """And what is read twice is read the same way."""
    found = identify(Article(text, language=language))
    assert isinstance(found, Problem) or not text.strip() or "\x00" in text or found.language in SERVED
    assert identify(found) == found
