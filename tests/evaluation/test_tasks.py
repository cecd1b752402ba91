"""Figures are those that one reckons by hand."""

from __future__ import annotations

import itertools

import pytest

import briefing
from briefing.errors import SettingsError, UsageError
from briefing.evaluation import rouge
from briefing.evaluation.items import Quoted, Said, Split
from briefing.evaluation.load import load
from briefing.evaluation.plain_sentences import plain_sentences, plain_spans
from briefing.evaluation.run import evaluate, named
from briefing.evaluation.systems import Limits, System
from briefing.evaluation.tasks import TASKS


def ticks():
    """Return a clock that goes on by a second whenever it is asked."""
    return itertools.count().__next__


def system(method: str = "lead", **limits: int) -> System:
    """Return a system with that clock."""
    return System(method, Limits(**limits), ticks())


def measured(name: str, items, contender: str | None = None):
    """Return what a task measures of one contender on items."""
    return dict(TASKS[name].contenders([system()]))[contender](items)


def results(folder, *names: str, methods: tuple[str, ...] = ("lead",), **limits: int):
    """Return what the tasks of these names measure, by task and method."""
    systems = [system(method, **limits) for method in methods]
    found = evaluate(load(folder)[0], systems, named(names), lambda items, _: items)
    return {(result.task.name, result.data, result.method): result.measured.figures for result in found}


def test_rouge_is_that_of_the_words(data):
    """The first sentence has 7 words, all of the reference's 7: F1 1; with two sentences 7 of 13 and 7 of 7."""
    one = results(data / "single", "single", sentences=1)["single", "dam", "lead"]
    assert [one[name] for name in ("rouge1", "rouge2", "rougeLsum")] == [100, 100, 100]
    assert one["ms_per_item"] == 1000
    two = results(data / "single", "single", sentences=2)["single", "dam", "lead"]
    assert two["rouge1"] == pytest.approx(100 * 2 * 7 / (7 + 13))
    assert two["rouge2"] == pytest.approx(100 * 2 * 6 / (6 + 12))


def test_several_references_count_the_same():
    """The mean over them; stems count, not endings; the longest common subsequence goes by sentence."""
    both = rouge.rouge(["The dams break."], ["The dam breaks.", "Voters voted."])
    assert both == pytest.approx((0.5, 0.5, 0.5))
    assert rouge.rouge(["One two.", "Three four."], ["Three four. One two."])[2] == 1


def test_summaries_of_several_articles_keep_to_the_words(data):
    """And one that did not would be counted."""
    figures = results(data / "multi", "multi", words=9)["multi", "two", "lead"]
    assert figures["over_budget"] == 0
    # "The dam above Orr broke on Friday." of which the reference has "the", "dam", "broke": 3 of 7 and 3 of 3.
    assert figures["rouge1"] == pytest.approx(100 * 2 * 3 / (7 + 3))


def test_boundaries_are_counted_without_white_space(data):
    """One text is split right; the other has a boundary that the answer lacks: 2 right, 1 wrong, 0 missed."""
    figures = results(data / "sentences", "sentences")["sentences", "few", None]
    assert (figures["exact"], figures["exact_share"]) == (1, 50)
    assert figures["boundary_f1"] == pytest.approx(100 * 2 * 2 / (2 * 2 + 1))
    characters = sum(len(item.text) for item in load(data / "sentences")[0][0].items)
    assert figures["mb_per_s"] == pytest.approx(characters / 1e6 / 2)


def test_empty_texts_have_no_boundary():
    """And are not divided by."""
    figures = measured("sentences", [Split("", ()), Split("  ", ("",))]).figures
    assert figures["boundary_f1"] == 0
    assert figures["exact"] == 2


def test_who_says_what_is_counted(data):
    """Both quotations of the example are direct, and both speakers stand beside them."""
    figures = results(data / "quotes", "quotes")["quotes", "one", None]
    assert figures["direct_quotations"] == 2
    assert figures["precision"] == figures["recall"] == figures["source_half_or_more"] == 100
    assert figures["all_predictions_borne_out"] == 100


