"""What makes a noun phrase beside a verb of speech: shared by those that end before it and those that begin behind it.

Ranges are words of a segment, first and last.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.segments import QUOTED

ALONE = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "others", "nobody"))
STOPS = frozenset((QUOTED, ";", ":", "—", "–", "―", "-", "!", "?", "…", "“", "”", '"', "/", "•", "*"))
LONGEST = 45  # words of a source with its appositions; beyond that something went wrong
_DESCRIBES = frozenset(("who", "whose", "a", "an", "the", "now", "then", "one", "his", "her", "their", "its"))
_PARTIES = ("R-", "D-", "I-", "R–", "D–")
_FEW = 3  # words of "el lunes"


class Words(NamedTuple):
    """A run of words of a segment, `first` to `last`."""

    first: int
    last: int


def is_adverb(word: str, speech: SpeechWords) -> bool:
    """Whether a word may stand between a subject and its verb of speech."""
    return word in speech.auxiliaries or (word[0].islower() and word.endswith(speech.adverb_endings))


def describes(words: list[str], part: Words, speech: SpeechWords) -> bool:
    """Whether what stands between two commas describes the name before it: "45", "D-Mass.", "who left", "head of …"."""
    word = words[part.first]
    if part.last - part.first < _FEW and any(w.lower() in speech.times for w in words[part.first : part.last + 1]):
        return False
    if word in _DESCRIBES or word.isdigit() or word.startswith(_PARTIES) or word == "former":
        return True
    if word[0].isupper():  # "Calif.", "R"
        return part.last - part.first <= 1 and words[part.last] == "." and len(word) < 7
    if not word[0].isalpha() or word.endswith("ing") or is_adverb(word, speech):
        return False
    return not (word in speech.prepositions or word in speech.conjunctions or word in speech.finite | speech.says)
