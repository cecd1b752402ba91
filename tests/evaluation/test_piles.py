"""Themes, events, redundancy and coverage: figures are those that one reckons by hand."""

from __future__ import annotations

import itertools

import pytest

from briefing.evaluation.items import Reported, Summarised
from briefing.evaluation.likeness import is_same
from briefing.evaluation.load import load
from briefing.evaluation.run import evaluate, named
from briefing.evaluation.systems import Limits, System
from briefing.evaluation.tasks import TASKS, redundancy
from briefing.model import Article


def system(**limits: int) -> System:
    """Return the first sentences, with a clock that goes on by a second whenever it is asked."""
    return System("lead", Limits(**limits), itertools.count().__next__)


def figures(name: str, items, contender: str, **limits: int):
    """Return what a task measures of one contender on items."""
    return dict(TASKS[name].contenders([system(**limits)]))[contender](items).figures


def items_of(data, name: str):
    """Return the items of one file."""
    return load(data / f"{name}.jsonl")[0][0].items


THEMED = [
    # (text, the theme that people gave it): what counting terms answers.
    ("The dam broke, and the flood rose.", "Floods"),  # Floods: right
    ("The polls close at noon.", "Elections"),  # Elections: right
    ("The Dam Cup goes to the visitors.", None),  # Floods: wrong
    ("Rain fell for nine days.", "Floods"),  # none: wrong
    ("The dam stood by the polls.", "Elections"),  # as often: the first, Floods: wrong
    ("Damage is slight, the pollster said.", None),  # none: right, for a term is a whole word
]


@pytest.fixture
def themed(written):
    """Return an article of the paragraphs above, twice: as one article, and as two."""
    parts = [{"text": text, "theme": theme} for text, theme in THEMED]
    folder = written(themed=[{"id": "a", "paragraphs": parts[:2]}, {"id": "b", "paragraphs": parts[2:]}])
    (folder / "themes.json").write_text('{"Floods": ["flood", "dam"], "Elections": ["polls"]}')
    return items_of(folder, "themed")


def test_counted_terms_are_scored_by_theme(themed):
    """Floods: 1 right of 2, answered 3 times; Elections 1 of 2, answered once; none 1 of 2, answered twice."""
    found = figures("themes", themed, "counted terms")
    each = {"f1:Floods": 100 * 2 / (2 + 3), "f1:Elections": 100 * 2 / (2 + 1), "f1_no_theme": 100 * 2 / (2 + 2)}
    assert {key: found[key] for key in each} == pytest.approx(each)
    assert found["macro_f1"] == pytest.approx(sum(each.values()) / 3)
    assert found["accuracy"] == pytest.approx(100 * 3 / 6)


def test_ours_answers_for_whole_paragraphs(data):
    """By the passages that cover them; an article alone is known by the same terms here."""
    for contender in ("ours", "ours, small piles", "ours, each alone"):
        found = figures("themes", items_of(data, "themes/stitched"), contender)
        assert found["macro_f1"] == found["accuracy"] == found["f1:Floods"] == 100


def test_a_theme_has_a_column(data):
    """After the task's own; paragraphs without a theme have one, too."""
    (found, *_) = evaluate(load(data / "themes")[0], [system()], named(["themes"]), lambda items, _: items)
    assert [column.heading for column in found.columns] == ["macro F1", "accuracy", "Floods", "Elections", "no theme"]
    assert all(column.key in found.measured.figures for column in found.columns)


def report(text: str, event: str, topic: str | None = None) -> Reported:
    """Return a report of an event."""
    return Reported(Article(text), event, topic)


def test_pairs_are_what_is_right_or_wrong():
    """Overlap joins a with b and b with c, so a with c; people joined a with b, and d with e: 1 of 3, and 1 of 2."""
    pile = [
        report("water broke over walls near Orr", "dam"),
        report("water broke over walls, people said", "dam"),
        report("people said that voters waited", "polls"),
        report("a strike ended", "strike"),
        report("trains run again", "strike"),
    ]
    found = figures("stories", pile, "word overlap")
    assert found["precision"] == pytest.approx(100 / 3)
    assert found["recall"] == pytest.approx(100 / 2)
    assert found["f1"] == pytest.approx(100 * 2 / (3 + 2))
    assert found["seconds"] == 1


def test_a_pair_across_topics_is_half_of_eithers():
    """So that topics can be drawn, and the sums are those of all pairs."""
    pile = [report("voters waited for hours", "1", "a"), report("voters waited for hours", "2", "b")]
    made = dict(TASKS["stories"].contenders([system()]))["word overlap"](pile)
    assert [dict(row) for row in made.samples.rows] == [{"right": 0, "found": 0.5, "wanted": 0}] * 2
    assert made.figures["precision"] == 0


