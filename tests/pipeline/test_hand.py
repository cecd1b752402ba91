"""The editor's hand: what he pins, drops, excludes and prefers, and what he is told where it comes to nothing."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import briefing
from briefing import assembly
from briefing.executors.serial import Serial
from briefing.language.words import stems
from briefing.model import Article, Briefing, Hand, Location, Past, Problem, Published, Span, Theme
from briefing.pipeline import Numbered, brief
from briefing.settings import Loaded, Settings

DATA = tomllib.loads(Path(__file__).with_name("hand.toml").read_text("utf-8"))
ARTICLES = [
    Article(one["text"], source=one["source"], location=Location(f"/news/{one['file']}")) for one in DATA["article"]
]
THEMES = (Theme("The dam", ("dam", "flood")), Theme("Elections", ("polls", "ballot", "vote")))
DAY = date(2026, 11, 22)
ENTRIES = st.sampled_from(("dam", "the mayor", "on Friday", "source:Orr Courier", "article:07.txt", "nothing of this"))
LISTS = st.lists(ENTRIES, max_size=2).map(tuple)
HANDS = st.builds(Hand, pin=LISTS, drop=LISTS, exclude=LISTS, source_words=st.sampled_from((0, 15, 60)))
FEW = settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))


class Shelf:
    """The articles, as a shard."""

    def read(self) -> Iterator[Article | Problem]:
        yield from ARTICLES


def built(case: dict[str, Any]) -> Briefing:
    """The briefing of a case."""
    lists = {name: tuple(v) if isinstance(v, list) else v for name, v in case.get("hand", {}).items()}
    return briefing.build(ARTICLES, THEMES, date=DAY, words=case.get("words", 600), hand=Hand(**lists))


def by_source(found: Briefing) -> Counter[str | None]:
    """The words printed of each publication, repeats included; an article of none is one by itself."""
    counted: Counter[str | None] = Counter()
    for point in (*found.glance, *found.points):
        reference = point.citation.reference
        counted[reference.source or reference.sha256] += len(point.text.split())
    return counted


@pytest.mark.parametrize("case", DATA["case"], ids=[case["why"] for case in DATA["case"]])
def test_the_page_is_as_the_editor_wants_it(case):
    """And what he asks for in vain is told, no more and no less."""
    found = built(case)
    text = "\n".join(point.text for point in (*found.glance, *found.points))
    assert [words for words in case.get("printed", ()) if words not in text] == []
    assert [words for words in case.get("absent", ()) if words in text] == []
    assert [f"{p.where}: {p.what}" for p in found.problems] == case.get("problems", [])
    assert all(p.remedy for p in found.problems)
    assert {p.remedy for p in found.problems} >= set(case.get("remedies", ()))
    assert {r.title for r in found.references if r.excluded} == set(case.get("excluded", ()))
    assert case.get("left_out", {}).items() <= {x.what: x.reason for x in found.left_out}.items()
    assert case.get("silent", {}).items() <= {s.theme: s.silent for s in found.sections}.items()
    assert [s.theme for s in found.sections] == case.get("sections", ["The dam", "Elections"])
    assert max(by_source(found).values()) <= case.get("source_words", 1000) if found.points else True
    assert found.words <= case.get("words", 600)


def test_an_entry_of_nothing_points_at_nothing():
    """Settings refuse it; through the API it is told like any other that no article holds."""
    found = built({"hand": {"pin": ["", "source:"]}})
    assert [p.what for p in found.problems] == ["no article is from this source", "no article holds these words"]


def test_what_is_dropped_is_still_read_and_what_is_excluded_is_not():
    """Only what is read counts among the articles used."""
    assert len(built({"hand": {"drop": ["source:Marn Post"]}}).used) == 3
    assert len(built({"hand": {"exclude": ["source:Marn Post"]}}).used) == 1


def test_pins_come_first_in_their_theme_and_stand_at_a_glance():
    """In the order of the themes, one each."""
    found = built({"hand": {"pin": ["A ballot costs the town", "built in 1931", "Two hundred people"]}})
    assert [p.text.split()[0] for p in found.glance] == ["The", "A"]
    assert "built in 1931" in found.glance[0].text
    assert "Two hundred people" in "".join(point.text for point in found.points)


def test_a_pin_is_printed_although_an_earlier_edition_had_it():
    """What is carried over makes room for what is new, but not what the editor wants there again."""
    text = "The dam was built in 1931 by convicts."
    start = ARTICLES[0].text.index(text)
    span = Span(start, start + len(text))
    place = (ARTICLES[0].sha256, *span)
    known = Published(date(2026, 11, 21), "1.1", *place, text, span, tuple(stems(text)), "The dam")
    past = Past((known,), last=date(2026, 11, 21))
    for pin, printed in (((), False), (("built in 1931",), True)):
        made = Settings(themes=THEMES, words=24, editor=Hand(pin=pin))
        heading = assembly.heading(Loaded(made), DAY)
        found = brief(assembly.task(made), [Numbered(0, Shelf())], Serial(), heading, past)
        assert any(text in point.text for point in found.points) == printed
        assert not found.problems


def test_two_wordings_of_one_statement_may_both_be_pinned():
    """Then each stands for itself, and none points to the other."""
    found = built({"hand": {"pin": ["after a week of rain", "after a week of heavy rain", "a week of rain"]}})
    said = [point for point in found.points if "after a week of" in point.text]
    assert len(said) == 2
    assert not any(point.also for point in said)


def test_an_article_may_be_named_by_title_hash_id_or_url():
    """By the first eight digits or more of its hash."""
    article = Article(
        "The dam above Orr broke on Friday. Nobody was hurt.",
        id="no. 7",
        url="https://orr.example/7",
        title="Dam at Orr breaks",
    )
    for name in (article.sha256[:8], article.sha256, "dam at  Orr breaks", "no. 7", "https://orr.example/7"):
        assert not briefing.build([article], date=DAY, hand=Hand(exclude=(f"article:{name}",))).points
    assert briefing.build([article], date=DAY, hand=Hand(exclude=(f"article:{article.sha256[:7]}",))).points


def test_a_row_is_named_as_the_page_names_it():
    """The file's name is that of all its rows, with the row behind it of one."""
    texts = ("The dam above Orr broke on Friday.", "Voters in Marn go to the polls on Sunday.")
    rows = [Article(text, location=Location("/news/r.jsonl", k)) for k, text in enumerate(texts, 1)]
    one = briefing.build(rows, date=DAY, hand=Hand(exclude=("article:r.jsonl, row 2",)))
    assert [point.text for point in one.points] == [texts[0]]
    assert not briefing.build(rows, date=DAY, hand=Hand(exclude=("article:r.jsonl",))).points


