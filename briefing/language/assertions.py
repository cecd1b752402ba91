"""What a text asserts, in a form that two wordings can be compared by: its terms, figures, negations, names, days …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from briefing.language.claim_words import CLAIM_WORDS, NO_CLAIM_WORDS
from briefing.language.dates.names import MONTHS, WEEKDAYS, numbered
from briefing.language.demonyms import demonyms
from briefing.language.numerals import Figure, figures
from briefing.language.place_names import PLACE_NAMES
from briefing.language.words import stem, stop_stems, words_in

# What is written in several words in one place and as one in another; only what news always mean by it.
_SHORT = (
    (re.compile(r"\bUnited States(?: of America)?\b|\bUSA\b|\bU\.S\.A\."), "U.S."),
    (re.compile(r"\bUnited Nations\b"), "UN"),
    (re.compile(r"\bUnited Kingdom\b|\bU\.K\."), "UK"),
    (re.compile(r"\bEuropean Union\b"), "EU"),
    (re.compile(r"\b(?:the )?(?:Associated Press|AP|Reuters|Agence France-Presse|AFP|dpa)\b(?: news agency)?"), ""),
)
_AMERICAN = {"american": "u.s", "americans": "u.s", "america": "u.s", "british": "uk", "britain": "uk"}
_NAME = re.compile(r"(?<![.!?:“\"„«‘] )(?<!^)(?<![“\"„«‘])\b[^\W\d_a-zà-ÿа-яёіїєґ][\w’'-]+")
_CAPITAL = re.compile(r"\b[^\W\d_a-zà-ÿа-яёіїєґ][\w’'-]+")
_MONTH_NAME = re.compile(r"\bMay\b")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a text asserts. `terms` are stems in order, synonyms and demonyms as one; `opener` is the first, if a term.

    `words` are all stems. `negated` has for each "not" the terms behind it, `denials` are the words that negate by
    themselves. `kinds`, `poles` and `limits` say which of the language's groups of words it has. `days` are weekdays,
    `deadlines` those that it makes part of the claim. `names` are stems of words with a capital inside a sentence, each
    with those beside it in one name; `capitals` those of all words with one.
    """

    terms: tuple[str, ...] = ()
    opener: str = ""
    words: tuple[str, ...] = ()
    figures: frozenset[str] = frozenset()
    negated: tuple[tuple[str, ...], ...] = ()
    denials: frozenset[str] = frozenset()
    kinds: frozenset[int] = frozenset()
    poles: frozenset[tuple[int, int]] = frozenset()
    limits: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    deadlines: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    names: tuple[tuple[str, ...], ...] = ()
    capitals: frozenset[str] = frozenset()


@lru_cache(maxsize=16_384)
def assertion(text: str, language: str = "en") -> Assertion:
    """Return what a text in one language asserts."""
    text = _shortened(" ".join(text.split()), language)
    lists = _lists(language)
    counted = figures(text, language)
    bare = _without(text, counted)
    words = words_in(bare, language)
    stems = [_one_stem(word, language) for word in words]
    terms = [s if _is_term(s, w, lists, language) else "" for s, w in zip(stems, words, strict=True)]
    plain = {*words, *(stem(word, language) for word in words)}
    modal = {*(sure := words_in(_MONTH_NAME.sub("", bare), language)), *(stem(word, language) for word in sure)}
    return Assertion(
        terms=tuple(filter(None, terms)),
        opener=terms[0] if terms else "",
        words=tuple(stems),
        figures=frozenset(figure.form for figure in counted),
        negated=tuple(tuple(filter(None, terms[k:])) for k, s in enumerate(stems) if s in lists.negations),
        denials=lists.denying & plain,
        kinds=frozenset(k for k, kind in enumerate(lists.kinds) if not kind.isdisjoint(modal)),
        poles=frozenset(
            (k, side) for k, pair in enumerate(lists.opposites) for side in (0, 1) if not pair[side].isdisjoint(plain)
        ),
        limits=lists.limiting & plain,
        days=frozenset(_weekdays(language)[w] for w in words if w in _weekdays(language)),
        deadlines=frozenset(_deadlines(words, lists, language)),
        months=frozenset(_months(text, language)),
        names=tuple(_names(bare, lists, language)),
        capitals=frozenset(s for name in _CAPITAL.findall(bare) for s in _name_stems(name, lists, language)),
    )


