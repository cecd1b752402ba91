"""Figures of one and the same thing that do not agree: what is shown, what is left alone, and why."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Figure, Passage, Quantity, Span
from briefing.stages.differ import differ
from briefing.stages.differ.agree import agrees
from briefing.stages.quantify import quantify
from briefing.stages.read import read

CASES = tomllib.loads(Path(__file__).with_name("differ_cases.toml").read_text("utf-8"))["case"]
QUALIFIERS = st.sampled_from(["exact", "about", "nearly", "more", "least", "fewer", "most"])
QUANTITIES = st.builds(
    lambda value, step, qualifier: Quantity(0, 1, Fraction(value), Fraction(value), qualifier=qualifier, step=step),
    st.integers(1, 30_000),
    st.sampled_from([1, 10, 100, 1000]).map(Fraction),
    QUALIFIERS,
)
WORDS = ("mill", "blast", "orr", "marn", "clinic", "quay")


def figures_of(article: str | dict[str, Any], language: str = "en") -> list[Figure]:
    """Return the figures of a text that is about one theme from end to end."""
    given_ = {"text": article} if isinstance(article, str) else article
    reading = read(Article(text=given_["text"], date=given_.get("date"), language=language))
    whole = Passage(0, len(reading.article.text), "theme", 0, len(reading.sentences) - 1)
    return list(quantify(reading, [whole]).get("theme", ()))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_each_pile_has_the_tables_that_its_reason_says(case: dict[str, Any]) -> None:
    """No others, and each row with its words and who says it."""
    articles = [figures_of(article, case.get("language", "en")) for article in case["articles"]]
    order = {figures[0].article: k for k, figures in enumerate(articles) if figures}
    tables = differ("theme", [figure for figures in articles for figure in figures])
    rows = [sorted(table.figures, key=lambda figure: order[figure.article]) for table in tables]
    assert [[f"{f.words} | {f.speaker or ''}" for f in table] for table in rows] == case["tables"]


def test_the_order_of_articles_does_not_matter() -> None:
    """Whichever comes first, the same tables come out."""
    articles = [figures_of(article) for case in CASES[:3] for article in case["articles"]]
    orders = [[figure for figures in order for figure in figures] for order in list(permutations(articles))[::97]]
    found = {differ("theme", figures) for figures in orders}
    assert len(found) == 1
    assert len(found.pop()) == 3


def test_a_page_is_not_flooded() -> None:
    """Three tables a theme and six rows each are the most, however many figures there are; each number comes once."""
    hurt = [figures_of(f"The mill blast in Orr hurt {n} people.") for n in (40, 42, 44, 46, 48, 50, 52, 54)]
    boats = [figures_of(f"The flood in Marn killed {n} people.") for n in (21, 23)]
    tables = differ("theme", [f for figures in (*hurt, *boats) for f in figures])
    assert [len(table.figures) for table in tables] == [6, 2]
    assert len({f.quantity.low for f in tables[0].figures}) == 6


@given(QUANTITIES, QUANTITIES)
def test_agreement_is_mutual_and_with_oneself(one: Quantity, other: Quantity) -> None:
    """Whatever the numbers, what they are rounded to, and what qualifies them."""
    assert agrees(one, other) == agrees(other, one)
    assert agrees(one, one)


@given(QUANTITIES, st.integers(1, 10_000))
def test_a_bound_agrees_with_all_on_its_side(bound: Quantity, by: int) -> None:
    """And an exact figure far on its other side does not agree with it."""
    above, below = (Quantity(0, 1, v, v) for v in (bound.low + by, bound.low - by))
    if bound.qualifier in ("more", "least"):
        assert agrees(bound, above)
        assert not agrees(bound, below)
    if bound.qualifier in ("fewer", "most"):
        assert agrees(bound, below)
        assert not agrees(bound, above)


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    value = Fraction(draw(st.integers(2, 60)))
    start = draw(st.integers(0, 90))
    return Figure(
        article=draw(st.sampled_from("abcd")),
        quantity=Quantity(start, start + 2, value, value, thing="people", event="injure", qualifier=draw(QUALIFIERS)),
        words=str(value),
        of="people",
        place=Span(start - start % 10, start - start % 10 + 10),
        sentence=start // 10 + 1,
        company=tuple(sorted(draw(st.sets(st.sampled_from(WORDS), min_size=2)))),
        speaker=draw(st.none() | st.sampled_from(["police", "the clinic"])),
    )


@settings(deadline=None)
@given(st.lists(_figures(), max_size=9, unique_by=lambda figure: (figure.article, figure.quantity.start)))
def test_every_table_holds_two_articles_that_do_not_agree(figures: list[Figure]) -> None:
    """Whatever the figures are, in whichever order; and every row is one of them, once."""
    tables = differ("theme", figures)
    assert tables == differ("theme", figures[::-1])
    for table in tables:
        rows = table.figures
        assert len({f.article for f in rows}) > 1
        assert len(set(rows)) == len(rows) <= 6
        assert set(rows) <= set(figures)
        assert any(not agrees(a.quantity, b.quantity) for a in rows for b in rows if a.article != b.article)


def test_the_speaker_is_never_guessed() -> None:
    """A relative clause behind reported speech is the reporter's; what is told of a speaker is not his name."""
    texts = {
        "Vera Holm said she wanted peace in Orr, where 2,500 soldiers are.": None,
        "Vera Holm said that 2,500 soldiers are in Orr.": "Vera Holm",
        "Some 2,500 soldiers are in Orr.": None,
    }
    for text, speaker in texts.items():
        assert [figure.speaker for figure in figures_of(text)] == [speaker]
