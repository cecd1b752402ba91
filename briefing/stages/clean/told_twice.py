"""Find a headline or caption that lost its end and runs into a lead that says the same.

"Oslo gets a pier for its ferries Ferries are to get a pier in Oslo, …". German writes every noun with a capital,
so that there a lead may not be told from a noun, and none is sought.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.dates.days import MONTH, WEEKDAY
from briefing.language.function_words import FUNCTION_WORDS
from briefing.language.name_words import PERSON_NOUNS, TITLES
from briefing.language.words import content, stems

_WORD = re.compile(r"[^\W_][\w'’-]*")
_STOP = re.compile(r"[.!?][\"'”’)]*(?:\s|$)|[\"“”„«»]|\n")
_DAY = re.compile(rf"(?:{MONTH}|{WEEKDAY})\b(?!,? \d)")  # "… announced Friday that …"; with a figure it is a stamp
_SHORT = 2  # letters of a word before the lead: "’s" is torn off its noun
_LONGEST = 500  # characters of the two together
_LEAST_WORDS = 6  # of either
_MOST_WORDS = 30  # of the headline
# Shared words that prove it: of 833 first sentences two pass, both run together; at four, and at less than half of the
# shorter side's, whole sentences do ("After the navy had …, the president …").
_SHARED, _SHARE = 5, 0.5


def told_twice(text: str, start: int, end: int, language: str) -> int:
    """Return where the lead begins behind a headline that ran into it, or 0."""
    if language not in FUNCTION_WORDS or language == "de":
        return 0
    stop = _STOP.search(text, start, end)
    words = list(_WORD.finditer(text, start, min(stop.start() if stop else end, start + _LONGEST)))
    best, at = 0, 0
    for k in range(_LEAST_WORDS, min(len(words) - _LEAST_WORDS, _MOST_WORDS) + 1):
        if _may_open(text, words, k, language) and (shared := _shared(text, words, k, language)) > best:
            best, at = shared, k
    return words[_with_role(words, at)].start() if at else 0


def _with_role(words: Sequence[re.Match[str]], k: int) -> int:
    """The word where a lead begins whose name opens at word k: what it calls its bearer ("Actress Lindsay Lohan")."""
    while k > _LEAST_WORDS and words[k - 1][0].istitle() and words[k - 1][0].lower() in TITLES | PERSON_NOUNS:
        k -= 1
    return k


def _may_open(text: str, words: Sequence[re.Match[str]], k: int, language: str) -> bool:
    """Whether the lead may begin with word k: no mark before it, no word that a name would follow, no day."""
    before, word = words[k - 1], words[k]
    if not word[0][0].isupper() or text[before.end() : word.start()] != " " or _DAY.match(text, word.start()):
        return False
    if len(before[0]) < _SHORT or not content(stems(before[0], language), language):
        return False
    return before[0].islower() or word[0] == words[0][0]


def _shared(text: str, words: Sequence[re.Match[str]], k: int, language: str) -> int:
    """Return how many words both sides of word k share, their first counting twice, or 0 if they prove nothing."""
    sides = text[words[0].start() : words[k].start()], text[words[k].start() : words[-1].end()]
    first, second = (frozenset(content(stems(side, language), language)) for side in sides)
    shared = len(first & second) + (words[k][0] == words[0][0])
    return shared if shared >= max(_SHARED, _SHARE * min(len(first), len(second))) else 0
