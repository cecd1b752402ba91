"""Why a statement is on the page, in words: true whatever the order in which the page was put together."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Extract, Selection, Span, Statement
from briefing.stages.justify import justify, place


def extract(article: str, start: int, rank: int = 0, **more: object) -> Extract:
    """An extract of ten characters."""
    made = Extract(article, start, start + 10, "Rain fell.", Span(start, start + 10), (), (), 1.0)
    return replace(made, rank=rank, **more)  # type: ignore[arg-type]


def test_the_reasons_in_their_order():
    """Pinned, ranked, carried, best of its theme or first of its article, and named."""
    best = extract("a", 0, theme="Rain", named=True)
    other = extract("a", 20, rank=3, theme="Rain", named=False)
    first = extract("b", 0, rank=1, theme="Rain", named=False)
    selection = Selection((Statement(best, (extract("c", 0),)), Statement(other), Statement(first)), (Statement(best),))
    found = justify(selection, [other])
    assert found[place(best)] == (
        "number 1 of its article by score",
        "carried by 2 articles",
        "the best of its theme within its share of the words",
        "it names its theme",
    )
    assert found[place(other)] == ("pinned by the editor", "number 4 of its article by score")
    assert found[place(first)] == ("number 2 of its article by score", "the first of its article")


@given(st.permutations([(article, start, rank) for article in "ab" for start, rank in ((0, 2), (20, 0), (40, 1))]))
def test_the_order_of_the_statements_does_not_matter(places):
    """A proof has them in the order of the page, a build in that of choosing."""
    statements = tuple(Statement(extract(*one)) for one in places)
    found = justify(Selection(statements))
    assert {where for where, reasons in found.items() if "the first of its article" in reasons} == {
        ("a", 20, 30),
        ("b", 20, 30),
    }
