"""Say what a sentence leans on: why it cannot be understood without another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.context_words import CONTEXT_WORDS, NO_WORDS, ContextWords
from briefing.model import Sentence
from briefing.stages.split.openers import openers
from briefing.stages.split.pieces import Group

CONTINUES = "continues a quotation that opens before it"
NO_SPEAKER = "a quotation whose speaker is not named in it"
PRONOUN_SPEAKER = "a quotation or report whose speaker is only a pronoun"
TAKEN_UP = "speaks of something told before it"
SPEAKER_ONLY = "says only who said what stands before it"

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!?\x00]")
_QUOTED = "\x00"  # stands for a piece in the reporter's own words: no sentence may hold it (promise 1)
_CLOSING = ('"', "”", "’", "»", "''")
_ENDS = frozenset((".", "to", "of", "via", "through"))
_FEW_WORDS = 12  # of a sentence behind its verb of speech: enough for to whom, where and when; not swept
_EARLY = 80  # characters: of 42 demonstratives read, most of the 28 behind them took up what their own sentence tells
_CLAUSE_ENDS = frozenset((",", ";", ":", ".", "and", "but", "or", _QUOTED))
_PRONOUNS = frozenset(("he", "she", "they", "it"))


def leans(sentences: Sequence[Sentence], groups: Sequence[Group], language: str) -> tuple[str | None, ...]:
    """Return for each sentence why it cannot stand alone, or None; `groups` are its article's (`stages.pieces`)."""
    return tuple(reason for group in groups for reason in _of_group(sentences, group, language))


def _of_group(sentences: Sequence[Sentence], group: Group, language: str) -> list[str | None]:
    own = own_words(sentences, group)
    speaker = _speaker(own, language, first=group.first == 0)
    opener = openers(sentences[group.first].text, first=group.first == 0, language=language)
    reason = speaker if speaker == NO_SPEAKER else opener or speaker or _after_quotation(sentences, group, language)
    if reason is None and group.first and _takes_up(own, language):
        reason = TAKEN_UP
    return [reason, *[CONTINUES] * (group.last - group.first)]


def _takes_up(own: str, language: str) -> bool:
    """Whether the words speak early on of "this plan" or "those talks", and no clause before tells of what."""
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    tokens = [*map(str.lower, _WORD.findall(own[:_EARLY]))]
    if words.takers_up.isdisjoint(tokens):
        return False
    is_phrase = bool(tokens) and (tokens[0] in words.fronters or tokens[0].endswith(("ed", "ing")))
    ends = _CLAUSE_ENDS - {","} if is_phrase else _CLAUSE_ENDS
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(
        what in words.takers_up and before not in ends and _is_taken_up(before, what, noun, words)
        for before, what, noun in triples
    )


def _is_taken_up(before: str, what: str, noun: str, words: ContextWords) -> bool:
    noun = noun.replace("’", "'").removesuffix("'s")
    if what == "the" or not noun[0].isalpha() or noun in words.enders | words.times | words.here:
        return False
    if what == "those":  # "those who left", "those injured", "those present" are explained at once
        return noun.endswith("s") and not noun.endswith("ss")
    return what != "that" or before in words.restrictors


def _after_quotation(sentences: Sequence[Sentence], group: Group, language: str) -> str | None:
    """Why a short sentence behind a quotation says nothing alone, or None: "Bulman told reporters by telephone."."""
    if group.first == 0 or group.pieces or not sentences[group.first - 1].text.endswith(_CLOSING):
        return None
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    lower = [token.lower() for token in _WORD.findall(sentences[group.first].text)]
    at = next((k for k, word in enumerate(lower[:6]) if word in words.tellings), len(lower))
    told = lower[at + 1 :]
    whom = 4 if lower[at : at + 1] in (["told"], ["tells"]) else 1
    ends = any(word in words.fronters | _ENDS for word in told[:whom])
    empty = ends and len(told) < _FEW_WORDS and not (words.clause_openers | words.predicates) & {*told}
    return SPEAKER_ONLY if empty else None


def own_words(sentences: Sequence[Sentence], group: Group) -> str:
    """Return the reporter's own words of a group, one NUL for each piece of quotation."""
    parts, k = [], 0
    for sentence in sentences[group.first : group.last + 1]:
        at = sentence.start
        while k < len(group.pieces) and group.pieces[k].start < sentence.end:
            piece = group.pieces[k]
            parts += [sentence.text[at - sentence.start : max(piece.start - sentence.start, 0)], _QUOTED]
            at = max(at, piece.end)
            if piece.end > sentence.end:
                break
            k += 1
        parts += [sentence.text[at - sentence.start :], " "]
    return "".join(parts)


def names_speaker(own: str, language: str) -> bool:
    """Whether the reporter's own words say who speaks: a verb of speech in a main clause."""
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    subordinate = False
    for token in _WORD.findall(own):
        if token in words.cues and not subordinate:  # as written: "United States" states nothing
            return True
        subordinate = token[0].isalpha() and (subordinate or token.lower() in words.subordinators)
    return False


def names_somebody(own: str, language: str) -> bool:
    """Whether a name stands in the words: a capital that is no pronoun's, linker's or time's."""
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    common = words.persons | words.things | words.times | words.fronters | {"the", "a", "an", "i", "we", "you"}
    return any(w[0].isupper() and w.lower() not in common for w in _WORD.findall(own))


def _speaker(own: str, language: str, *, first: bool) -> str | None:
    """Why it is not known who speaks, or None if somebody is named or nothing is said."""
    tokens = _WORD.findall(own)
    if _QUOTED in own and not any(token[0].isalpha() for token in tokens):
        return NO_SPEAKER
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    lower = [*map(str.lower, tokens)]
    at = None if _PRONOUNS.isdisjoint(lower) else _pronoun_that_speaks(lower, words)
    if at is None:
        return None
    # "Ray left. “…,” he said" says who; ", he said" behind the reporter's words ("for the King, he said") does not.
    if at and tokens[at - 1] == _QUOTED and names_somebody(" ".join(tokens[:at]), language):
        return None
    return None if (first and _is_lead(lower[:at], lower[at])) or words.cues & {*lower[:at]} else PRONOUN_SPEAKER


def _is_lead(before: Sequence[str], pronoun: str) -> bool:
    """Whether an article opens like "The grid operator plans a new line, it said": nothing stands before it to mean."""
    return pronoun in ("it", "they") and bool(before) and before[0] not in _PRONOUNS and _QUOTED not in before


def _pronoun_that_speaks(lower: Sequence[str], words: ContextWords) -> int | None:
    """Where "he said" begins the words or follows a comma or a quotation; None if nowhere."""
    for k, word in enumerate(lower):
        if word in _PRONOUNS and (not k or lower[k - 1] in (",", ".", "?", "!", _QUOTED)):
            verb = next((w for w in lower[k + 1 : k + 4] if w not in words.adverbs and not w.endswith("ly")), "")
            if verb in words.cues:
                return k
    return None
