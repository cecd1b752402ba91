"""Say whose the things are that an English number counts: "Marn has 900 soldiers", "900 soldiers from Marn"."""

from __future__ import annotations

import re

from briefing.language.stop_words import STOP_WORDS

_NAME = r"[A-Z][\w.’'-]*"
_HAS = re.compile(
    rf"({_NAME}(?: {_NAME})*)(?: [a-z]+){{0,3}}? (?:has|have|had|sent|sends?|deploy(?:s|ed)?|mass(?:ed|es)|amassed"
    r"|moved|keeps?|kept|stationed|lost|lose|gathered|maintains?|commands?|fields?|withdraws?|withdrew|pulled|employs?|owns?"
    r"|built|bought|sold|ordered)(?: [a-z]+){0,2} $"
)
_FROM = re.compile(rf" (?:from|of|belonging to) (?:the )?({_NAME}(?: {_NAME})*)")
_STOP = frozenset(STOP_WORDS["en"])


def owners(before: str, behind: str) -> tuple[str, ...]:
    """Return the names of those whose it is, by the words before its number and behind its noun."""
    has, of = _HAS.search(before), _FROM.match(behind)
    named = [word for match in (has, of) if match for word in match[1].split()]
    return tuple(sorted({plain(word) for word in named} - _STOP))


def plain(name: str) -> str:
    """Return a name without its case, full stops and possessive."""
    return re.sub(r"['’]s?$", "", name.casefold().replace(".", ""))
