"""A row of data becomes an item: which shape it has is told by its fields, never by its file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Any

from briefing.evaluation.items import Item, Pair, Paragraph, Quoted, Reported, Said, Split, Summarised, Themed
from briefing.model import Article, Problem, Theme

Row = Mapping[str, Any]


class Unfit(Exception):
    """A row that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands, what reads the themes beside its file (or raises Unfit), and what had to be left out."""

    where: str
    themes: Callable[[], tuple[Theme, ...]]
    problems: list[Problem] = field(default_factory=list)


def item(row: Row, place: Place) -> Item:
    """Return a row's item, and add what had to be left out of it to the problems of its place; raises Unfit."""
    for key, make in _MAKERS.items():
        if key in row:
            return make(row, place)
    known = ", ".join(f"“{key}”" for key in _MAKERS)
    raise Unfit("has no shape that is measured", f"a row needs one of the fields {known}")


def _summarised(row: Row, place: Place) -> Summarised:
    references = tuple(_texts(row, "references"))
    documents = _objects(row, "documents", 'write them as [{"text": "…"}, …]') if "documents" in row else [row]
    if not documents:
        raise Unfit("its “documents” are none", 'write them as [{"text": "…"}, …]')
    articles = tuple(_article(document, k, place) for k, document in enumerate(documents))
    day = _day(row, place) if "documents" in row else None
    return Summarised(str(row.get("id", place.where)), articles, references, day)


def _split(row: Row, _place: Place) -> Split:
    language = row.get("language", "en")
    if not isinstance(language, str):
        raise Unfit("its “language” is no text", 'write a code, such as "en"')
    return Split(_text(row), tuple(_texts(row, "sentences")), language)


def _quoted(row: Row, place: Place) -> Quoted:
    article = _article(row, 0, place)
    said = _objects(row, "attributions", _SPANS)
    return Quoted(article, tuple(Said(_pairs(one, "content"), _pairs(one, "source")) for one in said))


def _themed(row: Row, place: Place) -> Themed:
    """An article of its paragraphs, each with an empty line behind it."""
    parts = _objects(row, "paragraphs", 'write them as [{"text": "…", "theme": "…" or null}, …]')
    if not parts:
        raise Unfit("its “paragraphs” are none", "leave the row out")
    texts = [_text(part) for part in parts]
    ends = list(accumulate(len(text) + len(_PARTING) for text in texts))
    paragraphs = tuple(
        Paragraph(end - len(_PARTING) - len(text), end - len(_PARTING), _theme(part, place))
        for end, text, part in zip(ends, texts, parts, strict=True)
    )
    whole = {**row, "text": "".join(text + _PARTING for text in texts)}
    return Themed(_article(whole, 0, place), paragraphs, place.themes())


def _theme(part: Row, place: Place) -> str | None:
    """A paragraph's theme; one that is not among the themes is told of, and nothing can be right there."""
    theme = _stated(part, "theme")
    if theme is not None and theme not in {known.name for known in place.themes()}:
        what = f"its theme is not in themes.json, so that every answer to it is wrong: {theme[:60]!r}"
        place.problems.append(Problem(place.where, what, THEMES))
    return theme


def _reported(row: Row, place: Place) -> Reported:
    topic, event = (row.get(key) for key in ("topic", "cluster"))
    if not isinstance(event, str | int) or not isinstance(topic, str | int | None):
        raise Unfit("its “cluster” or “topic” is neither text nor number", 'write {"cluster": "…", "topic": "…"}')
    return Reported(_article(row, 0, place), f"{topic!r} {event!r}", None if topic is None else repr(topic))


_MAKERS: Mapping[str, Callable[[Row, Place], Item]] = {
    "references": _summarised,
    "sentences": _split,
    "attributions": _quoted,
    "paragraphs": _themed,
    "cluster": _reported,
}
_SPANS = 'write {"source": [[start, end]], "content": [[start, end]]}'
THEMES = 'write {"name": ["term", …], …} into themes.json beside its file'
_PARTING = "\n\n"


def named_terms(value: Any) -> tuple[Theme, ...]:
    """Return the themes of an object that gives each name its terms; raises Unfit."""
    if not isinstance(value, dict) or not value:
        raise Unfit("is no object of themes", THEMES)
    return tuple(Theme(name, tuple(_texts(value, name))) for name in value)


def _objects(row: Row, key: str, remedy: str) -> list[Row]:
    value = row[key]
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unfit(f"its “{key}” are no list of objects", remedy)
    return value


def _article(row: Row, k: int, place: Place) -> Article:
    title, source = (_stated(row, key) for key in ("title", "source"))
    return Article(_text(row), id=str(row.get("id", k)), title=title, source=source, date=_day(row, place))


def _stated(row: Row, key: str) -> str | None:
    value = row.get(key) or None
    if value is not None and not isinstance(value, str):
        raise Unfit(f"its “{key}” is no text", "write it in quotation marks, or leave it out")
    return value


def _day(row: Row, place: Place) -> date | None:
    """The day that a row states; one that cannot be read is left out, and told of."""
    stated = row.get("date")
    if not stated:
        return None
    try:
        return date.fromisoformat(stated[:10])
    except (TypeError, ValueError):
        what = f"its date cannot be understood and is left out: {str(stated)[:60]!r}"
        place.problems.append(Problem(place.where, what, "write it like 2026-01-31"))
        return None


def _text(row: Row) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        raise Unfit("has no text under the key “text”", 'write {"text": "…"}')
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unfit("holds half of a surrogate pair", "write the text as UTF-8") from error
    return text


def _texts(row: Row, key: str) -> list[str]:
    texts = row[key]
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise Unfit(f"its “{key}” are no texts", f'write them as ["…", "…"] under “{key}”')
    return texts


def _pairs(row: Row, key: str) -> tuple[Pair, ...]:
    spans = row.get(key) or []
    if not isinstance(spans, list) or not all(_is_pair(span) for span in spans):
        raise Unfit(f"the “{key}” of an attribution is no list of spans", _SPANS)
    return tuple((start, end) for start, end in spans)


def _is_pair(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(type(place) is int for place in span)
