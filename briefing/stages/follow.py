"""Follow editions from the first to the last: what each statement was to those who knew the editions before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from briefing.model import Edition, Mark, Past, Seen, Statement
from briefing.stages.mark import mark
from briefing.stages.recall import Memory, recall

K = TypeVar("K")


def follow(editions: Iterable[Edition]) -> list[tuple[Mark | None, ...]]:
    """Return the marks of each edition's statements against all editions before it; they are given in order of days.

    The same as to recall the past of each, which would lay out the first edition's statements for every other one. An
    article's other wordings are not remembered, so that a mark may be another than that on the page.
    """
    known = tuple(editions)
    whole = recall(Past(tuple(one for edition in known for one in edition.statements)))
    marks, count, seen, last = [], 0, tuple[Seen, ...](), None
    for edition in known:
        memory = _before(whole, count, recall(Past((), seen, last), edition.articles))
        marks.append(tuple(mark(Statement(one.extract), memory) for one in edition.statements))
        count, last = count + len(edition.statements), edition.day
        seen = _known(seen, edition.articles, edition.day)
    return marks


def _before(whole: Memory, count: int, updates: Memory) -> Memory:
    """The memory of the first `count` statements."""
    indexes = (_First(whole.by_words, count), _First(whole.by_shingle, count), _First(whole.by_article, count))
    by_words, by_shingle, by_article = indexes
    return replace(
        updates, said=whole.said, days=whole.days, by_words=by_words, by_shingle=by_shingle, by_article=by_article
    )


def _known(seen: tuple[Seen, ...], articles: Iterable[Seen], day: date) -> tuple[Seen, ...]:
    """The articles that an edition and those before it had; only the first edition with one has it as new."""
    return (*seen, *(one for one in articles if one.first_seen == day))


@dataclass(frozen=True, slots=True)
class _First(Mapping[K, tuple[int, ...]]):
    """An index to the first `count` of what `whole` has in order."""

    whole: Mapping[K, tuple[int, ...]]
    count: int

    def __getitem__(self, key: K) -> tuple[int, ...]:
        numbers = self.whole[key]
        return numbers[: bisect_left(numbers, self.count)]

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole)

    def __len__(self) -> int:
        return len(self.whole)
