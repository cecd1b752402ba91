"""Find reported speech: the clause that a verb of speech says ("… that the dam would hold", "according to …")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.language.speech_words import SpeechWords
from briefing.model import Span
from briefing.stages.attribute.cues import Said
from briefing.stages.attribute.segments import QUOTED, Segment

_MARKS = frozenset((".", ",", ";", ":", "!", "?", "—", "–", "―", "-"))
_LEAST = 2  # words of a reported clause
# Words behind a verb among which "that" opens its clause, and where they begin with "on his first day in Brussels".
_NEAR, _FAR = 7, 12
_PHRASES = (["on"], ["in"], ["at"], ["during"])


def reported(
    segment: Segment, verbs: Sequence[Said], governed: Mapping[int, Said], speech: SpeechWords
) -> Iterator[tuple[Said, Span]]:
    """Yield each verb of a segment that reports in the reporter's own words, with what it reports."""
    for number, verb in enumerate(verbs):
        if verb.trailing:
            first, last = _before(segment, verb, speech)
        elif verb.word == "according":
            first, last = _behind_comma(segment, verb)
        else:
            until = verbs[number + 1] if number + 1 < len(verbs) else None
            first, last = _behind(segment, verb, until, speech)
        while first < last and segment.words[last] in _MARKS:
            last -= 1
        own = [k for k in range(first, last + 1) if segment.words[k] != QUOTED and segment.words[k] not in _MARKS]
        if len(own) >= _LEAST:
            yield verb, segment.span(first, last)


def _before(segment: Segment, verb: Said, speech: SpeechWords) -> tuple[int, int]:
    """Return the words that a verb behind them reports: its sentence up to it, unless that is but a phrase."""
    last = min(verb.source.first, verb.cue.first) - 1
    is_phrase = segment.words[0].lower() in speech.prepositions and speech.finite.isdisjoint(segment.words[:last])
    return (1, 0) if is_phrase else (0, last)


def _behind_comma(segment: Segment, verb: Said) -> tuple[int, int]:
    """Return the words behind "According to Roe,"."""
    first = verb.source.last + 1
    while first < len(segment.words) and segment.words[first] == ",":
        first += 1
    return first, len(segment.words) - 1


def _behind(segment: Segment, verb: Said, until: Said | None, speech: SpeechWords) -> tuple[int, int]:
    """Return the clause behind a verb, if it opens like one: "said that …", "said he …", "told reporters that …"."""
    words, first = segment.words, _behind_time(segment.words, verb, speech)
    last = len(words) - 1
    reach = _FAR if verb.word in speech.bare_clause and words[first : first + 1] in _PHRASES else _NEAR
    opener = next((k for k in range(first, min(first + reach, len(words))) if words[k] in speech.that), None)
    if opener is not None:
        return (1, 0) if _is_relative(words, first, opener, verb, speech) else (opener, last)
    if verb.word in speech.bare_clause and first < len(words) and _opens_clause(words, first, speech):
        return first, last
    partly = verb.word in speech.names and QUOTED in words[first:]
    return (first, last) if partly or words[first : first + 1] == [QUOTED] else (1, 0)


def _behind_time(words: Sequence[str], verb: Said, speech: SpeechWords) -> int:
    """Return where what follows a verb begins, behind a day: "said Tuesday the …", "said on Wednesday he …"."""
    first = verb.cue.last + 1
    at = first + (words[first : first + 1] == ["on"])
    is_day = at < len(words) and words[at][0].isupper() and words[at].lower() in speech.times
    return at + 1 if is_day and words[at + 1 : at + 2] != [","] else first


def _is_relative(words: Sequence[str], first: int, opener: int, verb: Said, speech: SpeechWords) -> bool:
    """Whether "that" takes up a noun behind the verb: "told shops to take what …", "agreed on sums that grow by …"."""
    if verb.word in speech.told and "to" in words[first:opener]:
        return True
    if opener - first < 2 or words[opener - 2] not in ("on", "to", "for") or not words[opener - 1].islower():
        return False
    after = words[opener + 1 : opener + 3]
    return words[opener - 1].endswith("s") and len(after) == 2 and after[0].islower() and after[1] in speech.joints


def _opens_clause(words: Sequence[str], at: int, speech: SpeechWords) -> bool:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else "."
    if not word[0].isalnum() or (word == "it" and (after in speech.conjunctions or not after[0].isalnum())):
        return False  # "would believe it when …"
    return word not in speech.prepositions and word not in speech.times and word not in speech.conjunctions