def test_answers_that_nobody_marked_and_marks_that_nobody_answered_count():
    """The gold says that somebody else says the first quotation, and marks none of the others."""
    text = '"The dam was old," Ada Vale said on Friday. "It will be mended," Ben Marsh said.'
    wrong = Said(((0, 18),), ((text.index("Ben"), text.index("Ben") + 9),))
    unheard = Said(((text.index("Friday"), text.index("Friday") + 6),), ((0, 5),))
    figures = measured("quotes", [Quoted(briefing.Article(text), (wrong, unheard))]).figures
    assert figures["direct_quotations"] == 1
    assert figures["precision"] == figures["recall"] == figures["all_predictions_borne_out"] == 0


def test_a_quotation_that_nobody_is_found_for_counts_against_recall():
    """It was asked for and not found; precision is of those found."""
    text = "Ada Vale wrote of the '90s as the good years."
    said = Said(((text.index("'90s"), len(text)),), ((0, 8),))
    figures = measured("quotes", [Quoted(briefing.Article(text), (said,))]).figures
    assert (figures["direct_quotations"], figures["recall"], figures["precision"]) == (1, 0, 0)


def test_context_counts_by_extract_sentence_and_summary(written):
    """The second sentence leans on the first, which is too long for the budget."""
    leaning = (
        "Tom Vale, who was the mayor of Orr for nine years, opened the new harbour bridge. He thanked the workers."
    )
    whole = "The dam broke. Nobody was hurt."
    rows = [{"id": k, "text": text, "references": ["x"]} for k, text in enumerate((leaning, whole))]
    folder = written(news=[{"documents": [row, {"text": "Rain fell."}], **row} for row in rows])
    found = evaluate(load(folder)[0], [system(words=6)], named(["context"]), lambda items, _: items)
    (result,) = found
    figures = result.measured.figures
    assert figures["incomplete_coreference"] == 1
    assert figures["summaries_with_any"] == 50
    assert figures["per_100_extracts"] == figures["per_100_sentences"] == pytest.approx(100 / 4)
    assert dict(result.measured.details[0]) == {
        "item": "0",
        "kind": "incomplete coreference",
        "words": "He",
        "extract": 1,
        "start": leaning.index("He "),
        "end": leaning.index("He ") + 2,
    }


def test_methods_stand_side_by_side_and_each_item_is_summarised_once(data):
    """Tasks in order, methods in the order asked for; a method makes no difference to sentences and quotations."""
    found = list(results(data, methods=("ours", "lead", "sumy:luhn")))
    assert [name for name, _, _ in found] == sorted((name for name, _, _ in found), key=list(TASKS).index)
    assert [m for name, _, m in found if name == "single"] == ["ours", "lead", "sumy:luhn"]
    assert [m for name, _, m in found if name in ("sentences", "quotes")] == [None, None]
    assert [m for name, _, m in found if name == "themes"] == [
        "ours",
        "ours, small piles",
        "ours, each alone",
        "counted terms",
    ]
    assert [m for name, _, m in found if name == "stories"] == ["ours", "word overlap"]
    one = system()
    item = load(data / "single")[0][0].items[0]
    assert one.summary(item) is one.summary(item)


def test_mistakes_are_told_before_anything_is_measured(data):
    """An unknown method, with a suggestion; a task that the data have nothing for."""

    def watch(items, _):
        raise AssertionError

    loaded = load(data / "single")[0]
    with pytest.raises(SettingsError, match="did you mean 'lead'"):
        list(evaluate(loaded, [system("laed")], named(["single"]), watch))
    with pytest.raises(UsageError, match="quotes"):
        list(evaluate(loaded, [system()], named(["quotes"]), watch))


def test_plain_sentences_end_with_the_line():
    """Spans without white space around them; a title's stop ends none; however long a line is."""
    text = "  Mr. Vale left.  He was\n\n tired. \n"
    assert plain_sentences(text) == ["Mr. Vale left.", "He was", "tired."]
    assert [text[a:b] for a, b in plain_spans(text)] == plain_sentences(text)
    assert len(plain_sentences("The dam broke. " * 3_000)) == 3_000
    assert "".join(plain_sentences("x" * 50_000)) == "x" * 50_000
