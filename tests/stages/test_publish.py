"""What a briefing leaves to the editions after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import briefing
from briefing.model import Article, Location, Past, Theme
from briefing.stages.choose import choose
from briefing.stages.count import count, total
from briefing.stages.publish import publish, remember, seen
from briefing.stages.read import read
from briefing.stages.theme import theme
from briefing.summarisers.ours import Ours

DAY = date(2026, 11, 22)
DAM = Theme("The dam", ("dam", "Damm"))
STATED = Article(
    "The dam above Orr broke on Friday. Nobody was hurt, the mayor said.",
    title="Dam breaks",
    date=date(2026, 11, 20),
    source="Orr Courier",
    url="https://example.org/dam",
    location=Location("/news/a.jsonl", 3),
)
GERMAN = Article("Der Damm über Marn wurde am Samstag geräumt. Die Häuser darunter stehen leer.", language="de")


def test_every_statement_is_published_once_in_the_order_of_the_page():
    """With its words, place, theme and core; what At a glance repeats is not said twice."""
    page = briefing.build([STATED, GERMAN], [DAM], date=DAY)
    found = publish(page)
    assert found
    assert [one.label for one in found] == [point.citation.label for point in page.points]
    for one in found:
        text = next(a.text for a in (STATED, GERMAN) if a.sha256 == one.article)
        assert (one.day, one.text) == (DAY, text[one.start : one.end])
        assert one.start <= one.core.start < one.core.end <= one.end
    assert {one.theme for one in found} == {"The dam"}


def test_a_core_is_known_by_the_same_stems_as_when_it_was_chosen():
    """In the language of its article: a German core by German stems."""
    page = briefing.build([STATED, GERMAN], [DAM], date=DAY)
    chosen = set()
    for article in (STATED, GERMAN):
        reading = read(article)
        pile = total([count(reading, [DAM])])
        chosen |= {e.core_words for e in choose(reading, theme(reading, pile, [DAM]), pile, Ours())}
    assert {one.core_words for one in publish(page)} <= chosen
    assert all(one.extract.core_words == one.core_words for one in publish(page))


def test_a_point_without_a_core_is_its_own():
    """A page that was made elsewhere may not know which sentence it was."""
    page = briefing.build([STATED], [DAM], date=DAY)
    bare = tuple(
        replace(
            s, articles=tuple(replace(by, points=tuple(replace(p, core=None) for p in by.points)) for by in s.articles)
        )
        for s in page.sections
    )
    for one in publish(replace(page, sections=bare)):
        assert (one.core.start, one.core.end) == (one.start, one.end)
        assert one.core_words


def test_an_article_is_seen_with_what_it_states():
    """Nothing is made up: no title from its file's name, no day that is only inferred."""
    page = briefing.build([STATED, GERMAN], [DAM], date=DAY)
    by_hash = {one.sha256: one for one in seen(page)}
    stated, untitled = by_hash[STATED.sha256], by_hash[GERMAN.sha256]
    assert (stated.first_seen, stated.day, stated.title, stated.source) == (
        DAY,
        STATED.date,
        "Dam breaks",
        "Orr Courier",
    )
    assert (stated.url, stated.location) == (STATED.url, STATED.location)
    assert (untitled.day, untitled.title) == (None, None)
    inferred = replace(page, references=tuple(
        replace(r, dated=replace(r.dated, day=DAY, confidence="inferred")) for r in page.references
    ))  # fmt: skip
    assert {one.day for one in seen(inferred)} == {None}


def test_what_lies_outside_the_window_is_not_seen():
    """An edition is not made from it, though its page lists it."""
    page = briefing.build([STATED, GERMAN], [DAM], date=DAY)
    cut = replace(page, references=tuple(replace(r, outside=r.sha256 == STATED.sha256) for r in page.references))
    assert [one.sha256 for one in seen(cut)] == [GERMAN.sha256]


def test_an_edition_is_remembered_and_the_first_to_see_an_article_stays_the_first():
    """The next day's past has both days' statements; a second edition of one day takes the place of the first."""
    first = briefing.build([STATED], [DAM], date=DAY)
    second = briefing.build([STATED, GERMAN], [DAM], date=date(2026, 11, 23))
    past = remember(remember(Past(), first), second)
    assert past.statements == (*publish(first), *publish(second))
    assert [(one.sha256, one.first_seen) for one in past.articles] == [
        (STATED.sha256, DAY),
        (GERMAN.sha256, second.day),
    ]
    assert past.last == second.day
    assert remember(past, second) == past
    empty = remember(past, briefing.build([], [DAM], date=date(2026, 11, 24)))
    assert empty == replace(past, last=date(2026, 11, 24))
