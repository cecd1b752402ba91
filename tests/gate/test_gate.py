"""The quality gate: the build fails when what is printed gets worse. README.md beside this file says how to read it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from tests.gate import printed, scores
from tests.gate.corpus import articles, fingerprint, piles

# Whoever changes an article, a reference or a label pins this anew, and the floors with it.
FINGERPRINT = "b9f40d6c3c0ce61c9a40b4722e84a782cf0af888a46bf4ed33d9e8f51273dc38"

# F1 x 100 over the corpus of that fingerprint, 0.5 below the day's figures, which stand behind: room for changes that
# trade one article for another. A summary has three sentences, so one of them in one of 38 articles is 0.4 to 0.8.
FLOORS = {
    "single": {"sentences": 49.4, "words": 63.8, "pairs": 55.6},
    "several": {"sentences": 52.6, "words": 70.1, "pairs": 59.3},  # words were 71.06 with weights that spend more
}
# Macro F1 x 100 of the paragraphs' themes: 80.21 and 82.54. One paragraph of the smallest theme is up to 3.
THEMES = {"pile": 79.7, "alone": 82.0}
# Per cent of a page, the mean of seven: 95.2, 100 and 90.5 (as many misplaced as at 92.2, of fewer points). A theme of
# three missed by one pile is 4.8; all articles are to be shown, always.
COVERAGE = {"themes": 94.7, "articles": 100.0, "placed": 90.0}
# Pairs of articles put together that do not report one event: 6 today, of one subject and one day or two. To go down.
WRONG_PAIRS = 6
# An article without a day, taken for one of February's rather than of April's. It was found before days were heeded,
# when all five samples were one event.
KNOWN_MISSES = frozenset({"003_b62f6c2735a42003 and 004_09f78702414022e0"})

# What is printed today and should not be, by article and reason: nothing may join it. Strike off what is mended.
KNOWN_FAULTS: frozenset[tuple[str, str]] = frozenset()

# These sumy methods are ahead of ours on one article of this corpus; README.md says why. Strike off who is beaten.
AHEAD_ON_ONE_ARTICLE = ("sumy:edmundson", "sumy:lsa", "sumy:textrank")


def test_the_corpus_is_the_one_that_the_floors_are_for():
    """A floor says nothing about another corpus."""
    assert fingerprint() == FINGERPRINT, "articles, references or labels have changed: see tests/gate/README.md"


def test_the_references_keep_the_rules_themselves():
    """Each editor prints something of every single article and every pile, and nothing that the gate calls a fault."""
    for members in [*([one] for one in articles()), *(pile.articles for pile in piles())]:
        assert all(any(one.words(editor) for one in members) for editor in scores.EDITORS), members[0].name
        for one in members:
            runs = [printed.Run(line.said, line.end) for line in one.lines if line.editors]
            assert not [str(fault) for fault in printed.faults(one, runs)]


@pytest.mark.parametrize("part", FLOORS)
def test_summaries_do_not_get_worse(part):
    """The F1 of sentences, words and pairs of words against the editors' references stays above its floor."""
    today = _part(part, "ours")
    means = scores.average(today)
    fallen = [
        f"{name} fell to {means[name]:.2f} (floor {floor})"
        for name, floor in FLOORS[part].items()
        if means[name] < floor
    ]
    assert not fallen, "\n".join([*fallen, *_worse(part, today)])


@pytest.mark.parametrize("part", FLOORS)
@pytest.mark.parametrize("method", ["lead", *scores.SUMY])
def test_ours_beats(method, part, request):
    """By each of the three figures, on one article and on several."""
    if part == "single" and method in AHEAD_ON_ONE_ARTICLE:
        request.applymarker(pytest.mark.xfail(strict=True, reason="it is ahead: see tests/gate/README.md"))
    ours, theirs = scores.average(_part(part, "ours")), scores.average(_part(part, method))
    behind = [
        f"{name}: ours {ours[name]:.2f}, {method} {theirs[name]:.2f}" for name in ours if ours[name] <= theirs[name]
    ]
    assert not behind, "\n".join(behind)


def test_every_sumy_method_is_measured(command):
    """All that `briefing plugins` lists."""
    listed = [line.split()[1] for line in command("plugins").out.splitlines() if line.startswith("method sumy:")]
    assert sorted(listed) == sorted(scores.SUMY)


def test_nothing_new_is_printed_that_nobody_should_print():
    """Captions, credits and other furniture, and sentences torn from what they need, in summaries and on pages."""
    new = [str(fault) for fault in _faults() if (fault.where, fault.what) not in KNOWN_FAULTS]
    assert not new, "\n".join(new)


@pytest.mark.xfail(bool(KNOWN_FAULTS), strict=True, reason="the faults that are known")
def test_nothing_is_printed_that_nobody_should_print():
    """The same without exceptions."""
    assert not _faults(), "\n".join(map(str, _faults()))


def test_themes_do_not_get_worse():
    """The macro F1 of the paragraphs' themes over all piles stays above its floor."""
    today = scores.theme_scores()
    fallen = [
        f"{name} fell to {today[name]:.2f} (floor {floor})" for name, floor in THEMES.items() if today[name] < floor
    ]
    assert not fallen, "\n".join([*fallen, *scores.theme_mistakes()])


@pytest.mark.parametrize("figure", ["themes", "articles", "placed"])
def test_pages_cover_their_piles(figure):
    """No pile's page shows fewer of its themes and articles than it did, or more under a theme that is not about it."""
    today, before = scores.coverage(), json.loads(scores.FIGURES.read_text("utf-8"))["coverage"]
    slack = 10 if figure == "placed" else 0  # a page has a dozen points: one of them is 8
    fallen = [
        f"{name}: {score[figure]:.0f}, was {before[name][figure]:.0f}"
        for name, score in today.items()
        if score[figure] < before[name][figure] - slack - 0.01
    ]
    assert not fallen, "\n".join(fallen)
    assert scores.average(today)[figure] >= COVERAGE[figure], f"{figure} on average, and by pile: {today}"


def test_stories_do_not_get_worse():
    """No report of the same event is missed, and no more pairs than before are put together that are not one event."""
    wrong, missed = scores.stories()
    assert set(missed) <= KNOWN_MISSES
    assert len(wrong) <= WRONG_PAIRS, "\n".join(wrong)


def _part(part: str, method: str) -> dict[str, scores.Score]:
    return scores.single(method) if part == "single" else scores.several(method)


def _faults() -> list[printed.Fault]:
    return [*printed.summary_faults("ours"), *printed.page_faults()]


def _worse(part: str, today: dict[str, scores.Score]) -> Sequence[str]:
    """Say which articles fell, the most first, against what was recorded with the floors."""
    before = json.loads(scores.FIGURES.read_text("utf-8"))[part]
    losses = sorted((sum(score.values()) - sum(before[name].values()), name) for name, score in today.items())
    return [
        f"  {name}: "
        + ", ".join(f"{key} {before[name][key]:.1f} → {figure:.1f}" for key, figure in today[name].items())
        for loss, name in losses
        if loss < -0.05
    ]
