"""Read numbers as they are written, exactly: digits with the separators of a language, and English words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from briefing.language.quantities.english import PARTS, SCALES, SHORT_SCALES, SMALL, TENS

# How a language groups digits and marks decimals; a blank in a group may be any that does not break, or a plain one.
_BLANK = "[ \u00a0\u202f\u2009]"
_WRITTEN = {
    "en": (rf",|{_BLANK}", r"\."), "de": (rf"\.|{_BLANK}|['’]", ","), "fr": (rf"{_BLANK}|\.", ","),
    "es": (rf"\.|{_BLANK}", ","), "ru": (_BLANK, ","), "uk": (_BLANK, ","),
}  # fmt: skip
LANGUAGES = frozenset(_WRITTEN)

_WORDS_OF_SCALE = {
    "en": {**{word: scale for word, scale in SCALES.items() if scale > 100}},
    "de": {"tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9,
           "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12},
    "fr": {"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    "es": {"mil": 10**3, "millón": 10**6, "millones": 10**6},
    "ru": {"тыс": 10**3, "тысяч": 10**3, "тысячи": 10**3, "млн": 10**6, "миллион": 10**6, "миллиона": 10**6,
           "миллионов": 10**6, "млрд": 10**9, "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9},
    "uk": {"тис": 10**3, "тисяч": 10**3, "тисячі": 10**3, "млн": 10**6, "мільйон": 10**6, "мільйони": 10**6,
           "мільйонів": 10**6, "млрд": 10**9, "мільярд": 10**9, "мільярди": 10**9, "мільярдів": 10**9},
}  # fmt: skip


@cache
def digits(language: str) -> str:
    """Return the pattern of a number in digits: "12,500", "12.500" or "12 500", and "1.5" or "1,5"."""
    group, mark = _WRITTEN[language]
    return rf"(?:\d{{1,3}}(?:(?:{group})\d{{3}}(?!\d))+|\d+)(?:{mark}\d+)?"


@cache
def scales(language: str) -> str:
    """Return the pattern of the words that stand behind digits for thousands, millions and so on."""
    return "|".join(sorted(_WORDS_OF_SCALE[language], key=len, reverse=True))


def read_digits(written: str, scale: str, language: str) -> tuple[Fraction, Fraction]:
    """Return the value of digits with a word of scale (or ""), and what it is rounded to as it is written."""
    group, mark = _WRITTEN[language]
    whole, _, decimals = re.sub(mark, "|", written).partition("|") if re.search(mark, written) else (written, "", "")
    plain = re.sub(group, "", whole)
    times = scale_of(scale, language)
    value = Fraction(int(plain + decimals), 10 ** len(decimals)) * times
    if decimals:
        return value, Fraction(times, 10 ** len(decimals))
    zeros = len(plain) - len(plain.rstrip("0"))
    return value, Fraction(times * 10 ** (zeros if value else 0))


def scale_of(word: str, language: str) -> int:
    """Return the factor that a word of scale stands for: 1 for none."""
    plain = word.casefold().rstrip(".")
    return _WORDS_OF_SCALE[language].get(plain) or SHORT_SCALES.get(plain, 1) if plain else 1


_SIMPLE = "|".join(sorted({*SMALL, *TENS} - {"zero", "one"}, key=len, reverse=True))
_TENS = "|".join(TENS)
_UNITS = "|".join(word for word, number in SMALL.items() if 0 < number < 10)
_ANY = rf"(?:{_TENS})[- ](?:{_UNITS})|{_SIMPLE}"
WORDS = (
    rf"(?:half a|an?|one|{_ANY}) (?:hundred|thousand|million|billion|trillion)"
    rf"(?:,? (?:and )?(?:(?:{_ANY}|one) hundred(?: and (?:{_ANY}|one))?|{_ANY}|one)(?=\W))?"
    rf"|(?:half a|an?|one|{_ANY}) dozen|{_ANY}"
)
"""English number words: "two dozen", "half a million", "twenty-one", "a hundred and five"."""

PARTS_PATTERN = "|".join(sorted(PARTS, key=len, reverse=True))


_ONES = {"half": Fraction(1, 2), "a": Fraction(1), "an": Fraction(1)}


def read_words(written: str) -> tuple[Fraction, Fraction]:
    """Return the value of English number words, and what they are rounded to."""
    value, part = Fraction(0), Fraction(0)
    words = re.sub(r"\band\b|[,-]", " ", written.casefold()).split()
    for word in words:
        if word in ("a", "an") and words[0] == "half":
            continue
        if word in SCALES or word == "dozen":
            times = SCALES.get(word, 12)
            part = (part or Fraction(1)) * times
            if times > 100 or word == "dozen":
                value, part = value + part, Fraction(0)
        else:
            part += (
                Fraction(1, 2) if word == "half" else 1 if word in ("a", "an") else SMALL.get(word, TENS.get(word, 0))
            )
    value += part
    if "dozen" in words or not value or value.denominator != 1:
        return value, Fraction(1)
    plain = str(value.numerator)
    return value, Fraction(10 ** (len(plain) - len(plain.rstrip("0"))))
