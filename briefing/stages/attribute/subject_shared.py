"""Find the subject that a verb of speech shares with one before it ("Roe left, saying"), or that opens its sentence."""

from __future__ import annotations

from briefing.language.name_words import MANY, PERSON_NOUNS
from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.nouns import Words, named_end
from briefing.stages.attribute.segments import QUOTED, Segment

_PERSONS = frozenset(("he", "she", "they", "who", "we", "i"))
_EXPLETIVES = frozenset(("there", "that", "this", "here"))
_SUBJECTS = frozenset(("he", "she", "they", "we", "I"))
# "Roe left a crowd chanting “…”": not Roe.
_SPEAKS_ITSELF = MANY | PERSON_NOUNS | {"crowd", "crowds", "fans", "audience"}
_PHRASE = 6  # words of a subject behind its first name


def main_subject(segment: Segment, cue: int, speech: SpeechWords) -> Words | None:
    """Return the subject that a participle shares, where its segment opens with one: "Roe left, saying “…”"."""
    words, first = segment.words, 0
    if words[0].lower() in speech.prepositions:
        first = next((k + 1 for k in range(cue) if words[k] == ","), cue)
    if first >= cue or QUOTED in words[first:cue] or words[cue - 1] in _SPEAKS_ITSELF:
        return None
    head = words[first].lower().replace("’", "'").partition("'")[0]
    if head in speech.pronouns or head in _EXPLETIVES:
        return Words(first, first) if head in _PERSONS else None
    if not words[first][0].isupper() or words[first].lower() in speech.determiners:
        return None
    last = first
    while last + 1 < cue and _is_name(words[last + 1]):
        last += 1
    if is_passive(words, last + 1, speech):  # "Hardest hit was Kestrel Air"
        return None
    last = _phrase_end(words, first, last, cue, speech)
    return None if words[last].endswith(("'s", "’s")) else Words(first, last)


def beside(words: list[str], cue: int, floor: int, speech: SpeechWords) -> Words | None:
    """Return the name or pronoun right before a participle: "with Roe saying …"."""
    first = last = cue - 1
    if words[last] in _PERSONS:
        return Words(last, last)
    if not words[last][0].isupper() or words[last].lower() in speech.conjunctions | speech.prepositions:
        return None
    while first > floor and _is_name(words[first - 1]):
        first -= 1
    return Words(first, last)


def beside_verb(words: list[str], joint: int) -> Words | None:
    """Return the pronoun of the verb right before a conjunction: "When asked, she laughed and said"."""
    at = joint - 2
    return Words(at, at) if at >= 0 and words[at] in _SUBJECTS and words[at + 1][0].isalpha() else None


def is_passive(words: list[str], at: int, speech: SpeechWords) -> bool:
    """Whether a word is a participle put first: "Hardest hit was Kestrel Air"."""
    return words[at] in speech.names and at + 1 < len(words) and words[at + 1] in speech.passives


def _phrase_end(words: list[str], first: int, name: int, cue: int, speech: SpeechWords) -> int:
    """Return where a subject ends whose first words have capitals: "Chief executive Jane Roe", "Green groups".

    Without a part of speech for each word only a verb in "-ed", an auxiliary or a comma shows its end.
    """
    last, owner = name, words[name].endswith(("'s", "’s"))
    longest = min(cue, name + _PHRASE) - 1
    while last < longest and words[last + 1][0].isalpha() and not _is_verb(words[last + 1], speech):
        last += 1
    after = words[last + 1]
    if last == name or not (_is_verb(after, speech) or (owner and after == ",")):
        return name
    if not (owner or words[last][0].isupper() or (first == name and words[last].endswith("s"))):
        return name
    named = named_end(words, Words(first, last), Words(last + 2, cue - 1), speech) if after == "," else None
    return named or last


def _is_verb(word: str, speech: SpeechWords) -> bool:
    known = word in speech.finite or word in speech.says or word in speech.names
    return known or (word[0].islower() and word.endswith("ed"))


def _is_name(word: str) -> bool:
    return word[0].isupper() or word == "."
