"""Entries of a feed as documents: which text is whole, by what each is known, and which days can be true."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from briefing.model import Problem
from briefing.parsers.parsed import Document

_CUT = re.compile(
    r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.)\s?\]|\b(?:read (?:more|on|the (?:full|rest)[\w ]{0,30})|keep reading"
    r"|continue reading[^\n]{0,200}|full (?:story|article)|more at [^\n]{1,60}|click here[^\n]{0,60}"
    r"|weiterlesen|mehr lesen|zum artikel|lire (?:la suite|plus)|leer más|seguir leyendo|leggi (?:tutto|di più)"
    r"|lees (?:verder|meer)|читать (?:далее|дальше)|läs mer|les mer|læs mere|czytaj (?:dalej|więcej)|leia mais))"
    r"[\s.»›>→]{0,9}\Z",
    re.IGNORECASE,
)
"""How a text ends that goes on elsewhere."""

_FOOTER = re.compile(r"(?:\A|\n\n)The post [^\n]{1,400} appeared first on [^\n]{1,200}\.?\s*\Z")
"""What WordPress puts below every text of a feed, whole or cut."""

_WHOLE_CONTENT, _WHOLE_SUMMARY = 300, 1_200
"""Characters from which what a feed calls content, or only description, is an article and no teaser for one. By
judgement: teasers are one or two sentences, hardly ever over 500 characters; to be wrong costs one request."""

_FIRST = datetime(
    1990, 1, 1, tzinfo=UTC
)  # before the web there was no feed: 1970 is a zero, 1904 another system's zero
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article: plain text, "" for nothing. `date` is of publication, ISO 8601 if possible."""

    id: str = ""
    link: str = ""
    title: str = ""
    date: str = ""
    updated: str = ""
    content: str = ""
    summary: str = ""
    source: str = ""
    language: str = ""


def as_documents(entries: Sequence[Entry], where: str, built: str = "") -> tuple[tuple[Document, ...], list[Problem]]:
    """Return a document for each entry, in order, and what is wrong with them as a whole.

    `built` is when the feed says that it was made: nothing in it can be from later.
    """
    dated = [_without_false_date(entry, _moment(built)) for entry in entries]
    false = sum(bool(old.date) and not new.date for old, new in zip(entries, dated, strict=True))
    problems = []
    if false:
        what = f"{false:,} of {len(entries):,} entries have a date that cannot be true or understood; it is left out"
        problems.append(Problem(where, what, "tell the publisher"))
    return tuple(map(_document, _known_apart(dated))), problems


def _document(entry: Entry) -> Document:
    text, is_whole = _text(entry)
    stated = {
        "id": entry.id,
        "title": entry.title,
        "date": entry.date,
        "updated": entry.updated,
        "source": entry.source,
        "url": entry.link,
        "language": entry.language,
    }
    return Document(text, {key: value for key, value in stated.items() if value}, is_whole)


def _text(entry: Entry) -> tuple[str, bool]:
    """Return the longer of content and summary, and whether it is the article itself."""
    content, summary = (_FOOTER.sub("", text).strip() for text in (entry.content, entry.summary))
    is_content = len(content) >= len(summary)
    text = content if is_content else summary
    least = _WHOLE_CONTENT if is_content else _WHOLE_SUMMARY
    return text, bool(text) and not _CUT.search(text[-400:]) and (len(text) >= least or not entry.link)


def _known_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries, each with an id of its own; an entry that stands there twice comes once.

    An id that several articles share is none: then, as where none is stated, an article is known by its link, and
    where that is shared too, by its words.
    """
    named = [entry if entry.id else replace(entry, id=entry.link) for entry in dict.fromkeys(entries)]
    often = Counter(entry.id for entry in named)
    named = [replace(e, id=e.link) if often[e.id] > 1 else e for e in named]
    often = Counter(entry.id for entry in named)
    return (replace(e, id=_digest(e)) if often[e.id] > 1 or not e.id else e for e in named)


def _digest(entry: Entry) -> str:
    """Return a name made of what an article says: of its text only where it has neither title nor date."""
    told = (entry.link, entry.title, entry.date) if entry.title or entry.date else (entry.content, entry.summary)
    return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()


def _without_false_date(entry: Entry, built: datetime | None) -> Entry:
    moment = _moment(entry.date)
    is_late = moment and built and built >= _FIRST and moment > built + _AHEAD
    return replace(entry, date="") if not moment or moment < _FIRST or is_late else entry


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def first(texts: Iterable[object]) -> str:
    """Return the first of some values that is a string with anything in it, without white space around it."""
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), "")
