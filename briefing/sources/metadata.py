"""Clean what others say about an article: titles, names and addresses are data from outside, unlike its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from briefing.language.served import SERVED, code_of
from briefing.model import Article, Location, Problem
from briefing.sources.decode import flaw

LONGEST = 300
"""Characters of a title or a name; longer ones are cut."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s/<>\"]+[^\s<>\"]{0,1800}", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].{0,40})?", re.IGNORECASE)
_KEYS = ("id", "title", "date", "source", "url", "language")


def one_line(text: str) -> str | None:
    """Return the text as one line: NFC, without control and bidirectional characters, at most 300 characters."""
    folded = _UNSEEN.sub("", " ".join(text.split()))
    return unicodedata.normalize("NFC", folded)[:LONGEST].strip() or None


def web_address(text: str) -> str | None:
    """Return an http or https address as it stands, or None."""
    address = text.strip()
    return address if _ADDRESS.fullmatch(address) and not _UNSEEN.search(address) else None


def day(text: str) -> date | None:
    """Return the day of an ISO 8601 or RFC 2822 date or time, in the zone that it states, or None."""
    found = _iso(text)
    stated = found.date() if found else _mail_day(text.strip())
    return stated if stated and stated.year >= _FIRST_YEAR else None


def moment(text: str) -> datetime | None:
    """Return the day and time of an ISO 8601 or RFC 2822 time, with its zone if it states one; None for a day alone."""
    text = text.strip()
    if ":" not in text:
        return None
    found = _iso(text) or _mail_moment(text)
    return found if found and found.year >= _FIRST_YEAR else None


def _iso(text: str) -> datetime | None:
    text = text.strip()
    try:
        return datetime.fromisoformat(text.replace("/", "-") if _YEAR_FIRST.match(text) else text)
    except ValueError:
        return None


def _mail_moment(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _mail_day(text: str) -> date | None:
    from email.utils import parsedate

    for form in (text, f"{text} 00:00:00"):
        try:
            if parts := parsedate(form):
                return date(*parts[:3])
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    return None


_YEAR_FIRST = re.compile(r"\d{4}/")
_FIRST_YEAR = 1800
"""Nothing that calls itself news is older; a smaller number is a misread one."""


def usable(
    text: str, stated: Mapping[str, Any], location: Location, where: str, *, language: str, body: int = 0
) -> Iterator[Article | Problem]:
    """Yield the article, unless its characters are unusable, and a problem for each thing that is wrong with it."""
    if problem := flaw(text, where):
        yield problem
        return
    article, problems = described(text, stated, location, where, language=language, body=body)
    yield article
    yield from problems


def described(
    text: str, stated: Mapping[str, Any], location: Location, where: str, *, language: str, body: int = 0
) -> tuple[Article, tuple[Problem, ...]]:
    """Return the article with the metadata that can be used, and a problem for each that was stated and cannot."""
    stated = {"language": stated.get("lang"), **stated}
    given = {key: value for key in _KEYS if (value := _plain(stated.get(key))) is not None}
    spoken = _spoken(given["language"]) if "language" in given else language
    article = Article(
        text=text,
        id=one_line(given.get("id", "")) or "",
        title=one_line(given.get("title", "")),
        date=day(given["date"]) if "date" in given else None,
        source=one_line(given.get("source", "")),
        url=web_address(given.get("url", "")),
        language=spoken or language,
        location=location,
        body=body,
        at=moment(given.get("date", "")),
    )
    misread = {key for key, value in (("date", article.date), ("language", spoken)) if value is None}
    unusable = [key for key in _KEYS if not _is_blank(stated.get(key)) and (key not in given or key in misread)]
    return article, tuple(_unusable(key, stated[key], where) for key in unusable)


def _spoken(stated: str) -> str | None:
    """Return the code of a stated language ("pt-BR", "deu", "German"), or None where that is neither code nor name."""
    code = code_of(stated)
    return code if code in SERVED or _LANGUAGE.fullmatch(stated) else None


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _plain(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


_REMEDIES = {"date": "write it like 2026-01-31", "language": 'write its code, such as "en"'}


def _unusable(key: str, value: Any, where: str) -> Problem:
    shown = one_line(str(value)[:60]) or "nothing that can be shown"
    what = f"its {key} cannot be understood and is left out: {shown}"
    return Problem(where, what, _REMEDIES.get(key, "make it a text"))
