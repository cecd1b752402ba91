"""What one article offers the page."""

from __future__ import annotations

from datetime import date

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from briefing.model import Article, Pile, Theme
from briefing.stages.choose import choose
from briefing.stages.faults import LIMIT
from briefing.stages.gather import gather, outside
from briefing.stages.read import read
from briefing.stages.register import fault
from briefing.stages.theme import theme
from briefing.summarisers.lead import Lead

DAM = Theme("The dam", ("dam",))
TEXT = (
    "The dam above Orr broke on Friday. Nobody was hurt, the mayor said.\n\nThe ferry to Lund sailed again on Sunday."
)


def offered(article: Article, *themes: Theme):
    """What an article offers on its own."""
    reading = read(article)
    passages = theme(reading, Pile(), themes)
    return gather(reading, passages, choose(reading, passages, Pile(), Lead()))


def test_an_article_is_listed_with_what_it_feeds():
    """Its themes, what it states, whether anything in it is fit."""
    article = Article(TEXT, title="Dam breaks", date=date(2026, 11, 20), source="Orr Courier", url="https://x.example/")
    found = offered(article, DAM)
    listing = found.listings[article.sha256]
    assert (listing.title, listing.source, listing.url, listing.dated.day) == (
        "Dam breaks",
        "Orr Courier",
        article.url,
        article.date,
    )
    assert "The dam" in listing.themes
    assert (listing.fit, listing.outside) == (True, False)


def test_every_theme_has_its_best_and_the_article_its_first():
    """Best first; none of them unfit."""
    found = offered(Article(TEXT), DAM)
    assert "The dam" in found.best
    for extracts in found.best.values():
        assert [e.order for e in extracts] == sorted(e.order for e in extracts)
        assert not any(e.unfit for e in extracts)
    assert len(found.firsts) == 1
    assert found.firsts[0] == min((e for es in found.best.values() for e in es), key=lambda e: e.order)


def test_a_theme_with_nothing_fit_has_a_resort():
    """The best of what is not, and only where there is nothing else."""
    found = offered(Article("Theattack on theDam atOrr was Called off bythe mayor of dam Dam."), DAM)
    assert set(found.resorts) & set(found.best) == set()
    for resort in found.resorts.values():
        assert resort.unfit
        assert len(resort.text) <= LIMIT


def test_outside_the_window_an_article_is_only_listed():
    """It offers nothing."""
    found = outside(read(Article(TEXT, date=date(2026, 1, 1))))
    assert (found.best, found.firsts, found.resorts) == ({}, (), {})
    assert [listing.outside for listing in found.listings.values()] == [True]


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.text(max_size=300))
def test_any_text_is_gathered(text):
    """Every extract within the text; at most one listing, one first."""
    article = Article(text)
    assume(fault(article) is None)
    found = offered(article, DAM)
    assert list(found.listings) == [article.sha256]
    for e in (*found.firsts, *(e for es in found.best.values() for e in es), *found.resorts.values()):
        assert e.text == text[e.start : e.end]