def test_words_without_spaces_between_them_are_found():
    """In Chinese and Japanese a word begins anywhere."""
    article = Article("奥尔水坝周五决堤。没有人受伤。", language="zh")
    found = briefing.build([article], date=DAY, hand=Hand(drop=("水坝",)))
    assert "水坝" not in "".join(point.text for point in found.points)
    assert not found.problems


def test_a_correction_of_an_excluded_article_is_not_printed():
    """Nothing of it is."""
    article = Article(
        "The dam above Orr broke on Friday. Nobody was hurt.\n\n"
        "Correction: An earlier version of this article gave the wrong day."
    )
    assert briefing.build([article], date=DAY).corrections
    for entry in ("article:" + article.sha256, "the wrong day"):
        assert not briefing.build([article], date=DAY, hand=Hand(exclude=(entry,))).corrections


@FEW
@given(data=st.data(), hand=HANDS)
def test_whatever_the_hand_is_it_is_kept_to(data, hand, piles, themes):
    """Nothing dropped or excluded is printed, no source has more words than allowed, and every page can be rendered."""
    articles = data.draw(piles)
    found = briefing.build(articles, themes, date=DAY, words=120, hand=hand)
    sources = {a.sha256: a.source for a in articles if not any("\ud800" <= c <= "\udfff" for c in a.text)}
    for point in (*found.glance, *found.points):
        for entry in (*hand.drop, *hand.exclude):
            assert f" {entry} ".casefold() not in f" {point.text} ".casefold()
            assert entry != f"source:{sources[point.citation.reference.sha256]}"
    assert not hand.source_words or max(by_source(found).values(), default=0) <= hand.source_words
    assert found.words <= 120
    for form in ("md", "json", "text", "html", "mail"):
        briefing.render(found, form, folder="/pages")
