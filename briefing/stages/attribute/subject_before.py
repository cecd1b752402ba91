"""Find the subject that ends before a verb of speech: the whole source, with title, apposition and description."""

from __future__ import annotations

from briefing.language.name_words import CALENDAR, MANY
from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.nouns import ALONE, LONGEST, STOPS, Words, describes, is_adverb
from briefing.stages.attribute.segments import Segment

_RELATIVE = frozenset(("who", "that", "which"))
_PARTS = 5  # commas looked back over
_ADVERBS = 4  # words between a subject and its verb


def subject_before(segment: Segment, cue: int, floor: int, speech: SpeechWords) -> Words | None:
    """Return the subject that ends before a verb; nothing before the word `floor` is looked at."""
    words, last = segment.words, cue - 1
    if last > floor and words[last] == "to" and words[last - 1] in speech.habits:
        last -= 2
    while last >= floor and is_adverb(words[last], speech):
        last -= 1
    if last < floor or last < cue - 1 - _ADVERBS - 2 or words[last] in speech.passives:
        return None
    if words[last].lower() in ALONE:
        return Words(last, last)
    if words[last] in (",", "—", "–", "―", "-"):
        return _with_appositions(segment, last, floor, speech)
    first = _start(segment, last, floor, speech)
    return Words(first, last) if first is not None else None


def _start(segment: Segment, last: int, floor: int, speech: SpeechWords) -> int | None:
    """Return where the noun phrase begins that ends with a word, or None if that ends none."""
    words, first = segment.words, last + 1
    if words[last] in STOPS or words[last] == ",":
        return None
    k = last
    while k >= floor and last - k < LONGEST:
        word = words[k]
        if word == ")":
            k = _opening(words, k, floor)
        elif word in STOPS or word == "," or _breaks(words, k, speech):
            break
        first = k
        k -= 1
    if first > last or (k >= floor and words[k] in speech.finite) or not _is_head(words[last], speech):
        return None
    if words[first].endswith("ing") and words[first][0].islower():
        return None
    if k - 1 > floor and words[k] in _RELATIVE and words[k - 2].lower() in speech.determiners and last > first:
        is_verb = words[first].endswith("s") and words[first] not in MANY
        return k - 2 if is_verb or words[k] == "who" else first  # "a fund that owns 14 percent"
    return _without_fronting(words, first, last, speech)


def _is_head(word: str, speech: SpeechWords) -> bool:
    """Whether a word may end a noun phrase."""
    lower = word.lower()
    if lower in speech.pronouns:
        return True
    if word.isupper() and len(word) > 1:  # "Fjordgull AS", "the IT"
        return True
    if (not word[-1].isalnum() and word not in (".", ")", "]", "'", "’")) or word.endswith(("'s", "’s")):
        return False
    return not (lower in speech.determiners or lower in speech.prepositions or lower in speech.conjunctions)


def _opening(words: list[str], at: int, floor: int) -> int:
    """Return where the bracket opens that closes at a word, or the word itself."""
    return next((k for k in range(at, max(floor, at - 12) - 1, -1) if words[k] == "("), at)


def _breaks(words: list[str], at: int, speech: SpeechWords) -> bool:
    """Whether a word cannot stand inside a subject: a verb, a conjunction, an opener of a clause."""
    if words[at].isupper() and len(words[at]) > 1:
        return False
    word = words[at].lower()
    if word == "and":
        return not (at and words[at - 1][0].isupper() and words[at + 1][0].isupper())
    if word in speech.conjunctions or word in speech.clause_openers or word in speech.finite:
        return True
    return words[at] in speech.says or word in speech.saying or word in speech.prepositions - speech.joints


def _without_fronting(words: list[str], first: int, last: int, speech: SpeechWords) -> int | None:
    """Return where a subject begins behind an opening phrase without a comma: "On Monday the mayor", "In Kyiv he"."""
    while first <= last and (words[first].lower() in CALENDAR or is_adverb(words[first], speech)):
        first += 1
    if first > last:
        return None
    if words[first].lower() not in speech.prepositions:
        return first
    for k in range(first + 2, last + 1):
        before, word = words[k - 1].lower(), words[k]
        opens = word.lower() in speech.determiners or (word[0].isupper() and not words[k - 1][0].isupper())
        if opens and before not in speech.prepositions and before not in speech.determiners:
            return k
        if before in CALENDAR:
            return k
    return None


def _with_appositions(segment: Segment, comma: int, floor: int, speech: SpeechWords) -> Words | None:
    """Return a subject with what stands between commas behind it: "Jane Roe, the mayor of Gdansk,"."""
    words = segment.words
    ends = [comma]
    k = comma - 1
    while k >= floor and words[k] not in STOPS - {words[comma]} and len(ends) <= _PARTS:
        if words[k] == words[comma]:
            ends.append(k)
        k -= 1
    starts = [*(end + 1 for end in ends[1:]), max(floor, k + 1)]
    parts = [Words(start, end - 1) for start, end in zip(starts, ends, strict=True) if start < end]
    number = 0
    while number < len(parts) - 1 and _is_between(words, parts[number], parts[number + 1], speech):
        number += 1
    if number == 0 and len(parts) < 2:
        return None
    if number == 0 and not _is_plain(words, parts[1], speech):
        return None
    head = parts[max(number, 1)]
    first = _start(segment, head.last, head.first, speech)
    return Words(first, comma - 1) if first is not None and comma - first < LONGEST else None


def _is_between(words: list[str], part: Words, before: Words, speech: SpeechWords) -> bool:
    """Whether a part stands between a subject and its verb: an apposition, or "Roe, at a rally, said"."""
    if describes(words, part, speech):
        return True
    named = words[before.first][0].isupper() and words[before.first].lower() not in speech.prepositions
    return named and words[part.first] in speech.prepositions and words[before.last][0].isupper()


def _is_plain(words: list[str], part: Words, speech: SpeechWords) -> bool:
    """Whether a part is a noun phrase and no clause: "The mayor", before the name of the mayor."""
    inside = words[part.first : part.last + 1]
    return inside[0].lower() in speech.determiners and not any(w in speech.finite | speech.says for w in inside)
