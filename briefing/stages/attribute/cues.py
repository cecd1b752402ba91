"""Find the verbs of speech of a segment, with their subjects and what of the segment they govern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.nouns import Words, is_adverb, is_measure, is_somebody
from briefing.stages.attribute.segments import QUOTED, Segment
from briefing.stages.attribute.subject_after import subject_after
from briefing.stages.attribute.subject_before import subject_before
from briefing.stages.attribute.subject_shared import beside, beside_verb, is_passive, main_subject

# Words and marks of a segment, a quotation counting one: what is longer has lost its full stops. Of 27,427 segments
# of 830 news articles two are longer.
_LONGEST = 250
_BESIDE = 8  # words between a quotation and a verb behind it that may be a noun
_RELATIVE = frozenset(("who", "which"))
_OWNED = frozenset(("admitted", "admits", "denied", "denies"))  # "Roe, of no fixed address, admitted burglary"
_READS = frozenset(("read", "reads"))
_DASHES = ("—", "–", "―", "-")


@dataclass(frozen=True, slots=True)
class Said:
    """A verb of speech (words `cue`) and its subject.

    `trailing` says that what is said stands before it ("…, she said"), else it stands behind.
    """

    cue: Words
    source: Words
    trailing: bool
    word: str


def said(segment: Segment, speech: SpeechWords) -> Iterator[Said]:
    """Yield a segment's verbs of speech with their subjects, in order."""
    words, floor, main = segment.words, 0, None
    for k, word in enumerate(words if len(words) <= _LONGEST else ()):
        lower = word.lower() if k == 0 else word
        if word == QUOTED:
            floor = k + 1
        elif (lower in speech.says or lower in speech.names) and not is_passive(words, k, speech):
            found = _finite(segment, k, floor, speech) or _shared(segment, k, main, speech)
            if found is not None:
                if words[found.source.last] not in _RELATIVE:
                    main = found.source
                yield found
        elif lower in speech.saying and k:
            near = beside(words, k, floor, speech)
            source = near or main or main_subject(segment, k, speech)
            if source is not None and not _is_told_of(words, source, k):
                yield Said(Words(k, k), source, False, word)
        elif lower == "according" and words[k + 1 : k + 2] == ["to"]:
            source = subject_after(segment, k + 1, speech, opening=k == 0)
            if source is not None and not is_measure(words, source):
                yield Said(Words(k, k + 1), source, k > 0, "according")


def _is_told_of(words: list[str], source: Words, participle: int) -> bool:
    """Whether a participle and the name before it are what somebody else speaks of: "Roe declaring it “…” is wrong"."""
    is_opening = source.first == 0 or words[source.first - 1] == ":"
    return is_opening and source.last == participle - 1


def _finite(segment: Segment, cue: int, floor: int, speech: SpeechWords) -> Said | None:
    """Return a finite verb of speech with its subject, or None if it is no verb here."""
    words = segment.words
    word = words[cue].lower() if cue == 0 else words[cue]
    if _is_inverted(words, cue, speech):
        source = subject_after(segment, cue, speech)
        by_quotation = _before(words, cue, speech) == QUOTED
        if source is not None and (by_quotation or _is_clear(segment, cue, floor, source, speech)):
            return Said(Words(cue, cue), source, True, word)
    if _is_noun(words, cue, floor, speech):
        return None
    floor += floor < cue and words[floor] in (",", *_DASHES)
    source = subject_before(segment, cue, floor, speech)
    if source is None:
        return None
    first = source.last + 1
    while first < cue and words[first] == ",":
        first += 1
    trailing = word in speech.says and source.first > 0 and words[source.last] not in _RELATIVE
    trailing = trailing and _is_trailing(words, source.first, cue, speech)
    return Said(Words(first, cue), source, trailing, word)


def _shared(segment: Segment, cue: int, main: Words | None, speech: SpeechWords) -> Said | None:
    """Return a verb that shares the subject of one before it: "Roe laughed and said …"."""
    words, before = segment.words, cue - 1
    while before > 0 and is_adverb(words[before], speech):
        before -= 1
    if before < 1 or words[before] not in ("and", "but") or words[cue] in speech.nouns:
        return None
    source = beside_verb(words, before) or main or main_subject(segment, before, speech)
    return Said(Words(before + 1, cue), source, False, words[cue]) if source else None


def _is_inverted(words: list[str], cue: int, speech: SpeechWords) -> bool:
    """Whether a verb of speech may stand before its subject: right behind what is said, or opening a sentence."""
    if words[cue].lower() not in speech.says or words[cue] in speech.told:
        return False
    if words[cue] in _READS and _before(words, cue, speech) != QUOTED:  # "the judge, Roe, read the ruling"
        return False
    return cue == 0 or _before(words, cue, speech) in (QUOTED, ",", *_DASHES)


def _before(words: list[str], cue: int, speech: SpeechWords) -> str:
    """Return the word before a verb and its auxiliary ("« … », a déclaré …"), or ""."""
    while cue and words[cue - 1] in speech.auxiliaries:
        cue -= 1
    return words[cue - 1] if cue else ""


def _is_named(segment: Segment, cue: int, floor: int, speech: SpeechWords) -> bool:
    """Whether all that stands before a verb is its subject with an apposition: "Roe, the mayor, said …"."""
    source = subject_before(segment, cue, floor, speech)
    return source is not None and source.first == floor and source.last - source.first > 1


def _is_clear(segment: Segment, cue: int, floor: int, source: Words, speech: SpeechWords) -> bool:
    """Whether what stands behind a verb that has no quotation beside it is its subject, and no object."""
    ends = _ends_there(segment.words, source, speech) and not _is_named(segment, cue, floor, speech)
    return ends and (segment.words[cue] not in _OWNED or is_somebody(segment.words, source, speech))


def _ends_there(words: list[str], source: Words, speech: SpeechWords) -> bool:
    """Whether nothing but marks, a time or a place follows a subject behind its verb."""
    if any(word in speech.finite for word in words[source.first : source.last + 1] if "who" not in words):
        return False
    after = words[source.last + 1] if source.last + 1 < len(words) else "."
    return not after[0].isalnum() or after.lower() in speech.times or after in speech.prepositions


def _is_noun(words: list[str], at: int, floor: int, speech: SpeechWords) -> bool:
    """Whether a word that looks like a verb is none: "the claims", "Gulf states", "a called strike"."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in speech.determiners and before not in speech.pronouns:
        return True
    if words[at] not in speech.nouns or before in speech.pronouns - speech.determiners:
        return False
    if floor and at - floor < _BESIDE and not after[:1].isalpha():  # “…,” the letter reads.
        return not speech.prepositions.isdisjoint(words[floor:at])
    opens = after in speech.clause_openers or after in (QUOTED, ":", ",")
    return not (after == "that" or (opens and (before[:1].isupper() or before in (")", ",") or before.endswith("s"))))


def _is_trailing(words: list[str], first: int, cue: int, speech: SpeechWords) -> bool:
    """Whether a subject and its verb stand behind what is said: "…, she said in Kyiv."."""
    if words[first - 1] == QUOTED or (first > 1 and words[first - 2] == QUOTED and words[first - 1] in (",", *_DASHES)):
        return True
    if words[first - 1] not in (",", *_DASHES):
        return False
    after = words[cue + 1] if cue + 1 < len(words) else "."
    if after == "," and words[cue + 2 : cue + 3] == [QUOTED]:
        return False
    if words[0].lower() in speech.prepositions and not any(word in speech.finite for word in words[1:first]):
        return False
    return after in (".", ",", ";", "!", "?") or after in speech.times or after in speech.prepositions - {"that"}
