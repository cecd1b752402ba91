"""Number the articles of a file, so that each can be found again in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model import Article, Location, Problem


def numbered(items: Iterable[Article | Problem], path: str) -> Iterator[Article | Problem]:
    """Yield the items, each article with its number in the file, from 1; a file's only article has none."""
    held: list[Article | Problem] = []
    count = 0
    for item in items:
        count += isinstance(item, Article)
        one = replace(item, location=Location(path, count)) if isinstance(item, Article) else item
        if count < 2:
            held.append(one)
            continue
        yield from held
        held = []
        yield one
    for item in held:
        yield replace(item, location=Location(path)) if isinstance(item, Article) else item
