"""What the product prints of the gate's corpus, held against the editors' references and labels.

As a command, `python -m tests.gate.scores` prints the table of every method and what is wrong with ours; with
`--record` it also keeps today's figures, article by article, for the gate to say which one fell.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from statistics import mean

import briefing
from briefing import Extract, Passage
from tests.gate.corpus import GATE, Labelled, LabelledPile
from tests.gate.printed import (
    Run,
    all_articles,
    all_piles,
    common,
    of_page,
    of_summary,
    page,
    page_faults,
    summary,
    summary_faults,
)

FIGURES = GATE / "figures.json"
FIGURE_NAMES = ("sentences", "words", "pairs")
EDITORS = "AB"
SLACK = 0.5
_NAMES = ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")
SUMY = tuple(f"sumy:{name}" for name in _NAMES)

Score = dict[str, float]
"""Figures from 0 to 100 by name."""

Passages = Callable[[LabelledPile], Sequence[Sequence[Passage]]]
"""Finds the passages of each article of a pile."""


def single(method: str) -> dict[str, Score]:
    """Return the scores of a method's summaries of the single articles, by article."""
    return {one.name: _score([one], summary((one,), method, None)) for one in all_articles()}


def several(method: str) -> dict[str, Score]:
    """Return the scores of a method's summaries of the piles, by pile."""
    return {pile.name: _score(pile.articles, summary(pile.articles, method, pile.words)) for pile in all_piles()}


def average(scores: dict[str, Score]) -> Score:
    """Return the mean of each figure."""
    return {name: mean(score[name] for score in scores.values()) for name in next(iter(scores.values()))}


def _score(members: Sequence[Labelled], extracts: Sequence[Extract]) -> Score:
    """Return the F1 of sentences, of words and of pairs of words of a summary, each the mean over the editors."""
    got = {(one.name, k) for one in members for k in _lines(one, of_summary(extracts, one))}
    text = "\n".join(extract.text for extract in extracts)
    references = ["\n".join(one.words(editor) for one in members) for editor in EDITORS]
    return {
        "sentences": 100 * mean(_f1(got, _marked(members, editor)) for editor in EDITORS),
        "words": 100 * mean(_overlap(text, reference, 1) for reference in references),
        "pairs": 100 * mean(_overlap(text, reference, 2) for reference in references),
    }


def _lines(one: Labelled, runs: Sequence[Run]) -> set[int]:
    """Return which lines are printed: more than half of each."""
    return {k for k, line in enumerate(one.lines) if any(2 * common(line, run) > line.end - line.start for run in runs)}


def _marked(members: Sequence[Labelled], editor: str) -> set[tuple[str, int]]:
    return {(one.name, k) for one in members for k, line in enumerate(one.lines) if editor in line.editors}


def _f1(got: set[tuple[str, int]], wanted: set[tuple[str, int]]) -> float:
    return 2 * len(wanted & got) / (len(wanted) + len(got))


def _overlap(text: str, reference: str, length: int) -> float:
    """Return the F1 of the runs of so many words that a text shares with a reference: ROUGE-N without stems."""
    got, wanted = _word_runs(text, length), _word_runs(reference, length)
    return 2 * (got & wanted).total() / max(1, got.total() + wanted.total())


@cache
def _word_runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[k:] for k in range(length)), strict=False))


def theme_scores() -> Score:
    """Return the macro F1 of the paragraphs' themes over all piles, learning from the pile, and from each article."""
    return {"pile": _macro_f1(_from_pile), "alone": _macro_f1(_from_article)}


def theme_mistakes() -> list[str]:
    """Return the paragraphs that are given another theme than theirs, learning from the pile."""
    return [f"{where} is {gold}, not {got}" for _, where, gold, got in _told(_from_pile) if gold != got]


def _from_pile(pile: LabelledPile) -> list[tuple[Passage, ...]]:
    return briefing.passages([one.article for one in pile.articles], pile.themes)


def _from_article(pile: LabelledPile) -> list[tuple[Passage, ...]]:
    return [briefing.passages([one.article], pile.themes)[0] for one in pile.articles]


def _macro_f1(passages: Passages) -> float:
    """Return the mean F1 over every theme of every pile, and over having none."""
    pairs = [(_class(pile, gold), _class(pile, got)) for pile, _, gold, got in _told(passages)]
    classes = sorted({one for pair in pairs for one in pair}, key=str)
    right = Counter(gold for gold, got in pairs if gold == got)
    named = Counter(one for pair in pairs for one in pair)
    return 100 * mean(2 * right[one] / named[one] for one in classes)


def _class(pile: LabelledPile, theme: str | None) -> tuple[str, str | None]:
    return (pile.name, theme) if theme else ("", None)


