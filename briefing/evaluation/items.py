"""What a row of data asks: the shapes, one type each, as the tasks take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from briefing.model import Article, Theme

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Summarised:
    """Articles with summaries by people: `text` or `documents`, `references`, and perhaps `date`: the day's news."""

    id: str
    articles: tuple[Article, ...]
    references: tuple[str, ...]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A text with its sentences: `text`, `sentences` and perhaps `language`."""

    text: str
    sentences: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation or report as people marked it: the spans of its content and of whoever says it."""

    content: tuple[Pair, ...]
    source: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article with who says what: `text` and `attributions`."""

    article: Article
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, and the theme that people gave it, or None."""

    start: int
    end: int
    theme: str | None


@dataclass(frozen=True, slots=True)
class Themed:
    """An article whose paragraphs have themes: `paragraphs`; the themes stand beside its file, in `themes.json`."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of an event: `text`, `cluster` (the event) and perhaps `topic`; events of one topic are alike."""

    article: Article
    event: str
    topic: str | None = None


def piles(items: Iterable[Themed], size: int) -> Iterator[list[Themed]]:
    """Yield so many articles after the other, perhaps fewer at the end."""
    left = iter(items)
    while pile := list(islice(left, size)):
        yield pile


Item = Summarised | Split | Quoted | Themed | Reported


@dataclass(frozen=True, slots=True)
class Data:
    """The items of one file: `name` is its path within the folder, without the suffix."""

    name: str
    items: tuple[Item, ...]
