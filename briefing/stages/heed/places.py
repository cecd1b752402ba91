"""Find in an article what an entry of the editor's points at."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.language.words import UNSPACED
from briefing.model import Reading, Span, Wish

# What a keyboard has for what a newspaper prints: an editor types or pastes one for the other.
_LIKE = ("'‘’ʼ", '"“”„«»', "-‐‑‒–—−")
# A hash is known by as many of its first digits as other tools show.
_DIGITS = re.compile(r"[0-9a-f]{8,64}")


def places(entry: Wish, reading: Reading) -> tuple[Span, ...]:
    """Return where an article holds what an entry points at: the whole text, or wherever the words stand."""
    text = reading.article.text
    if not entry.value:
        return ()
    if entry.kind == "words":
        pattern = _pattern(entry.value, spaced=reading.article.language not in UNSPACED)
        return tuple(Span(*match.span()) for match in pattern.finditer(text))
    named = published(reading) if entry.kind == "source" else None
    is_it = is_named(named, entry.value) if entry.kind == "source" else _is_article(reading, entry.value)
    return (Span(0, len(text)),) if is_it else ()


def published(reading: Reading) -> str | None:
    """Return the publication that an article is from, as the page names it."""
    return reading.article.source or reading.cleaned.agency


def is_named(one: str | None, name: str) -> bool:
    """Return whether a publication or a title is that name, capitals and white space aside."""
    return one is not None and one.casefold().split() == name.casefold().split()


def _is_article(reading: Reading, name: str) -> bool:
    """By title or file as the page has them (a row is "rows.jsonl, row 3"), id, URL, or the beginning of the hash."""
    article = reading.article
    file, row = article.location.path.rpartition("/")[2], article.location.row
    names = (file, f"{file}, row {row}", article.id, article.url)
    return (
        name in filter(None, names)
        or is_named(reading.title, name)
        or (bool(_DIGITS.fullmatch(name)) and article.sha256.startswith(name))
    )


@lru_cache(maxsize=256)
def _pattern(words: str, *, spaced: bool) -> re.Pattern[str]:
    """Whole words, capitals or not, however the white space runs and whichever quotation marks and dashes they have."""
    body = r"\s+".join("".join(map(_sign, word)) for word in words.split())
    begins = r"(?<!\w)" if spaced and words[0].isalnum() else ""
    ends = r"(?!\w)" if spaced and words[-1].isalnum() else ""
    return re.compile(begins + body + ends, re.IGNORECASE)


def _sign(sign: str) -> str:
    return next((f"[{re.escape(like)}]" for like in _LIKE if sign in like), re.escape(sign))
