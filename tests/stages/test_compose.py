"""What goes onto the page, and how it is laid out there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing.language.words import content, stems
from briefing.model import (
    Budget,
    Candidates,
    Dated,
    Extract,
    Listing,
    Location,
    Register,
    Selection,
    Span,
    Statement,
    Theme,
)  # fmt: skip
from briefing.stages.arrange import NO_PASSAGE, NO_ROOM, NOTHING_FIT, Heading, Numbers, arrange
from briefing.stages.compose import compose
from briefing.stages.compose.cover import cover_themes
from briefing.stages.compose.ledger import Ledger
from briefing.stages.explain import explain
from briefing.stages.merge import merge, top

FEW = settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
SAYINGS = (
    "The dam above Orr broke on Friday after rain.", "Voters in Marn chose Ada Vale as mayor.",
    "A ferry with 300 passengers ran aground near Lund.", "The union rejected an offer of 4 percent.",
    "Teachers in the north ended their long strike.", "A court annulled the sale of the old harbour.",
    "Two engineers were honoured for the new bridge.", "The railway closes its oldest line in spring.",
)  # fmt: skip
THEMES = ("One", "Two", None)
NAMES = ("One", "Two", "Three")


def extract(
    saying: int, article: str, *, theme: str | None = None, score: float = 0.5, unfit: str | None = None
) -> Extract:
    """An article's saying as an extract."""
    text = SAYINGS[saying]
    words = tuple(stems(text))
    return Extract(
        article=article, start=100 * saying, end=100 * saying + len(text), text=text,
        core=Span(100 * saying, 100 * saying + len(text)), core_words=words, terms=tuple(content(words)), score=score,
        theme=theme, core_terms=tuple(content(words)), unfit=unfit, position=saying,
    )  # fmt: skip


def offered(extracts: list[Extract], **listed) -> Candidates:
    """The candidates of some extracts, as the articles would offer them."""
    parts = []
    for e in extracts:
        fit = e.unfit is None
        listing = Listing(
            e.article,
            e.article,
            Dated(),
            location=Location(f"/{e.article}.txt"),
            fit=fit,
            themes=(e.theme,) if e.theme else (),
        )
        best = {e.theme or "": top([e])} if fit else {}
        resorts = {} if fit or not e.theme else {e.theme: e}
        parts.append(Candidates({e.article: replace(listing, **listed)}, best, (e,) if fit else (), resorts))
    return reduce(merge, parts, Candidates())


@st.composite
def piles(draw: st.DrawFn) -> list[Extract]:
    """Some sayings of some articles, each article each saying at most once."""
    places = draw(st.lists(st.tuples(st.integers(0, 7), st.sampled_from("abcd")), max_size=12, unique=True))
    return [extract(s, a, theme=THEMES[s % 3], score=((s * 5 + ord(a)) % 7) / 7) for s, a in places]


@FEW
@given(piles(), st.integers(0, 120))
def test_a_selection_keeps_to_its_budget_and_repeats_nothing(found, words):
    """All printed words count, each statement stands once, and what is at a glance stands below."""
    chosen = compose(offered(found), found, NAMES, Budget(words, 0, 0))
    printed = [s.extract for s in (*chosen.glance, *chosen.statements)]
    assert sum(e.length for e in printed) <= words
    assert set(chosen.glance) <= set(chosen.statements)
    texts = [s.extract.text for s in chosen.statements]
    assert len(texts) == len(set(texts))
    assert {(e.article, e.start) for e in printed} <= {(e.article, e.start) for e in found}


@FEW
@given(piles())
def test_with_room_for_all_no_theme_and_no_article_is_missing(found):
    """First every theme that has a passage, then every article: as printed wording, or after "also"."""
    chosen = compose(offered(found), found, NAMES, Budget(2000, 0, 0))
    assert {s.extract.theme for s in chosen.statements} == {e.theme for e in found}
    carriers = {e.article for s in chosen.statements for e in (s.extract, *s.also)}
    assert carriers == {e.article for e in found}


@FEW
@given(piles(), st.randoms(use_true_random=False), st.integers(0, 120))
def test_a_selection_does_not_depend_on_the_order_of_what_is_offered(found, chance, words):
    """Nor do its ties."""
    other = chance.sample(found, len(found))
    budget = Budget(words, 0, 0)
    assert compose(offered(found), found, NAMES, budget) == compose(offered(other), other, NAMES, budget)


