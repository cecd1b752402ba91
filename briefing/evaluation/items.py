"""What a row of data asks: the shapes, one type each, as the tasks take them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Article

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Summarised:
    """Articles with summaries by people: `text` or `documents`, and `references`."""

    id: str
    articles: tuple[Article, ...]
    references: tuple[str, ...]


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


Item = Summarised | Split | Quoted


@dataclass(frozen=True, slots=True)
class Data:
    """The items of one file: `name` is its path within the folder, without the suffix."""

    name: str
    items: tuple[Item, ...]
