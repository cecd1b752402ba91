"""Words, stems and stop words: the only door to nltk's stemmers.

`words` cuts at white space, punctuation and hyphens ("US-Taliban" is two words, so that a theme's term finds either),
keeps figures whole ("10,000", "9/11"), drops the possessive and what French elides ("l'État" is "état"), and writes
acronyms one way ("U.S." and "US" are "u.s", which the pronoun is not).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from briefing.language.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

SNOWBALL = {
    "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "hu": "hungarian", "it": "italian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "es": "spanish", "sv": "swedish",
}  # fmt: skip

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['’](?=\w\w)", re.IGNORECASE)


def words(text: str) -> list[str]:
    """Return the words of a text in order, in lower case and composed (NFC)."""
    return [_normal(word) for word in _WORD.findall(text if text.isascii() else normalize("NFC", text))]


@lru_cache(maxsize=100_000)
def _normal(word: str) -> str:
    bare = _POSSESSIVE.sub("", word.replace("ʼ", "’"))
    if bare in ("US", "U.S.", "U.S"):
        return "u.s"
    if bare.isalnum():
        return bare.casefold()
    if bare[-1] == ".":
        bare = bare.replace(".", "")
    elided = _ELIDED.match(bare)
    return bare[elided.end() if elided else 0 :].casefold().replace("’", "'")


def stems(text: str, language: str = "en") -> list[str]:
    """Return the stems of a text's words in order (Snowball; the word itself where the language has no stemmer)."""
    return [stem(word, language) for word in words(text)]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of one word in lower case."""
    stemmer = _stemmer(language)
    return stemmer.stem(word) if stemmer is not None else word


@cache
def _stemmer(language: str) -> SnowballStemmer | None:
    if language not in SNOWBALL:
        return None
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer(SNOWBALL[language])


@cache
def stop_stems(language: str = "en") -> frozenset[str]:
    """Return the stems of the language's stop words."""
    return frozenset(stem(word.casefold(), language) for word in STOP_WORDS.get(language, ()))


def content(stemmed: Iterable[str], language: str = "en") -> list[str]:
    """Return those stems that carry meaning: no stop word, no single letter."""
    stop = stop_stems(language)
    return [word for word in stemmed if word not in stop and (len(word) > 1 or word.isdigit())]