def test_a_users_limits_for_a_theme_and_an_article_are_kept():
    """After the one extract that each theme and article has first."""
    found = [extract(k, "ab"[k % 2], theme="One") for k in range(8)]
    chosen = compose(offered(found), found, ["One"], Budget(2000, 20, 2000))
    assert sum(s.extract.length for s in chosen.statements) <= 20
    chosen = compose(offered(found), found, ["One"], Budget(2000, 2000, 17))
    for article in "ab":
        assert 0 < sum(s.extract.length for s in chosen.statements if s.extract.article == article) <= 17


def test_a_theme_with_nothing_fit_prints_its_best_marked():
    """Rather than being silent; and only then."""
    unfit = extract(0, "a", theme="One", unfit="glued words")
    chosen = compose(offered([unfit]), [], ["One"], Budget(600, 0, 0))
    assert [s.extract.unfit for s in chosen.statements] == ["glued words"]
    both = [unfit, extract(1, "b", theme="One")]
    chosen = compose(offered(both), [], ["One"], Budget(600, 0, 0))
    assert [s.extract.unfit for s in chosen.statements] == [None]


def test_what_several_articles_say_is_preferred():
    """Agreement is what matters most."""
    found = [extract(0, "a", score=0.5), extract(0, "b", score=0.5), extract(1, "c", score=0.55)]
    chosen = compose(offered(found), found, [], Budget(9, 0, 0))
    assert [(s.extract.text, len(s.also)) for s in chosen.statements] == [(SAYINGS[0], 1)]


OPENINGS = {
    "an aside in another report": {"position": 0},
    "later in its own report": {"position": 2, "article": "a"},
    "does not name the theme": {"position": 0, "article": "c", "named": False},
}


@pytest.mark.parametrize("other", OPENINGS.values(), ids=OPENINGS)
def test_a_theme_is_opened_by_the_news_of_an_article_about_it(other):
    """Rather than by an extract that counts a little more by itself but is no opening."""
    report = [extract(k, "a", theme="One") for k in range(3)]
    better = replace(report[0], article="b", start=900, core=Span(900, 945), score=0.8)
    pool = [Statement(e) for e in (replace(better, **other), *report)]
    ledger = Ledger(Budget(99, 99, 99), Budget(99, 99, 99), {})
    cover_themes(ledger, pool, ["One"], times=1)
    assert ledger.extracts == [report[0]]


# ------------------------------------------------------------------------------------------------------- the layout

HEADING = Heading("Title", date(2026, 11, 22))


def laid_out(found: list[Extract], selection: Selection | None = None, names: tuple[str, ...] = NAMES, **listed):
    """Lay out what was selected, by default everything."""
    selection = selection or Selection(tuple(Statement(e) for e in found))
    return arrange(
        selection, offered(found, **listed), Register(), themes=[Theme(name) for name in names], heading=HEADING
    )


@FEW
@given(piles(), st.integers(0, 120))
def test_every_number_leads_to_its_place(found, words):
    """Labels count each article's extracts from 1 without a gap; every article is numbered once."""
    chosen = compose(offered(found), found, NAMES, Budget(words, 0, 0))
    page = laid_out(found, chosen)
    labels: dict[int, list[int]] = {}
    for citation in page.citations:
        article, number = map(int, citation.label.split("."))
        assert article == citation.reference.number
        labels.setdefault(article, []).append(number)
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in labels.values())
    assert [r.number for r in page.references] == list(range(1, len({e.article for e in found}) + 1))
    assert page.words == sum(s.extract.length for s in (*chosen.statements, *chosen.glance))
    assert sorted(p.text for p in page.points) == sorted(s.extract.text for s in chosen.statements)


def test_articles_stand_in_order_of_date_and_the_undated_last():
    """As Sources, and within each theme."""
    found = [extract(0, "a"), extract(1, "b"), extract(2, "c")]
    days = {"a": None, "b": date(2026, 2, 1), "c": date(2026, 1, 1)}
    candidates = offered(found)
    listings = {
        sha: replace(x, dated=Dated(days[sha], "metadata", "stated") if days[sha] else Dated())
        for sha, x in candidates.listings.items()
    }
    selection = Selection(tuple(Statement(e) for e in found))
    page = arrange(selection, replace(candidates, listings=listings), Register(), themes=[], heading=HEADING)
    assert [r.sha256 for r in page.references] == ["c", "b", "a"]
    assert [by.reference.sha256 for by in page.other.articles] == ["c", "b", "a"]


