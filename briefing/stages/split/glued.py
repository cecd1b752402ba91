"""Find words that were run together: the article's own words are the evidence, so that brands and names are spared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from briefing.language.glued_names import GIVEN_NAMES, NAME_PREFIXES
from briefing.language.spelling import NO_SPELLING, SPELLING
from briefing.language.spelling_model import Spelling

_WORD = re.compile(r"(?<![@#/\w])[^\W\d_]+(?![/@]|\.[a-z])")
_PART = re.compile(r"[^\W\d_][^\W\d_A-Z]*")
# Hardly a name ends so (Abusaid and Bousaid are shorter): "Laschetsaid" is two words wherever it stands.
_SPOKEN = re.compile(r"[A-Z][a-z]{4,}said")
# A brand is written so again and again; a slip seldom is ("PolitiFact", "QuickenLoans": 11 of 22 in 40,000 sentences).
_BRAND = 2
_LONG = 7  # letters from which on a word may hold two
_CAMEL = re.compile(r"[A-Z]?[^\W\d_A-Z]+(?:[A-Z][^\W\d_A-Z]+)+")


def vocabulary(text: str) -> Counter[str]:
    """Return how often each word of an article occurs, as it is written; handles, tags and addresses are no words.

    A family name that is glued to a given name counts too: often it stands nowhere alone.
    """
    words = _WORD.findall(text)
    found = Counter(words)
    found.update(filter(None, map(_family_name, words)))
    return found


@lru_cache(maxsize=32_768)
def _family_name(word: str) -> str | None:
    """Return the family name in two names run together, of which the first is a given name ("DmytroKuleba")."""
    parts: list[str] = _PART.findall(word) if _CAMEL.fullmatch(word) else []
    return parts[-1] if len(parts) == 2 and parts[0] in GIVEN_NAMES else None


def glued(text: str, known: Mapping[str, int], language: str) -> str | None:
    """Return the first word of a sentence that is two run together, or None; `known` is its article's vocabulary."""
    spelling = SPELLING.get(language, NO_SPELLING)
    before, words = "", list[str](_WORD.findall(text))
    for word in words:
        if len(word) > 4 and _may_be_glued(word, language) and _is_glued(word, before, known, spelling):
            return word
        before = word
    return None


@lru_cache(maxsize=32_768)
def _may_be_glued(word: str, language: str) -> bool:
    """Whether a word could be two in some article: most could not, and news has few words that are new."""
    spelling = SPELLING.get(language, NO_SPELLING)
    return word not in spelling.compounds and (
        (not word[1:].islower() and _CAMEL.fullmatch(word) is not None)
        or word in spelling.joined
        or 0 < spelling.longest < len(word)
        or _SPOKEN.fullmatch(word) is not None
        or word.startswith((*spelling.small_before, *spelling.articles))
        or word.endswith((*spelling.small_after, *spelling.verbs))
    )


def _is_glued(word: str, before: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    if not word[1:].islower() and _CAMEL.fullmatch(word):
        return _is_camel_glued(word, before, known, spelling)
    return (
        word in spelling.joined
        or 0 < spelling.longest < len(word)
        or _SPOKEN.fullmatch(word) is not None
        or _holds_small(word, known, spelling)
        or _holds_article(word, known, spelling)
        or _holds_verb(word, known, spelling)
    )


# Nearly all words fail the look at a whole tuple of beginnings or endings: only then is it asked which one it was.
def _holds_small(word: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether a small word is glued to a word of the article ("theminister", "Washingtonthe")."""
    if len(word) < _LONG or known.get(word, 0) >= _BRAND:
        return False
    rests: list[str] = []
    if word.startswith(spelling.small_before):
        rests += [word[len(small) :] for small in spelling.small_before if word.startswith(small)]
    if word.endswith(spelling.small_after):
        rests += [word[: -len(small)] for small in spelling.small_after if word.endswith(small)]
    return any(len(rest) > 3 and rest in known for rest in rests)


def _holds_article(word: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether an article is glued to the word behind it ("Thefloods")."""
    return word.startswith(spelling.articles) and any(
        _is_known(word[len(article) :], known, spelling) for article in spelling.articles if word.startswith(article)
    )


def _holds_verb(word: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether a verb is glued to the name before it ("Kulebasaid")."""
    return word.endswith(spelling.verbs) and any(
        _is_name(word[: -len(verb)], known) for verb in spelling.verbs if word.endswith(verb)
    )


def _is_known(rest: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether what follows a glued article is a word: initials, or one of the text that ends no other word."""
    return rest in spelling.nouns or (len(rest) > 1 and rest.isupper()) or (len(rest) > 3 and rest in known)


def _is_name(rest: str, known: Mapping[str, int]) -> bool:
    """Whether what stands before a glued verb is a name of the article: capital, never written small."""
    return len(rest) > 3 and rest[0].isupper() and rest in known and rest.lower() not in known


def _is_camel_glued(word: str, before: str, known: Mapping[str, int], spelling: Spelling) -> bool:
    """Whether a word with capitals inside is several words: all stand alone too, or one is a given name."""
    parts = _PART.findall(word)
    first, last = parts[0], parts[-1]
    if any(_holds_small(part, known, spelling) for part in parts):
        return True
    if len(last) < 3 or first in NAME_PREFIXES:
        return False
    if first.islower() and known.get(word, 0) < _BRAND and (first in spelling.suspending or len(first) > 4):
        return len(first) > 1 and last in known and last.lower() not in known
    if len(first) < 3:
        return False
    named = [part in GIVEN_NAMES for part in parts]
    if first in spelling.articles or (
        all(part in known for part in parts) and (any(named) or known.get(word, 0) < _BRAND)
    ):
        return True
    if first[0].islower():
        return False
    return (any(named) and not all(named)) or before.lower() in spelling.titles
