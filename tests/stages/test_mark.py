"""New, changed or carried over: what a statement is to those who read the editions before."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.language.words import stems
from briefing.model import Extract, Listing, Location, Mark, Past, Published, Seen, Span, Statement
from briefing.model.reading import Dated
from briefing.stages.mark import carried_since, is_known, mark
from briefing.stages.recall import recall

CASES = tomllib.loads(Path(__file__).with_name("mark.toml").read_text("utf-8"))["case"]
FIRST, SECOND, THIRD = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)
FLOOD = "The flood has driven {} people from their homes in the valley of the Orr."
PAGE = Location("/news/flood.txt")


def extract(text: str, article: str = "today", language: str = "en") -> Extract:
    """An extract that is one core."""
    return Extract(
        article, 0, len(text), text, Span(0, len(text)), tuple(stems(text, language)), (), 0.5, language=language
    )


def published(text: str, day: date = FIRST, article: str = "before", language: str = "en") -> Published:
    """The same as an edition printed it."""
    of = extract(text, article, language)
    return Published(day, "1.1", article, of.start, of.end, of.text, of.core, of.core_words, language=language)


def past(*statements: Published, articles: tuple[Seen, ...] = ()) -> Past:
    """A past that printed some statements, the last of them in its last edition."""
    return Past(statements, articles, max(statement.day for statement in statements))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_statement_is_marked_against_what_was_printed(case):
    """Whichever words it has now."""
    language = case.get("language", "en")
    seen = Seen("before", FIRST, location=PAGE)
    listing = Listing("today", None, Dated(), location=PAGE if case.get("updated") else Location("/news/other.txt"))
    memory = recall(past(published(case["published"], language=language), articles=(seen,)), [listing])
    found = mark(Statement(extract(case["today"], language=language)), memory)
    changes = case.get("changes", [])
    assert found is not None
    assert (found.kind, [word for change in found.changes for word in change]) == (case["is"], changes)
    assert found.day == (None if case["is"] == "new" else FIRST)


def test_nothing_is_marked_without_an_edition_before():
    """There is nothing to compare with."""
    assert mark(Statement(extract(FLOOD.format(500))), recall(Past())) is None


def test_another_wording_that_was_printed_carries_the_statement_over():
    """A reader has read it, in whichever article's words."""
    statement = Statement(extract("A new sentence stands here in its place."), (extract(FLOOD.format(500), "other"),))
    assert mark(statement, recall(past(published(FLOOD.format(500))))) == Mark("carried over", FIRST)


def test_what_stood_inside_a_longer_extract_of_the_article_was_printed():
    """With another core then."""
    text = FLOOD.format(500) + " Nobody was hurt."
    long = Published(FIRST, "1.1", "one", 0, len(text), text, Span(len(text) - 16, len(text)), tuple(stems("x")))
    assert mark(Statement(extract(FLOOD.format(500), "one")), recall(past(long))) == Mark("carried over", FIRST)


def test_the_first_edition_that_had_it_is_named():
    """However often it was printed since."""
    memory = recall(past(published(FLOOD.format(500)), published(FLOOD.format(500), SECOND)))
    assert mark(Statement(extract(FLOOD.format(500))), memory) == Mark("carried over", FIRST)


def test_it_is_the_latest_edition_that_it_has_changed_against():
    """A figure that went back to what it was is a change as well."""
    memory = recall(past(published(FLOOD.format(500)), published(FLOOD.format("4,000"), SECOND)))
    assert mark(Statement(extract(FLOOD.format(500))), memory) == Mark("changed", SECOND, (("4,000", "500"),))


def test_two_figures_of_one_edition_that_still_stand_are_carried_over():
    """Sources that differ today as they did yesterday have not changed."""
    memory = recall(past(published(FLOOD.format(500), SECOND), published(FLOOD.format("4,000"), SECOND, "other")))
    assert mark(Statement(extract(FLOOD.format(500))), memory) == Mark("carried over", SECOND)


def test_an_article_is_an_update_of_the_one_at_its_address():
    """By its address, else by the file that holds it alone; the same text is none, nor is a table's row."""
    seen = (
        Seen("a", FIRST, url="https://example.org/a"),
        Seen("b", FIRST, location=PAGE),
        Seen("b2", SECOND, location=PAGE),
        Seen("c", FIRST, location=Location("/news/table.jsonl", 3)),
    )
    listings = [
        Listing("a2", None, Dated(), url="https://example.org/a", location=Location("/elsewhere.txt")),
        Listing("b3", None, Dated(), location=PAGE),
        Listing("c2", None, Dated(), location=Location("/news/table.jsonl", 3)),
    ]
    memory = recall(past(published("Nothing."), articles=seen), listings)
    assert memory.before == {"a2": {"a"}, "b3": {"b", "b2"}}
    assert memory.updated == {"a2": FIRST, "b3": SECOND}
    again = [replace(listings[1], sha256="b2")]
    assert recall(past(published("Nothing."), articles=seen), again).before == {}


def test_most_of_whose_words_were_printed_is_no_news():
    """A new sentence behind two known ones makes them no news, and is not passed over in silence."""
    known, added = FLOOD.format(500) + " The army helps.", " Schools stay shut."
    before = Published(FIRST, "1.1", "one", 0, len(known), known, Span(74, len(known)), tuple(stems("The army helps.")))
    core = Span(len(known) + 1, len(known + added))
    longer = Extract("one", 0, core.end, known + added, core, tuple(stems(added)), (), 0.5)
    elsewhere = replace(before, label="1.2", start=900, end=950, core=Span(900, 950), core_words=())
    memory = recall(past(before, elsewhere))
    assert mark(Statement(longer), memory) == Mark("carried over", FIRST, in_part=True)
    assert is_known(Statement(longer), memory)
    assert carried_since(Statement(longer), memory) is None
    alone = Extract("one", *core, added.strip(), core, tuple(stems(added)), (), 0.5)
    assert mark(Statement(alone), memory) == Mark("new")


def test_what_an_earlier_text_of_the_article_printed_beside_another_core_was_printed():
    """An update moves everything and changes one figure: the other sentences of an extract are no news for that."""
    first, second = FLOOD.format(500), "The army has brought boats and blankets to the lower town."
    both = f"{first} {second}"
    before = Published(FIRST, "1.1", "old", 0, len(both), both, Span(len(first) + 1, len(both)), tuple(stems(second)))
    seen = (Seen("old", FIRST, location=PAGE),)
    memory = recall(past(before, articles=seen), [Listing("new", None, Dated(), location=PAGE)])
    moved = replace(extract(first, "new"), start=40, end=40 + len(first), core=Span(40, 40 + len(first)))
    assert mark(Statement(moved), memory) == Mark("carried over", FIRST)
    elsewhere = [Listing("new", None, Dated(), location=Location("/news/other.txt"))]
    assert mark(Statement(moved), recall(past(before, articles=seen), elsewhere)) == Mark("new")
