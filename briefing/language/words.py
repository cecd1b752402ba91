"""Words, stems and stop words.

Chinese and Japanese, which put no space between words, are read as pairs of neighbouring characters.

`words` cuts at white space, punctuation and hyphens ("US-Taliban" is two words, so that a theme's term finds either),
keeps figures whole ("10,000", "9/11"), drops the possessive and what French elides ("l'État" is "état"), and writes
acronyms one way ("U.S." and "US" are "u.s", which the pronoun is not).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile
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

UNSPACED = frozenset({"ja", "zh"})

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|(?:[^\W\d_]\.){2,}(?:['’]s\b)?|[^\W_]+(?:['’][^\W\d_]+)*")
_UNSPACED = re.compile(r"([\u3005-\u30ff\u3400-\u9fff]+)")
_MAY_TURN = re.compile("[aou][^aeiouäöü]*$")  # German turns the last vowel: "Anschläge"
_POSSESSIVE = re.compile(r"['’]s?$")
_ELIDED = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['’](?=\w\w)", re.IGNORECASE)


def words(text: str) -> list[str]:
    """Return the words of a text in order, in lower case and composed (NFC)."""
    return [_normal(word) for word in _WORD.findall(text if text.isascii() else normalize("NFC", text))]


@lru_cache(maxsize=100_000)
def _normal(word: str) -> str:
    bare = _POSSESSIVE.sub("", word.replace("ʼ", "’")) or word  # "ʼ" alone counts as a letter
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
    return [stem(word, language) for word in words_in(text, language)]


def words_in(text: str, language: str) -> list[str]:
    """Return the words of which `stems` gives the stems, one for one.

    Each run of Chinese or Japanese is cut into overlapping pairs of characters, as search engines do.

    Source: J. Y. Nie, J. Gao, J. Zhang and M. Zhou, On the Use of Words and N-grams for Chinese Information Retrieval,
    IRAL 2000: pairs find about as much as segmented words. A single character stays.
    """
    found = words(text)
    if language not in UNSPACED:
        return found
    return [pair for word in found for run in _UNSPACED.split(word) if run for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    return [run[k : k + 2] for k in range(len(run) - 1)] if len(run) > 1 and _UNSPACED.match(run) else [run]


def name_root(name: str, language: str) -> str:
    """Return how all forms of a name begin, in its own spelling: "Украин" for "Украина", "Anschl" for "Anschlag".

    English names have no forms that matter here, and stay whole.
    """
    if language == "en":
        return name
    stemmed = stem(name.casefold(), language)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name.casefold(), stemmed, strict=False)))
    if language == "de" and (vowel := _MAY_TURN.search(name[1:shared])):
        shared = vowel.start() + 1
    return name[: max(2, shared)]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of one word in lower case."""
    if language == "uk":
        from briefing.language.ukrainian import ukrainian_stem

        return ukrainian_stem(word)
    snowball = _stemmer(language)
    found = snowball.stem(word) if snowball is not None else word
    # Snowball takes the -н of "Иран" for a participle's, but not that of "Иране".
    return found[:-1] if language == "ru" and len(found) > 3 and found.endswith(("ан", "ян")) else found


@cache
def _stemmer(language: str) -> SnowballStemmer | None:
    if language not in SNOWBALL:
        return None
    from briefing.language.snowball import stemmer

    return stemmer(SNOWBALL[language])


@cache
def stop_stems(language: str = "en") -> frozenset[str]:
    """Return the stems of the language's stop words: our list, else what sumy ships and the most frequent ones."""
    listed = STOP_WORDS.get(language) or _borrowed(language)
    return frozenset(stem(word.casefold(), language) for word in listed)


def _borrowed(language: str) -> tuple[str, ...]:
    from briefing.language.function_words import FUNCTION_WORDS
    from briefing.language.stop_word_files import shipped_stop_words

    return (*shipped_stop_words(language), *sorted(FUNCTION_WORDS.get(language, ())))


def content(stemmed: Iterable[str], language: str = "en") -> list[str]:
    """Return those stems that carry meaning: no stop word, no single letter."""
    stop = stop_stems(language)
    return [word for word in stemmed if word not in stop and (len(word) > 1 or word.isdigit())]
