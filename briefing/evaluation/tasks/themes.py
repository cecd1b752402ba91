"""Themes of passages against those that people gave to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial, reduce
from operator import add

from briefing import api
from briefing.evaluation.items import Paragraph, Themed, piles
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, measured, whatever_method
from briefing.model import Passage, Theme

Answers = list[str | None]
"""A theme, or none, for each paragraph of an article."""


def _measure(
    items: Iterable[Themed], system: System, *, answers: Callable[[Sequence[Themed], int], Iterable[Answers]]
) -> Measured:
    pile = list(items)
    names = (*(theme.name for theme in pile[0].themes), None)
    rows = [_row(item, given, names) for item, given in zip(pile, answers(pile, system.limits.pile), strict=True)]
    found = measured(rows, lambda sums: _figures(sums, names))
    return replace(found, columns=tuple(Column(_key(name), name or "no theme") for name in names))


def _row(item: Themed, given: Answers, names: Sequence[str | None]) -> Mapping[str, float]:
    wanted = [paragraph.theme for paragraph in item.paragraphs]
    right = Counter(theme for theme, answer in zip(wanted, given, strict=True) if theme == answer)
    either = Counter(wanted) + Counter(given)
    return {
        "paragraphs": len(wanted),
        "right": right.total(),
        **{f"right {_key(name)}": right[name] for name in names},
        **{f"either {_key(name)}": either[name] for name in names},
    }


def _figures(sums: Sums, names: Sequence[str | None]) -> Mapping[str, Numbers]:
    each = {_key(name): per(200 * sums[f"right {_key(name)}"], sums[f"either {_key(name)}"]) for name in names}
    return {
        "macro_f1": reduce(add, each.values()) / len(each),
        "accuracy": per(100 * sums["right"], sums["paragraphs"]),
        **each,
    }


def _key(name: str | None) -> str:
    return "f1_no_theme" if name is None else f"f1:{name}"


def _at_once(pile: Sequence[Themed], _size: int) -> Iterable[Answers]:
    found = api.passages([item.article for item in pile], pile[0].themes)
    return map(_covering, pile, found)


def _in_piles(pile: Sequence[Themed], size: int) -> Iterable[Answers]:
    return (answers for some in piles(pile, size) for answers in _at_once(some, size))


def _each_alone(pile: Sequence[Themed], _size: int) -> Iterable[Answers]:
    return _in_piles(pile, 1)


def _covering(item: Themed, passages: Sequence[Passage]) -> Answers:
    return [_theme_of(paragraph, passages) for paragraph in item.paragraphs]


def _theme_of(paragraph: Paragraph, passages: Sequence[Passage]) -> str | None:
    """The theme whose passages cover most of a paragraph, and half of it at least."""
    covered: Counter[str] = Counter()
    for passage in passages:
        common = min(paragraph.end, passage.end) - max(paragraph.start, passage.start)
        if passage.theme is not None and common > 0:
            covered[passage.theme] += common
    theme, most = max(covered.items(), key=lambda one: one[1], default=(None, 0))
    return theme if most >= 0.5 * (paragraph.end - paragraph.start) else None


def _counted(pile: Sequence[Themed], _size: int) -> Iterable[Answers]:
    """The baseline: the theme whose terms occur most often in a paragraph, the first of those with as many."""
    patterns = {theme.name: _pattern(theme) for theme in pile[0].themes}
    return ([_most(item.article.text[one.start : one.end], patterns) for one in item.paragraphs] for item in pile)


def _pattern(theme: Theme) -> list[re.Pattern[str]]:
    return [re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE) for term in theme.terms]


def _most(text: str, patterns: Mapping[str, Sequence[re.Pattern[str]]]) -> str | None:
    counts = {name: sum(len(term.findall(text)) for term in terms) for name, terms in patterns.items()}
    name, most = max(counts.items(), key=lambda one: one[1])
    return name if most else None


TASK = Task(
    name="themes",
    about="the theme of each paragraph, or none, against that which people gave it: F1 and accuracy (%)",
    columns=(Column("macro_f1", "macro F1"), Column("accuracy", "accuracy")),
    takes=lambda item: isinstance(item, Themed),
    contenders=whatever_method(
        {
            "ours": partial(_measure, answers=_at_once),
            "ours, small piles": partial(_measure, answers=_in_piles),
            "ours, each alone": partial(_measure, answers=_each_alone),
            "counted terms": partial(_measure, answers=_counted),
        }
    ),
    settings=lambda system: (
        "a paragraph has the theme that covers half of it; macro F1: the mean over themes and none; "
        f"small piles: of {system.limits.pile}"
    ),
)
