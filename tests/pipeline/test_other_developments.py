"""What fits no theme: grouped by event, named in the sources' own words, ranked, within the budget, and provable."""

from __future__ import annotations

import json
import random
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.model import Article, Phrase, Pile, Signature, Story, Theme
from briefing.stages.label import label

NEWS = tomllib.loads(Path(__file__).with_name("other_developments.toml").read_text("utf-8"))["article"]
BUDGET = (Theme("Budget", ("budget",)),)
DAY = date(2026, 11, 22)


def pile(*places: int) -> list[Article]:
    """The articles at some places of the list, or all."""
    return [Article(**NEWS[k]) for k in places or range(len(NEWS))]


def groups(articles: list[Article], themes: tuple[Theme, ...] = BUDGET, words: int = 600) -> dict[str, set[str]]:
    """Label and titles of each group, in the order of the page."""
    other = briefing.build(articles, themes, date=DAY, words=words).other
    return {g.label: {r.title for r in g.references} for g in other.groups} if other else {}


def test_what_several_articles_report_stands_under_words_of_theirs():
    """Most publications first; one article's news has no label, a theme's news is not among them."""
    found = groups(pile())
    assert list(found.values()) == [{NEWS[k]["title"] for k in (0, 1, 2)}, {NEWS[k]["title"] for k in (3, 4)}]
    for name, titles in found.items():
        texts = [f"{news['title']}\n{news['text']}" for news in NEWS if news["title"] in titles]
        assert any(name in text for text in texts), name


def test_the_order_of_the_articles_changes_nothing():
    """Same groups, same labels, same page."""
    shuffled = pile()
    pages = set()
    for seed in range(3):
        random.Random(seed).shuffle(shuffled)
        pages.add(briefing.render(briefing.build(shuffled, BUDGET, date=DAY), "json"))
    assert len({json.dumps(json.loads(page)["other"]) for page in pages}) == 1


def test_a_small_pile_has_no_odd_groups():
    """Three articles on three things are three articles."""
    assert groups(pile(0, 3, 5)) == {}


def test_what_shares_no_phrase_is_no_group():
    """Two articles that a machine finds as alike as can be, but that have no two words of a name in common."""
    of_one_event = [Signature(sha, (("tessin", 2),), (("river burst", 1),)) for sha in ("a", "b")]
    alike = [Phrase("River Orle", ("river", "orl")), Phrase("Orle River", ("orl", "river"))]
    apart = [Phrase("River Orle", ("river", "orl")), Phrase("Lake Tessin", ("lake", "tessin"))]
    for phrases, labels in ((alike, ["Orle River"]), (apart, [])):
        stories = [Story(s, p.terms, (p,)) for s, p in zip(of_one_event, phrases, strict=True)]
        assert [event.label for event in label(stories, Pile())] == labels


def test_without_themes_the_whole_page_is_grouped():
    """Then everything fits no theme."""
    assert [len(titles) for titles in groups(pile(), ()).values()] == [3, 2]


def test_each_event_has_its_turn_before_a_second_report_of_any():
    """With room for one short statement each, both events are told, in the words that tell most of them."""
    other = briefing.build(pile(), BUDGET, date=DAY, words=70).other
    told = [
        {p.citation.reference.title for p in (*g.key_points, *(p for by in g.articles for p in by.points))}
        for g in other.groups
    ]
    assert told == [{NEWS[0]["title"]}, {NEWS[3]["title"]}]


def test_every_point_stands_once():
    """What is in a group is not in the rest; the briefing's points are all of them."""
    found = briefing.build(pile(), BUDGET, date=DAY)
    labels = [point.citation.label for point in found.points]
    assert len(labels) == len(set(labels))
    grouped = {p.citation.label for g in found.other.groups for by in g.articles for p in by.points}
    assert grouped
    assert grouped.isdisjoint(p.citation.label for by in found.other.articles for p in by.points)


FORMS = {
    "md": "### {label} ([",
    "text": "{label} (",
    "html": '<h3 class="event"><span lang="en" dir="auto">{label}</span> <span class="of">',
    "mail": '<h3 class="event">{label} <small>[',
    "json": '"label": "{label}"',
}


@pytest.mark.parametrize("form", FORMS)
def test_every_page_shows_the_groups(form):
    """With the numbers of all articles that report it, and what a single one reports apart."""
    found = briefing.build(pile(), BUDGET, date=DAY)
    page = re.sub(r' style="[^"]*"', "", briefing.render(found, form))
    for group in found.other.groups:
        assert FORMS[form].format(label=group.label) in page
    assert form == "json" or "Other reports" in page


@pytest.fixture
def folder(tmp_path):
    """The pile on disk, with settings."""
    place = tmp_path / "news"
    place.mkdir()
    for k, news in enumerate(NEWS):
        head = f"---\ntitle: {news['title']}\nsource: {news['source']}\n---\n"
        (place / f"{k}.md").write_text(head + news["text"], "utf-8")
    (place / "briefing.toml").write_text('[[theme]]\nname = "Budget"\nterms = ["budget"]\n', "utf-8")
    return place


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_page_with_groups_is_proved(command, folder, tmp_path, form):
    """Labels and all."""
    page = tmp_path / "pages" / f"p.{form}"
    command("build", folder, "--date", "2026-11-22", "-o", page)
    assert "Corwin textile mill" in page.read_text("utf-8")
    assert command("verify", page).code == 0


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_label_of_another_hand_is_found(command, folder, tmp_path, form):
    """Even one made of the article's words."""
    page = tmp_path / "pages" / f"p.{form}"
    command("build", folder, "--date", "2026-11-22", "-o", page)
    text = page.read_text("utf-8")
    shapes = {
        "md": r"(### )(.+?)( \(\[)",
        "html": r'(<h3 class="event"><[^>]*>)(.+?)(<)',
        "json": r'("label": ")([^"\d]+)(")',
    }
    page.write_text(re.sub(shapes[form], r"\1arson \2\3", text, count=1))
    ran = command("verify", page)
    assert ran.code == 1
    assert "arson" in ran.out + ran.err


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_group_of_which_an_article_is_gone_is_not_called_forged(command, folder, tmp_path, form):
    """It cannot be checked; nothing on the page is wrong."""
    page = tmp_path / "pages" / f"p.{form}"
    command("build", folder, "--date", "2026-11-22", "-o", page)
    (folder / "3.md").unlink()
    assert command("verify", page).code == 3


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_groups_hold_what_they_say(data, piles):
    """Whatever the articles: each group has two at least, something to read, and a label that one of them has."""
    articles = data.draw(piles)
    found = briefing.build(articles, date=DAY)
    for group in found.other.groups if found.other else ():
        assert len(group.references) > 1
        assert group.reference in group.references
        assert group.key_points or group.articles
        said = [
            " ".join(f"{a.title or ''}\n{a.text}".split())
            for a in articles
            if group.label in " ".join(f"{a.title or ''}\n{a.text}".split())
        ]
        assert said
