"""Say in which language an article is to be read, or why it cannot be."""

from __future__ import annotations

from dataclasses import replace

from briefing.language.served import AUTO, SERVED, name_of
from briefing.model import Article, Problem
from briefing.stages.register import fault, where

_UNKNOWN = 'state its `language`, set `language` to a code such as "en", or install briefing[languages]'
_REFUSED = "`briefing plugins` lists the languages that are read; if it is one of them, state its `language`"


def identify(item: Article | Problem) -> Article | Problem:
    """Return an article with the language that it is read in: the stated one, or that of its text where it is "auto".

    A language that is not read makes a problem; what is no article, or cannot be used anyway, passes as it is.
    """
    if isinstance(item, Problem) or item.language in SERVED or fault(item):
        return item
    language = _detected(item) if item.language == AUTO else item.language
    if language is None:
        return Problem(where(item), "its language cannot be told", _UNKNOWN)
    if language not in SERVED:
        return Problem(where(item), f"its language, {name_of(language)}, is not read", _REFUSED)
    return replace(item, language=language)


def _detected(article: Article) -> str | None:
    from briefing.language.detect import detect  # its words of sixty languages cost a start 5 ms

    return detect(article.text[article.body :])
