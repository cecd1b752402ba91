"""Give every piece of quotation in a segment its verb of speech and its source, where the segment names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.language.speech_words import SpeechWords
from briefing.stages.attribute.cues import Said
from briefing.stages.attribute.nouns import Words
from briefing.stages.attribute.segments import DASHES, QUOTED, Segment
from briefing.stages.attribute.titles import is_title

_CLOSERS = "\"'”’»“ "
_LONGEST_NAME = 6  # words of a signature
_AFTER = ",!?—–-…"  # what a quotation ends with, before its mark, where its speaker follows


def governing(
    segment: Segment, verbs: Sequence[Said], quoted: Mapping[int, str], speech: SpeechWords
) -> Mapping[int, Said]:
    """Return, for each piece of a segment that has one, the verb that governs it; `quoted` are the pieces' texts."""
    found: dict[int, Said] = {}
    if beside := _signature(segment) or _before_colon(segment, verbs):
        return dict.fromkeys(segment.pieces.values(), beside)
    for at, number in segment.pieces.items():
        verb = _governing(segment, at, verbs, quoted[number])
        if verb is not None and not (at and is_title(quoted[number], segment.words[at - 1], speech)):
            found[number] = verb
    return found


def _signature(segment: Segment) -> Said | None:
    """Return a name behind a dash as the source of the piece before it, as letters and blurbs are signed."""
    words = segment.words
    if len(segment.pieces) != 1 or words[0] != QUOTED or words[1:2] not in DASHES:
        return None
    first = next((k for k in range(1, len(words)) if words[k][0].isalnum()), len(words))
    last = max((k for k in range(first, len(words)) if words[k][0].isalnum()), default=0)
    if not 0 <= last - first < _LONGEST_NAME or not all(w[0].isupper() or w == "." for w in words[first : last + 1]):
        return None
    return Said(Words(1, first - 1), Words(first, last), True, words[1])


def _before_colon(segment: Segment, verbs: Sequence[Said]) -> Said | None:
    """Return a bare name before a colon as the source of the piece behind it: "Roe: “We stay.”"."""
    words = segment.words
    if (
        verbs
        or len(segment.pieces) != 1
        or QUOTED not in words[2 : _LONGEST_NAME + 2]
        or words[-1] not in (QUOTED, ".")
    ):
        return None
    colon = words.index(QUOTED) - 1
    if words[colon] != ":" or not all(word[0].isupper() or word == "." for word in words[:colon]):
        return None
    return Said(Words(colon, colon), Words(0, colon - 1), False, ":")


def _governing(segment: Segment, at: int, verbs: Sequence[Said], quoted: str) -> Said | None:
    """Return the verb that governs the piece at a word: one that stands right beside it before any other."""
    before = next((v for v in reversed(verbs) if v.cue.last < at and _reaches(segment, v, at)), None)
    after = next((v for v in verbs if v.cue.first > at and v.trailing), None)
    if after is None or before is None:
        return after or before
    beside = before.cue.last in (at - 1, at - 2) and not before.trailing
    return before if beside and quoted.rstrip(_CLOSERS)[-1:] not in _AFTER else after


def _reaches(segment: Segment, verb: Said, at: int) -> bool:
    """Whether what a verb says reaches a piece behind it."""
    between = segment.words[max(verb.cue.last, verb.source.last) + 1 : at]
    if verb.trailing:
        return between in ([], [","], [":"], [",", "and"]) or QUOTED in between
    return True
