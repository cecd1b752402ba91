"""Find words that were run together: the article's own words are the evidence, so that brands and names are spared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from briefing.language.spelling import GIVEN_NAMES, NAME_PREFIXES, NO_SPELLING, SPELLING, Spelling

_WORD = re.compile(r"(?<![@#/\w])[^\W\d_]+(?![/@])")
_PART = re.compile(r"[^\W\d_][^\W\d_A-Z]*")
# Hardly a name ends so (Abusaid and Bousaid are shorter): "Laschetsaid" is two words wherever it stands.
_SPOKEN = re.compile(r"[A-Z][a-z]{4,}said")
_CAMEL = re.compile(r"[A-Z]?[^\W\d_A-Z]+(?:[A-Z][^\W\d_A-Z]+)+")


def vocabulary(text: str) -> Counter[str]:
    """Return how often each word of an article occurs, as it is written; handles, tags and addresses are no words.

    A family name that is glued to a given name counts too: often it stands nowhere alone.
    """
    words = _WORD.findall(text)
    return Counter(words) + Counter(filter(None, map(_family_name, words)))


def _family_name(word: str) -> str | None:
    """Return the family name in two names run together, of which the first is a given name ("DmytroKuleba")."""
    parts = _PART.findall(word) if _CAMEL.fullmatch(word) else []
    return parts[-1] if len(parts) == 2 and parts[0] in GIVEN_NAMES else None


def glued(text: str, known: Mapping[str, int], language: str) -> str | None:
    """Return the first word of a sentence that is two run together, or None; `known` is its article's vocabulary."""
    spelling = SPELLING.get(language, NO_SPELLING)
    before = ""
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) > 4 and word not in spelling.compounds and _is_glued(word, before, known, spelling):
            return word
        before = word
    return None


def _is_glued(word: str, before: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    if _CAMEL.fullmatch(word):
        return _is_camel_glued(_PART.findall(word), before, known, spelling)
    return (
        word in spelling.joined
        or _SPOKEN.fullmatch(word) is not None
        or any(
            _is_known(word.removeprefix(article), known, spelling)
            for article in spelling.articles
            if word.startswith(article)
        )
        or any(_is_name(word.removesuffix(verb), known) for verb in spelling.verbs if word.endswith(verb))
    )


def _is_known(rest: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether what follows a glued article is a word: initials, or one of the text that ends no other word."""
    return rest in spelling.nouns or (len(rest) > 1 and rest.isupper()) or (len(rest) > 3 and rest in known)


def _is_name(rest: str, known: Mapping[str, int]) -> bool:
    """Whether what stands before a glued verb is a name of the article: capital, never written small."""
    return len(rest) > 3 and rest[0].isupper() and rest in known and rest.lower() not in known


def _is_camel_glued(parts: list[str], before: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether a word with capitals inside is several words: all stand alone too, or one is a given name."""
    first, last = parts[0], parts[-1]
    if len(first) < 3 or first in NAME_PREFIXES:
        return False
    if len(last) < 3:
        return False
    if all(part in known for part in parts) or first in spelling.articles:
        return True
    if first[0].islower():
        return False
    named = [part in GIVEN_NAMES for part in parts]
    return (any(named) and not all(named)) or before.lower() in spelling.titles
