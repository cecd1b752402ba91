"""Find the runs of capitalised words that may be names, with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language.given_names import is_given_name
from briefing.language.name_words import (
    BODIES,
    BODIES_OF,
    CALENDAR,
    GIVEN_MONTHS,
    MANY,
    OPENERS,
    PARTICLES,
    SPEAKING,
    TITLES,
)
from briefing.language.tokens import Tokens

_BEGINS_ANEW = frozenset("\"“”„«'‘:(•—–[.")
_ARABIC = ("al-", "el-", "ad-", "as-", "ar-", "an-", "ash-", "at-", "bin-")
_POSSESSIVE = ("'s", "’s", "ʼs")
# A sentence is a headline if more of its words than this have capitals, one of which the article writes without or no
# name has, and none of `_LONG` letters that is no preposition is without: judged from `_FEW` words on.
_SHOUTED = 0.6
_LONG = 4
_FEW = 4
_DEMONYMS = ("ian", "ish", "ese", "can", "French", "Dutch", "Iraqi", "Israeli", "Pakistani", "Democrat", "Republican")
_JOINTS = ("of", "for", "on", "&")
_LONGEST = 12  # words of a name with its titles; a longer run is no name
_MOST_PARTICLES = 2  # "van der", "de la"
_NEVER_INSIDE = CALENDAR - GIVEN_MONTHS  # Theresa May, June Allyson


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words in a sentence: tokens `first` to `last`; those from `name` on are the name.

    Those before `name` are titles ("Senate Minority Leader"); `name` is past `last` where all are.
    """

    sentence: int
    first: int
    name: int
    last: int


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How the article writes its words: all of them, and those with a capital where no sentence begins."""

    words: frozenset[str]
    capital: frozenset[str]


def capital_runs(sentences: Sequence[Tokens]) -> list[Run]:
    """Return the runs of capitalised words of an article's sentences, in order."""
    every = frozenset(word for tokens in sentences for word in tokens.words)
    capitals = [(k, tokens, _capitals(tokens.words)) for k, tokens in enumerate(sentences)]
    usable = [one for one in capitals if one[2] and not _is_shouted(one[1].words, one[2], every)]
    evidence = _Evidence(every, _inside(usable))
    return [run for number, tokens, places in usable for run in _runs(number, tokens, places, evidence)]


def bare(word: str) -> str:
    """Return a word without its possessive ending."""
    return word[:-2] if word[-1] == "s" and word[-2:] in _POSSESSIVE else word


def _capitals(words: Sequence[str]) -> list[int]:
    return [k for k, word in enumerate(words) if word[0].isupper()]


def _is_shouted(words: Sequence[str], capitals: Sequence[int], every: frozenset[str]) -> bool:
    """Whether a sentence is written like a headline, so that its capitals say nothing."""
    if len(capitals) <= _SHOUTED * len(words) / 2:
        return False
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) <= _FEW or len(capitals) <= _SHOUTED * len(letters):
        return False
    if not all(word[0].isupper() or len(word) < _LONG or word in OPENERS for word in letters):
        return False
    inside = {words[k].lower() for k in capitals if k} - TITLES
    return any(word in every or word in OPENERS for word in inside)


def _inside(usable: Sequence[tuple[int, Tokens, list[int]]]) -> frozenset[str]:
    """Return the words that have a capital where no sentence begins."""
    return frozenset(
        bare(tokens.words[k]) for _, tokens, places in usable for k in places if k and _is_inside(tokens.words, k)
    )


def _is_inside(words: Sequence[str], at: int) -> bool:
    """Whether a word stands where no sentence or quotation begins; a full stop may be a title's ("Gen. Lee")."""
    return words[at - 1] not in _BEGINS_ANEW


def _runs(number: int, tokens: Tokens, places: Sequence[int], evidence: _Evidence) -> Iterator[Run]:
    past = -1
    for k in places:
        if k > past and _opens(tokens.words, k, evidence):
            past = _last(tokens.words, k)
            yield Run(number, k, _name(tokens.words, k, past), past)


def _opens(words: Sequence[str], at: int, evidence: _Evidence) -> bool:
    """Whether a capitalised word opens a name: where a sentence begins, only if the article says so elsewhere."""
    word = bare(words[at])
    lower = word.lower()
    if lower in GIVEN_MONTHS and 0 < at < len(words) - 1 and words[at - 1] in SPEAKING and words[at + 1][0].isupper():
        return True  # "says June Allyson"
    if lower in CALENDAR or (lower in OPENERS and (len(word) == 1 or not word.isupper())):
        return False
    if at and _is_inside(words, at):
        return True
    if lower in TITLES or word in evidence.capital or is_given_name(lower) or (word.isupper() and len(word) > 1):
        return True
    if at + 1 == len(words):
        return False
    after = words[at + 1]
    if after in SPEAKING and lower not in evidence.words and lower not in MANY:
        return True
    return (after[0].isupper() and lower not in evidence.words) or (lower in PARTICLES and after in PARTICLES)


def _last(words: Sequence[str], at: int) -> int:
    """Return the last token of the run that opens at a token."""
    first = at
    while at - first < _LONGEST and not words[at].endswith(_POSSESSIVE) and (step := _step(words, at)):
        at += step
    return at


def _step(words: Sequence[str], at: int) -> int:
    """Return how many tokens further the next word of the run stands, or 0 if it ends."""
    k, size = at + 1, len(words)
    if k < size and words[k] == "." and (len(words[at]) == 1 or words[at].lower() in TITLES):
        k += 1
    joined = k
    while k < size and k < joined + _MOST_PARTICLES and words[k] in PARTICLES:
        k += 1
    if k == joined and k + 1 < size and words[k] in _JOINTS and _goes_on(words[at], words[k]):
        k += 2 if words[k + 1] in ("the", "a") else 1
    if k >= size or not _is_capital(words[k]) or bare(words[k]).lower() in _NEVER_INSIDE:
        return 0
    return k - at


def _is_capital(word: str) -> bool:
    return word[0].isupper() or ("-" in word and word.startswith(_ARABIC))


def _goes_on(before: str, joint: str) -> bool:
    """Whether a small word joins what follows to a name: "Department of Defense", "Johnson & Johnson"."""
    return joint == "&" or before.lower() in BODIES_OF


def _name(words: Sequence[str], first: int, last: int) -> int:
    """Return where the name begins in a run: behind the last title, unless what follows is a body's ("Justice Court").

    A given name further on begins the name, too: "Pastor John Roe", "Hold Jane Roe to it".
    """
    if first == last:
        return first + (words[first].lower() in TITLES)
    lower = [bare(word).lower() for word in words[first : last + 1]]
    name = max((k for k, word in enumerate(lower) if word in TITLES), default=-1) + 1
    given = next((k for k in range(name, len(lower)) if is_given_name(lower[k])), len(lower))
    if name < len(lower) and lower[name] == "of":
        return first + given
    name += 0 < name < len(lower) - 1 and lower[name] == "."
    if not BODIES.isdisjoint(lower[name:]):
        return first + name if given == name else first
    if name >= len(lower) - 1 or len(lower[name]) == 1:
        return first + name
    if name + 2 < len(lower) and given > name and words[first + name].endswith(_DEMONYMS):
        return first + name + 1
    return first + (given if given < len(lower) - 1 else name)
