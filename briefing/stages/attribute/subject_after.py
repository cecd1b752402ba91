"""Find the subject that begins behind a verb of speech: the whole source, with title, apposition and description."""

from __future__ import annotations

from briefing.language.name_words import CALENDAR, GIVEN_MONTHS
from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.nouns import ALONE, LONGEST, STOPS, Words, describes, is_adverb, named_end
from briefing.stages.attribute.segments import Segment


def subject_after(segment: Segment, cue: int, speech: SpeechWords, *, opening: bool = False) -> Words | None:
    """Return the subject that begins behind a verb: "said Jane Roe, the mayor of Gdansk, on Monday".

    `opening` says that a clause follows it ("According to Roe, ten died"): only a closed apposition is the source's.
    """
    words, first = segment.words, cue + 1
    if first >= len(words):
        return None
    word = words[first]
    if word.lower() in ALONE - {"it", "you"}:
        return Words(first, first)
    lower = word.lower()
    if not word[0].isalnum() or lower in speech.prepositions or lower in speech.clause_openers:
        return None
    if lower in CALENDAR and not _is_given_name(words, first):
        return None
    if lower in speech.conjunctions or is_adverb(word, speech) or lower in speech.finite or lower == "it":
        return None
    last = _head_end(words, first, speech)
    while (end := _apposition_end(words, Words(first, last), speech, opening=opening)) is not None:
        last = end
    last = _trimmed(words, first, last)
    is_bare = first == last and lower in speech.determiners - speech.pronouns
    return None if is_bare or (first == last and word.endswith(("'s", "’s"))) else Words(first, last)


def _apposition_end(words: list[str], head: Words, speech: SpeechWords, *, opening: bool) -> int | None:
    """Return where the description or the name ends that stands behind a noun phrase and a comma, or None."""
    part = Words(head.last + 2, _part_end(words, head.last + 2, speech))
    if words[head.last + 1 : head.last + 2] != [","] or not part.first <= part.last <= head.first + LONGEST:
        return None
    end = part.last if describes(words, part, speech) else named_end(words, head, part, speech)
    return None if end is None or (opening and words[end + 1 : end + 2] != [","]) else end


def _is_given_name(words: list[str], at: int) -> bool:
    """Whether a month is somebody's name: "says June Allyson"."""
    after = words[at + 1] if at + 1 < len(words) else "."
    return words[at].lower() in GIVEN_MONTHS and after[0].isupper() and after.lower() not in CALENDAR


def _head_end(words: list[str], first: int, speech: SpeechWords) -> int:
    """Return where the noun phrase itself ends, before its appositions."""
    k, clause = first, False
    while k < len(words) and k - first < LONGEST:
        word, lower = words[k], words[k].lower()
        if word in STOPS or word == ",":
            break
        is_time = lower in CALENDAR or (lower in speech.times and word != "last")
        if is_time and (k > first or lower not in GIVEN_MONTHS):
            break
        clause = clause or word in ("who", "whose", "that")
        if word == "(":
            k = next((j for j in range(k, min(k + 12, len(words))) if words[j] == ")"), k)
        elif not clause and k > first and _ends_head(words, k, speech):
            break
        k += 1
    return k - 1


def _ends_head(words: list[str], at: int, speech: SpeechWords) -> bool:
    """Whether a word ends the noun phrase before it; what is no name goes on: "a spokesman for the mayor"."""
    word, before = words[at], words[at - 1]
    if word == "of" or word == "who":
        return False
    if word == "and":
        return not (at + 1 < len(words) and words[at + 1][0].isupper())
    if word in ("for", "at", "in", "from", "with", "to", "on"):
        follows = words[at + 1].lower() if at + 1 < len(words) else ""
        return before[0].isupper() or follows in CALENDAR or follows in ("a", "an", "his", "her", "reporters")
    if word in speech.prepositions or word in speech.conjunctions:
        return True
    # "its leading candidate", "a report"
    is_noun = before.lower() in speech.determiners or before.endswith(("'s", "’s"))
    return not is_noun and (word.endswith("ing") or word in speech.says)


def _part_end(words: list[str], first: int, speech: SpeechWords) -> int:
    """Return where a part between commas ends."""
    for k in range(first, len(words)):
        if words[k] in STOPS or words[k] == "," or words[k] in speech.saying:
            return k - 1
    return len(words) - 1


def _trimmed(words: list[str], first: int, last: int) -> int:
    """Return the last word that is no mark; a bracket stays."""
    while last > first and words[last] in (".", ",", "”", "'"):
        last -= 1
    return last
