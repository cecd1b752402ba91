"""What a run of daily editions repeats without saying so, and which of the days' stories they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from briefing.evaluation.items import Summarised
from briefing.evaluation.likeness import content, is_same, words
from briefing.evaluation.plain_sentences import plain_sentences
from briefing.evaluation.resampling import Numbers, Sums, per
from briefing.evaluation.systems import System
from briefing.evaluation.tasks.task import Column, Measured, Task, by_method, measured
from briefing.model import Briefing, Point

# A sentence repeats one of an earlier day that shares so many content words, and so great a share of the shorter one's.
# Not swept; stricter than within a summary, for reports of several days on one subject share its words: of 17 that were
# found so in the editions of 90 days and read, two are true repeats.
SHARED, SHARE = 5, 0.7


class _Told(NamedTuple):
    text: str
    words: frozenset[str]


def _measure(items: Iterable[Summarised], system: System) -> Measured:
    days = [(day, list(stories)) for day, stories in groupby(sorted(items, key=_day), key=_day)]
    piles = ((day, [article for story in stories for article in story.articles]) for day, stories in days)
    told: list[_Told] = []
    rows, details = [], []
    for page, (day, stories) in zip(system.editions(piles), days, strict=True):
        again = {point.citation.label: found for point in page.points if (found := _repeated(point, told))}
        unsaid = [p for p in page.points if p.citation.label in again and not _is_marked(p)]
        rows.append(_row(page, stories, repeated=len(again), unsaid=len(unsaid)))
        details += [_detail(day, point, again[point.citation.label]) for point in unsaid]
        told += [one for point in page.points for one in _sentences(point)]
    return measured(rows, _figures, details=details)


def _day(item: Summarised) -> date:
    return item.day or date.min


def _sentences(point: Point) -> Iterator[_Told]:
    return (_Told(text, content(words(text))) for text in plain_sentences(point.text))


def _repeated(point: Point, told: Sequence[_Told]) -> _Told | None:
    """The first sentence of an earlier day that one of a statement's says again."""
    pairs = ((one, earlier) for one in _sentences(point) for earlier in told)
    return next((b for a, b in pairs if is_same(a.words, b.words, shared=SHARED, share=SHARE)), None)


def _is_marked(point: Point) -> bool:
    return point.mark is not None and point.mark.kind != "new"


def _detail(day: date, point: Point, earlier: _Told) -> Mapping[str, str]:
    said = f"{point.text} <- {earlier.text}"
    return {"item": str(day), "extract": point.citation.label, "kind": "said before", "words": said}


def _row(page: Briefing, stories: Sequence[Summarised], *, repeated: int, unsaid: int) -> Mapping[str, float]:
    cited = {one.reference.sha256 for point in page.points for one in (point.citation, *point.also)}
    return {
        "days": 1,
        "statements": len(page.points),
        "marked": sum(map(_is_marked, page.points)),
        "repeated": repeated,
        "unsaid": unsaid,
        "stories": len(stories),
        "covered": sum(any(article.sha256 in cited for article in story.articles) for story in stories),
    }


def _figures(sums: Sums) -> Mapping[str, Numbers]:
    return {
        "unsaid": per(100 * sums["unsaid"], sums["statements"]),
        "repeated": per(100 * sums["repeated"], sums["statements"]),
        "marked": per(100 * sums["marked"], sums["statements"]),
        "stories": per(100 * sums["covered"], sums["stories"]),
        "statements": per(sums["statements"], sums["days"]),
    }


TASK = Task(
    name="days",
    about="statements of daily editions that repeat an earlier day's, unmarked, in all, and marked; stories shown (%)",
    columns=(
        Column("unsaid", "repeat unmarked"),
        Column("repeated", "repeat"),
        Column("marked", "marked"),
        Column("stories", "stories"),
        Column("statements", "statements/day"),
    ),
    takes=lambda item: isinstance(item, Summarised) and item.day is not None,
    contenders=by_method(_measure),
    settings=lambda system: (
        f"pages of {system.limits.page_words} words; "
        f"a repeat: {SHARED} content words shared, and {SHARE:.0%} of the shorter sentence's"
    ),
)
