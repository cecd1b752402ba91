"""Choose how a mail's own words are read: as plain text, or as HTML where the plain part is only a stand-in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage

from briefing.model import Problem
from briefing.parsers.mail.headers import is_from_list, text
from briefing.parsers.mail.parts import Words, characters
from briefing.parsers.mail.pieces import is_article, pieces
from briefing.parsers.mail.plain import own_words
from briefing.parsers.parsed import Document, Hints

_STUB = re.compile(
    r"(?:view|read|see|open|display)\b.{0,40}\b(?:online|browser|web version|HTML)\b|\bHTML[- ](?:mail|e-?mail|capable)"
    r"|does not support HTML|im Browser|dans (?:votre|le) navigateur|en (?:su|tu|el) navegador|браузер",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+")
_SHORT = 80  # words of a plain part below which it may stand for more
_LINKED = 0.35  # share of the characters of a plain part that are addresses, above which it was made for machines
_SHARE = 0.5  # of the words of the HTML part that a plain part must have to be more than an extract; none was swept
_REPLY = re.compile(r"(?:re|aw|antw|sv|odp|tr|rif)(?:\[\d+\])?\s?:", re.IGNORECASE)


def said(words: Sequence[Words], message: EmailMessage, hints: Hints) -> Iterator[Document | Problem]:
    """Yield the mail's own articles, without what it states: one, or those of a newsletter, with their titles."""
    is_reply = bool(_REPLY.match(text(message, "Subject")))
    texts: list[str] = []
    articles: list[Document] = []
    for part in words:
        plain = "" if part.plain is None else _plain(part.plain, is_reply=is_reply)
        html = "" if part.html is None else characters(part.html)
        try:
            found = _articles(html) if html and (is_from_list(message) or not plain.strip()) else []
            articles += found
            if not found:
                texts.append(_chosen(plain, html))
        except ImportError as error:
            texts.append(plain)
            what = f"its HTML part cannot be read: {error.name or 'a library'} is not installed"
            yield Problem(hints.where, what, "pip install 'briefing[web]'")
    if articles:
        yield from (*articles, *(Document(extra) for extra in texts if is_article(extra)))
    elif any(one.strip() for one in texts):
        yield Document("\n\n".join(one for one in texts if one.strip()))


def _plain(part: EmailMessage, *, is_reply: bool) -> str:
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    delsp = str(part.get_param("delsp", "")).lower() == "yes"
    return own_words(characters(part), flowed=flowed, delsp=delsp, is_reply=is_reply)


def _articles(html: str) -> list[Document]:
    """Return a newsletter's articles, none if it is one."""
    from briefing.parsers.fragment import text_of

    texts = [(piece.heading, text_of(piece.html)) for piece in pieces(html)]
    found = [Document(text, {"title": heading} if heading else {}) for heading, text in texts if is_article(text)]
    return found if sum(1 for document in found if document.stated) > 1 else []


def _chosen(plain: str, html: str) -> str:
    """Return the plain text, or the HTML's where the plain text is missing, a stub, an extract or full of addresses."""
    if not html or (plain.strip() and not _may_stand_for_more(plain)):
        return plain
    from briefing.parsers.fragment import text_of

    seen = text_of(html)
    is_less = len(plain.split()) < _SHARE * len(seen.split()) or _linked(plain) > _LINKED or _STUB.search(plain)
    return seen if is_less and seen.strip() else plain


def _may_stand_for_more(plain: str) -> bool:
    return len(plain.split()) < _SHORT or bool(_STUB.search(plain)) or _linked(plain) > _LINKED


def _linked(plain: str) -> float:
    return sum(len(match[0]) for match in _URL.finditer(plain)) / max(1, len(plain))