def test_ours_puts_reports_of_one_event_together(data):
    """And leaves the other alone: the events of the example are found."""
    found = figures("stories", items_of(data, "stories/wires"), "ours")
    assert found["f1"] == 100


def test_reports_that_share_no_word_are_no_pairs():
    """Empty ones neither; nothing is divided by nothing."""
    found = figures("stories", [report("", "a"), report("", "b")], "word overlap")
    assert (found["precision"], found["recall"], found["f1"]) == (0, 0, 0)


ALIKE = [
    (True, "The dam above Orr broke on Friday night.", "Police said the dam above Orr broke in the night of Friday."),
    (True, "Dams broke near towns.", "The dam near the town broke: dam, broke, town, near."),
    (False, "The dam above Orr broke on Friday.", "Voters in Marn go to the polls on Sunday."),
    (False, "He said so.", "She said so."),
    (False, "Orr mourned.", "Orr mourned."),
]


@pytest.mark.parametrize(("same", "one", "other"), ALIKE, ids=[str(k) for k in range(len(ALIKE))])
def test_sentences_say_the_same_by_their_content_words(same, one, other):
    """Four of them, and half of the shorter one's; function words and endings do not count, nor do very short ones."""
    texts = [Article(one), Article(other)]
    found = figures("redundancy", [Summarised("x", tuple(texts), ("x",))], "lead", words=99)
    assert found["same_pairs"] == found["summaries_with_any"] == (100 if same else 0)


def test_pairs_are_of_one_summary():
    """One of three pairs says the same, the other summary has one that does not: 1 of 4, and 1 of 2 summaries."""
    texts = ("The dam above Orr broke on Friday.", "On Friday the dam above Orr broke.", "Voters go to the polls.")
    items = [Summarised("x", tuple(map(Article, some)), ("x",)) for some in (texts, (texts[0], texts[2]))]
    found = figures("redundancy", items, "lead", words=99)
    assert found["same_pairs"] == pytest.approx(100 * 1 / (3 + 1))
    assert found["summaries_with_any"] == 50


def test_repeated_bigrams_are_those_read_before():
    """Of 4 + 4 bigrams, "the old", "old dam" and "dam broke" come again."""
    item = Summarised("x", (Article("The old dam broke today."), Article("So the old dam broke.")), ("x",))
    found = figures("redundancy", [item], "lead", words=99)
    assert found["repeated_bigrams"] == pytest.approx(100 * 3 / 8)
    assert found["words"] == 10


def test_a_half_is_of_the_shorter_one():
    """Four of eight, not of seven more."""
    eight, more = frozenset("abcdefgh"), frozenset("abcdnopqrstuvw")
    assert is_same(eight, more, shared=redundancy.SHARED, share=redundancy.SHARE)
    assert not is_same(eight | {"i"}, more, shared=redundancy.SHARED, share=redundancy.SHARE)


def test_coverage_is_of_articles_and_themes(data):
    """All articles and both themes of the example are on its page, under the right theme."""
    found = figures("coverage", items_of(data, "themes/stitched"), "lead")
    assert (found["articles"], found["themes"], found["under_right_theme"]) == (100, 100, 100)


def test_what_a_page_has_no_room_for_is_not_covered(data):
    """Of three articles and two themes, eight words hold one of each."""
    found = figures("coverage", items_of(data, "themes/stitched"), "lead", page_words=8)
    assert found["articles"] == pytest.approx(100 / 3)
    assert found["themes"] == 50


def test_an_extract_under_a_theme_that_people_did_not_give_is_wrong(written):
    """The cup is named after the dam."""
    cup = "The visitors won the dam cup final on Sunday. The dam cup goes to their captain, the club said."
    folder = written(news=[{"paragraphs": [{"text": cup, "theme": None}]}])
    (folder / "themes.json").write_text('{"Floods": ["flood", "dam"]}')
    found = figures("coverage", items_of(folder, "news"), "lead")
    assert (found["articles"], found["under_right_theme"]) == (100, 0)
    assert found["themes"] == 0


def test_a_pile_is_so_many_articles(data):
    """A unit each, of which the last may be smaller."""
    items = items_of(data, "themes/stitched")
    for size, count in ((1, 3), (2, 2), (5, 1)):
        made = dict(TASKS["coverage"].contenders([system(pile=size)]))["lead"](items)
        assert len(made.samples.rows) == count
