"""Quantities in German, French, Spanish, Russian and Ukrainian: numbers with a noun behind them, per cent and money.

Number words, and what befalls those who are counted, are left alone there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.language.quantities.english import CURRENCIES
from briefing.language.quantities.numbers import digits, read_digits, scales
from briefing.language.stop_words import STOP_WORDS
from briefing.language.words import stem
from briefing.model import Measure, Qualifier, Quantity, Span


class _Words(NamedTuple):
    percent: str
    money: dict[str, str]
    qualifiers: dict[str, Qualifier]


_WORDS = {
    "de": _Words(
        r"%|Prozent\b(?!punkt)",
        {"Euro": "EUR", "Dollar": "USD", "US-Dollar": "USD", "Pfund": "GBP", "Rubel": "RUB", "Franken": "CHF",
         "Hrywnja": "UAH"},
        {"rund": "about", "etwa": "about", "ungefähr": "about", "circa": "about", "ca.": "about", "fast": "nearly",
         "knapp": "nearly", "mehr als": "more", "über": "more", "mindestens": "least", "weniger als": "fewer",
         "unter": "fewer", "bis zu": "most", "höchstens": "most", "maximal": "most"},
    ),
    "fr": _Words(
        r"%|pour cent\b",
        {"euros": "EUR", "dollars": "USD", "livres": "GBP", "roubles": "RUB", "francs": "CHF", "hryvnias": "UAH"},
        {"environ": "about", "quelque": "about", "près de": "nearly", "presque": "nearly", "plus de": "more",
         "au moins": "least", "moins de": "fewer", "jusqu’à": "most", "jusqu'à": "most", "au plus": "most"},
    ),
    "es": _Words(
        r"%|por ciento\b",
        {"euros": "EUR", "dólares": "USD", "libras": "GBP", "rublos": "RUB", "pesos": "MXN", "grivnas": "UAH"},
        {"unos": "about", "unas": "about", "alrededor de": "about", "aproximadamente": "about", "cerca de": "nearly",
         "casi": "nearly", "más de": "more", "al menos": "least", "menos de": "fewer", "hasta": "most"},
    ),
    "ru": _Words(
        r"%|процент\w*\b(?!ных пункт)",
        {"долларов": "USD", "доллара": "USD", "рублей": "RUB", "рубля": "RUB", "евро": "EUR", "гривен": "UAH",
         "фунтов": "GBP"},
        {"около": "about", "примерно": "about", "приблизительно": "about", "порядка": "about", "почти": "nearly",
         "более": "more", "более чем": "more", "больше": "more", "свыше": "more", "не менее": "least",
         "как минимум": "least", "по меньшей мере": "least", "менее": "fewer", "меньше": "fewer", "не более": "most"},
    ),
    "uk": _Words(
        r"%|відсот\w*\b(?!кових пункт)",
        {"доларів": "USD", "долари": "USD", "рублів": "RUB", "євро": "EUR", "гривень": "UAH", "гривні": "UAH",
         "фунтів": "GBP"},
        {"близько": "about", "приблизно": "about", "майже": "nearly", "понад": "more", "більше": "more",
         "більш як": "more", "більш ніж": "more", "щонайменше": "least", "не менше": "least", "менше": "fewer",
         "не більше": "most"},
    ),
}  # fmt: skip
OTHERS = frozenset(_WORDS)

_SYMBOLS = "|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True)))
_NOUN = re.compile(r"[ \u00a0](?:de |d['’])?([^\W\d_]{4,})")
_LEAST = 10  # below, a bare number is more often of something else: a list's, a team's, a floor's


def quantities_in(text: str, sentence: Span, language: str) -> Iterator[Quantity]:
    """Yield the quantities of a sentence in one of the languages, in order and apart."""
    known = _WORDS[language]
    for match in _pattern(language).finditer(text, *sentence):
        value, step = read_digits(match["digits"], match["scale"] or "", language)
        measure: Measure = "percent" if match["percent"] else "money" if match["symbol"] or match["coin"] else "count"
        noun = _noun(text, match, language) if measure == "count" else None
        if measure == "count" and (noun is None or value < _LEAST):
            continue
        start, qualifier = _qualified(text, match.start(), sentence.start, language)
        yield Quantity(
            start=start,
            end=match.end(),
            low=value,
            high=value,
            measure=measure,
            unit=CURRENCIES[match["symbol"]]
            if match["symbol"]
            else known.money[match["coin"]]
            if match["coin"]
            else "",
            qualifier=qualifier,
            step=step,
            thing=stem(noun[1].casefold(), language) if noun else "",
            of=Span(noun.start(1), noun.end(1)) if noun else None,
        )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = _WORDS[language]
    coins = "|".join(map(re.escape, sorted(known.money, key=len, reverse=True)))
    number = rf"(?P<digits>{digits(language)})(?:[ \u00a0](?P<scale>(?i:{scales(language)}))(?!\w)\.?)?"
    return re.compile(
        rf"(?<![\w/:.,#$£€+’'–-]){number}(?![\w/–-]|[.,:]\d)"
        rf"(?:[ \u00a0\u202f]?(?P<percent>{known.percent})|[ \u00a0\u202f]?(?P<symbol>{_SYMBOLS})(?!\w)"
        rf"|[ \u00a0](?:de |d['’])?(?P<coin>{coins})\b)?"
    )


def _noun(text: str, match: re.Match[str], language: str) -> re.Match[str] | None:
    """The word behind a number, if it can be what is counted; a bare 2014 is a year."""
    is_year = not match["scale"] and re.fullmatch(r"(?:19|20)\d\d", match["digits"])
    found = _NOUN.match(text, match.end())
    if is_year or found is None or found[1].casefold() in STOP_WORDS[language]:
        return None
    return found


def _qualified(text: str, start: int, floor: int, language: str) -> tuple[int, Qualifier]:
    before = text[floor:start].casefold()
    known = _WORDS[language].qualifiers
    for words in sorted(known, key=len, reverse=True):
        if re.search(rf"(?:^|\W){re.escape(words)}[ \u00a0]$", before):
            return start - len(words) - 1, known[words]
    return start, "exact"
