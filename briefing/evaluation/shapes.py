"""A row of data becomes an item: which shape it has is told by its fields, never by its file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from briefing.evaluation.items import Item, Pair, Quoted, Said, Split, Summarised
from briefing.model import Article, Problem

Row = Mapping[str, Any]


class Unfit(Exception):
    """A row that cannot be used: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def item(row: Row, where: str) -> tuple[Item, tuple[Problem, ...]]:
    """Return a row's item and what had to be left out of it; raises Unfit."""
    for field, make in _MAKERS.items():
        if field in row:
            problems: list[Problem] = []
            return make(row, where, problems), tuple(problems)
    known = ", ".join(f"“{field}”" for field in _MAKERS)
    raise Unfit("has no shape that is measured", f"a row needs one of the fields {known}")


def _summarised(row: Row, where: str, problems: list[Problem]) -> Summarised:
    references = tuple(_texts(row, "references"))
    documents = row.get("documents", [row])
    if not isinstance(documents, list) or not documents or not all(isinstance(d, dict) for d in documents):
        raise Unfit("its “documents” are no articles", 'write them as [{"text": "…"}, …]')
    articles = tuple(_article(document, k, where, problems) for k, document in enumerate(documents))
    return Summarised(str(row.get("id", where)), articles, references)


def _split(row: Row, where: str, problems: list[Problem]) -> Split:
    language = row.get("language", "en")
    if not isinstance(language, str):
        raise Unfit("its “language” is no text", 'write a code, such as "en"')
    return Split(_text(row), tuple(_texts(row, "sentences")), language)


def _quoted(row: Row, where: str, problems: list[Problem]) -> Quoted:
    article = _article(row, 0, where, problems)
    said = row["attributions"]
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise Unfit("its “attributions” are no list of objects", _SPANS)
    return Quoted(article, tuple(Said(_pairs(one, "content"), _pairs(one, "source")) for one in said))


_MAKERS: Mapping[str, Callable[[Row, str, list[Problem]], Item]] = {
    "references": _summarised,
    "sentences": _split,
    "attributions": _quoted,
}
_SPANS = 'write {"source": [[start, end]], "content": [[start, end]]}'


def _article(row: Row, k: int, where: str, problems: list[Problem]) -> Article:
    title, source = (_stated(row, key) for key in ("title", "source"))
    return Article(_text(row), id=str(row.get("id", k)), title=title, source=source, date=_day(row, where, problems))


def _stated(row: Row, key: str) -> str | None:
    value = row.get(key) or None
    if value is not None and not isinstance(value, str):
        raise Unfit(f"its “{key}” is no text", "write it in quotation marks, or leave it out")
    return value


def _day(row: Row, where: str, problems: list[Problem]) -> date | None:
    """The day that a row states; one that cannot be read is left out, and told of."""
    stated = row.get("date")
    if not stated:
        return None
    try:
        return date.fromisoformat(stated[:10])
    except (TypeError, ValueError):
        what = f"its date cannot be understood and is left out: {str(stated)[:60]!r}"
        problems.append(Problem(where, what, "write it like 2026-01-31"))
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
