"""What makes a noun phrase beside a verb of speech: shared by those that end before it and those that begin behind it.

Ranges are words of a segment, first and last.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.name_words import CALENDAR, GIVEN_MONTHS, MANY, PARTICLES, PERSON_NOUNS, TITLES
from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.segments import QUOTED

ALONE = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "others", "nobody"))
STOPS = frozenset((QUOTED, ";", ":", "—", "–", "―", "-", "!", "?", "…", "“", "”", '"', "/", "•", "*"))
LONGEST = 45  # words of a source with its appositions; beyond that something went wrong
_DESCRIBES = frozenset(("who", "whose", "a", "an", "the", "now", "then", "one", "his", "her", "their", "its"))
_IN_NAMES = PARTICLES | {"."}
_PARTIES = ("R-", "D-", "I-", "R–", "D–")
_FEW = 3  # words of "el lunes"
_LONGEST_NAME = 6  # words of a person's name with a title


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


def named_end(words: list[str], role: Words, part: Words, speech: SpeechWords) -> int | None:
    """Return where the name ends that stands behind its role and a comma: "the mayor, Jane Roe, on Monday".

    The role opens with an article or a possessive; a name in a list ("the ministry, Roe and Poe") is no apposition.
    """
    opener = words[role.first]
    if opener.lower() not in speech.determiners and not opener.endswith(("'s", "’s")):
        return None
    end = part.first - 1
    while end < part.last and (words[end + 1][0].isupper() or (words[end + 1] in _IN_NAMES and end >= part.first)):
        end += 1
    end -= end > part.first and words[end] == "."
    if not part.first <= end < part.first + _LONGEST_NAME or words[end].endswith(("'s", "’s")):
        return None
    if words[part.first].lower() in CALENDAR - GIVEN_MONTHS:
        return None
    after = words[end + 1] if end + 1 < len(words) else "."
    goes_on = after in ("and", "or", "&") or (after[0].isalnum() and after not in speech.prepositions)
    return None if goes_on and after.lower() not in speech.times else end


def is_somebody(words: list[str], part: Words, speech: SpeechWords) -> bool:
    """Whether a noun phrase is surely a person or several: a name, a pronoun, "the minister", "police"."""
    head = next((k for k in range(part.first, part.last + 1) if words[k] in speech.joints), part.last + 1)
    own = words[part.first : head]
    return own[0].lower() in ALONE or any(
        word[0].isupper() or word in PERSON_NOUNS or word in TITLES or word in MANY for word in own
    )


def is_measure(words: list[str], part: Words) -> bool:
    """Whether a lone noun says by what something is done, not who says it: "pay according to population"."""
    word = words[part.first]
    if part.first < part.last or not word.islower() or word.endswith("s"):
        return False
    return word not in MANY and word not in ALONE and word not in PERSON_NOUNS