def test_a_statement_of_several_is_a_key_point_and_each_article_points_to_it():
    """Printed once in full; an article all of whose points stand there still has its place."""
    one, other, own = extract(0, "a", theme="One"), extract(0, "b", theme="One"), extract(1, "a", theme="One")
    page = laid_out([one, other, own], Selection((Statement(one, (other,)), Statement(own))), ("One",))
    (section,) = page.sections
    assert [(p.citation.label, [c.label for c in p.also]) for p in section.key_points] == [("1.1", ["2.1"])]
    assert [(by.reference.number, [p.citation.label for p in by.points], by.see) for by in section.articles] == [
        (1, ["1.2"], ("1.1",)), (2, [], ("1.1",)),
    ]  # fmt: skip


SILENT = [
    ([], {}, NO_PASSAGE),
    ([extract(0, "a", theme="One")], {}, NO_ROOM),
    ([extract(0, "a", theme="One", unfit="broken")], {}, NO_ROOM),
    ([extract(0, "a")], {"themes": ("One",)}, NOTHING_FIT),
]


@pytest.mark.parametrize(("found", "listed", "reason"), SILENT)
def test_a_silent_theme_says_why(found, listed, reason):
    """No article speaks of it, nothing in it is fit, or there was no room."""
    page = laid_out(found, Selection(), ("One",), **listed)
    assert [s.silent for s in page.sections] == [reason]


@pytest.mark.parametrize(
    ("listed", "reasons"), [({}, [NO_ROOM]), ({"fit": False}, [NOTHING_FIT]), ({"outside": True}, [])]
)
def test_an_article_without_an_extract_says_why(listed, reasons):
    """But for one outside the window, which says so itself."""
    page = laid_out([extract(0, "a")], Selection(), (), **listed)
    assert [item.reason for item in page.left_out] == reasons
    assert [r.outside for r in page.references] == [bool(listed.get("outside"))]


def test_numbers_that_were_given_are_kept():
    """So that a page can be derived again with its own."""
    found = [extract(0, "a"), extract(1, "b")]
    numbers = Numbers({"a": 2, "b": 1}, {("a", 0, found[0].end): "2.7"})
    selection = Selection(tuple(Statement(e) for e in found))
    page = arrange(selection, offered(found), Register(), themes=[], heading=HEADING, numbers=numbers)
    assert [r.sha256 for r in page.references] == ["b", "a"]
    assert sorted(c.label for c in page.citations) == ["1.1", "2.7"]


# ------------------------------------------------------------------------------------------------------- the reasons


def fates(found: list[Extract], selection: Selection, words: int = 600) -> list[tuple[str | None, str]]:
    """Return what became of each extract."""
    page = laid_out(found, selection, ())
    labels = {(c.reference.sha256, c.start, c.end): c.label for c in page.citations}
    return [(f.label, f.reason) for f in explain(found, selection, labels, Budget(words, words, words))]


def test_every_fate_has_its_reason():
    """Printed, carried, unfit, said already, no room, or outdone."""
    printed, carried, unfit, left = (
        extract(0, "a"), extract(0, "b"), extract(1, "a", unfit="glued words"), extract(2, "a"),
    )  # fmt: skip
    chosen = Selection((Statement(printed, (carried,)),))
    (label, why), (also, where) = fates([printed, carried], chosen)
    assert (label, also) == ("1.1", "2.1")
    assert "carried by 2 articles" in why
    assert where == "printed once, in the words of [1.1]"
    assert fates([printed, unfit], Selection((Statement(printed),)))[1] == (None, "unfit: glued words")
    assert fates([printed, left], Selection((Statement(printed),)), words=10)[1][1].startswith(
        "no room: it has 9 words, "
    )
    assert "shares" in fates([printed, left], Selection((Statement(printed),)))[1][1]
    same = [printed, extract(0, "d")]
    assert fates(same, Selection((Statement(printed),)))[1] == (None, "[1.1] says nearly the same")
    glanced = fates([printed], Selection((Statement(printed),), (Statement(printed),)))[0][1]
    assert "the best of its theme" in glanced
    assert "the first of its article" in fates([printed], Selection((Statement(printed),)))[0][1]