def _is_term(stemmed: str, word: str, lists: _Lists, language: str) -> bool:
    if stemmed in stop_stems(language) or stemmed in lists.telling or len(stemmed) == 1:
        return False
    return word not in _weekdays(language) and word not in _month_numbers(language)


@dataclass(frozen=True, slots=True)
class _Lists:
    """A language's lists, as stems."""

    negations: frozenset[str]
    denying: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    telling: frozenset[str]
    limiting: frozenset[str]
    deadlines: frozenset[str]


@cache
def _lists(language: str) -> _Lists:
    known = CLAIM_WORDS.get(language, NO_CLAIM_WORDS)

    def stemmed(words: Iterable[str]) -> frozenset[str]:
        """An adverb stays whole: the stem of "likely" is that of "like"."""
        return frozenset(word if word.endswith("ly") else stem(word, language) for word in words)

    return _Lists(
        stemmed(known.negations),
        stemmed(known.denying),
        tuple(map(stemmed, known.kinds)),
        tuple((stemmed(one), stemmed(other)) for one, other in known.opposites),
        stemmed(known.telling),
        stemmed(known.limiting),
        known.deadlines,
    )


@cache
def _one_word(language: str) -> dict[str, str]:
    """What each word of a group of synonyms, or a word derived from a place, is written as; what is unclear is left."""
    groups = CLAIM_WORDS.get(language, NO_CLAIM_WORDS).synonyms
    found = {word: min(group) for group in groups for word in group}
    if language != "en":
        return found
    derived: dict[str, set[str]] = {}
    for place in PLACE_NAMES:
        for form in demonyms(place.title()) if " " not in place else ():
            derived.setdefault(form.casefold(), set()).add(place)
    places = {form: min(of) for form, of in derived.items() if len(of) == 1 and form not in PLACE_NAMES}
    return {**places, **_AMERICAN, **found}


@lru_cache(maxsize=100_000)
def _one_stem(word: str, language: str) -> str:
    """The stem of a word, synonyms and demonyms as one."""
    known = _one_word(language)
    return stem(known.get(word) or known.get(word.removesuffix("s"), word), language)


def _shortened(text: str, language: str) -> str:
    if language == "en":
        for said, short in _SHORT:
            text = said.sub(short, text)
    return text


def _without(text: str, counted: Sequence[Figure]) -> str:
    ends = [0, *(figure.end for figure in counted)]
    starts = [*(figure.start for figure in counted), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


@cache
def _weekdays(language: str) -> dict[str, int]:
    return numbered(WEEKDAYS.get(language, ()), 0)


@cache
def _month_numbers(language: str) -> dict[str, int]:
    return numbered(MONTHS.get(language, ()), 1)


def _deadlines(words: Sequence[str], lists: _Lists, language: str) -> Iterator[int]:
    days = _weekdays(language)
    for before, word in pairwise(words):
        if word in days and before in lists.deadlines:
            yield days[word]


def _months(text: str, language: str) -> Iterator[int]:
    """The months named; English ones with their capital, for "may" and "march" are verbs."""
    months = _month_numbers(language)
    for word in re.findall(r"[^\W\d_]+", text):
        if word.casefold() in months and (language != "en" or word[0].isupper()):
            yield months[word.casefold()]


def _names(text: str, lists: _Lists, language: str) -> Iterator[tuple[str, ...]]:
    """Runs of names, as stems."""
    run: list[str] = []
    end = -2
    for match in _NAME.finditer(text):
        if match.start() > end + 1 and run:
            yield tuple(run)
            run = []
        run += _name_stems(match[0], lists, language)
        end = match.end()
    if run:
        yield tuple(run)


def _name_stems(name: str, lists: _Lists, language: str) -> list[str]:
    words = words_in(name, language)
    stems = ((_one_stem(word, language), word) for word in words)
    return [s for s, word in stems if _is_term(s, word, lists, language)]