def _told(passages: Passages) -> Iterator[tuple[LabelledPile, str, str | None, str | None]]:
    """Yield each paragraph of each pile, where it stands with its first words, its theme, and the one it was given."""
    for pile in all_piles():
        for one, found in zip(pile.articles, passages(pile), strict=True):
            for start, end, theme in _paragraphs(one):
                words = " ".join(one.article.text[start : start + 60].split())
                yield pile, f"{pile.name}/{one.name}: {words} …", theme, _theme_at(found, start, end)


def _paragraphs(one: Labelled) -> Iterator[tuple[int, int, str | None]]:
    """Yield the paragraphs with their theme; those that are a page's furniture have none to find."""
    for number in sorted({line.paragraph for line in one.lines}):
        lines = [line for line in one.lines if line.paragraph == number and not line.never]
        if lines:
            yield lines[0].start, lines[-1].end, lines[0].theme


def _theme_at(passages: Sequence[Passage], start: int, end: int) -> str | None:
    """Return the theme whose passages cover at least half of a paragraph, or None."""
    cover: Counter[str] = Counter()
    for passage in passages:
        if passage.theme is not None:
            cover[passage.theme] += max(0, min(end, passage.end) - max(start, passage.start))
    best = max(cover, key=lambda theme: cover[theme], default=None)
    return best if best is not None and 2 * cover[best] >= end - start else None


def coverage() -> dict[str, Score]:
    """Return for each pile how much of it its page shows (in per cent): its themes, its articles, each in its place.

    A theme counts as shown if a paragraph of it is printed under its name; one that no paragraph is about, if nothing
    is. An article is shown if it is quoted, or said to carry what is. `placed` is the share of what is printed under a
    theme that is about it.
    """
    return {pile.name: _coverage(pile) for pile in all_piles()}


def _coverage(pile: LabelledPile) -> Score:
    runs = [(one, run) for one in pile.articles for run in of_page(pile, one)]
    under = [(run.theme, {one.lines[k].theme for k in _lines(one, [run])}) for one, run in runs]
    told = {line.theme for one in pile.articles for line in one.lines}
    right = [
        any(at == name and name in about for at, about in under) if name in told else all(at != name for at, _ in under)
        for name in (theme.name for theme in pile.themes)
    ]
    carried = {also.reference.sha256 for point in page(pile).points for also in point.also}
    shown = {one.article.sha256 for one, _ in runs} | carried
    return {
        "themes": 100 * mean(right),
        "articles": 100 * mean(one.article.sha256 in shown for one in pile.articles),
        "placed": 100 * mean(at in about for at, about in under if at),
    }


def stories() -> tuple[list[str], list[str]]:
    """Return the pairs of articles put together that report different events, and the pairs missed."""
    every = [*all_articles(), *(one for pile in all_piles() for one in pile.articles)]
    groups = briefing.stories([one.article for one in every])
    together = {pair for group in groups for pair in combinations(sorted(group), 2)}
    wrong, missed = [], []
    for one, other in combinations(range(len(every)), 2):
        alike = every[one].story == every[other].story
        words = f"{every[one].name} and {every[other].name}"
        if (one, other) in together and not alike:
            wrong.append(words)
        elif alike and (one, other) not in together and not every[one].story.startswith("~"):
            missed.append(words)
    return wrong, missed


def record() -> None:
    """Keep today's figures of every article and pile."""
    today = {"single": single("ours"), "several": several("ours"), "coverage": coverage()}
    rounded = {
        part: {name: {key: round(figure, 2) for key, figure in score.items()} for name, score in scores.items()}
        for part, scores in today.items()
    }
    FIGURES.write_text(json.dumps(rounded, indent=1, ensure_ascii=False) + "\n", "utf-8")
    means = {**{part: average(scores) for part, scores in today.items()}, "themes": theme_scores()}
    for part, score in means.items():
        print(part, {key: round(figure - SLACK, 1) for key, figure in score.items()}, "are the floors to pin")


def main() -> None:
    """Print the figures of every method, and what is wrong with what ours prints."""
    print(f"{'':16}{'one article':^30}{'several':^30}\n{'':16}" + "".join(f"{name:>10}" for name in 2 * FIGURE_NAMES))
    for method in ("ours", "lead", *SUMY):
        figures = [*average(single(method)).values(), *average(several(method)).values()]
        wrong = len(summary_faults(method))
        print(f"{method:16}" + "".join(f"{figure:10.2f}" for figure in figures) + f"   {wrong} not to be printed")
    print("themes:", "  ".join(f"{name} {figure:.2f}" for name, figure in theme_scores().items()))
    for name, score in coverage().items():
        print(f"{name:16}" + "  ".join(f"{key} {figure:.0f}" for key, figure in score.items()))
    wrong_pairs, missed = stories()
    print("put together:", *wrong_pairs, "missed:", *missed, sep="\n  ")
    print("themes mistaken:", *theme_mistakes(), sep="\n  ")
    print("not to be printed:", *summary_faults("ours"), *page_faults(), sep="\n  ")
    if "--record" in sys.argv:
        record()


if __name__ == "__main__":
    main()
