"""Say whether the subject behind an opening phrase or a body is a pronoun for somebody named before."""

from __future__ import annotations

from briefing.language.context_words import ContextWords
from briefing.stages.split.expletive import is_expletive, pronoun_in

_HE_OR_SHE = frozenset(("he", "she", "him", "her"))
_ARTICLES = frozenset(("the", "a", "an"))
_THAT = frozenset(("that", "believe", "say", "think", "found", "had", "have"))


def is_fronted(tokens: list[str], lower: list[str], words: ContextWords) -> bool:
    """Whether the subject behind an opening phrase is "he" or "she" and nobody is named before it."""
    if lower[0] not in words.fronters:
        return False
    subject = next((k for k, word in enumerate(lower[:14]) if pronoun_in(word) in ("he", "she")), 0)
    if not subject or any(mark in '“”":;.!?' for mark in lower[:subject]):
        return False
    before = tokens[1:subject]
    if lower[0] in words.clauses and not lower[1].endswith(("ing", "ed")) and lower[0] != "asked":
        named = any(token[0].isupper() for token in before)
        return not named and (lower[0] in ("after", "before", "since", "until") or lower[1] not in ("the", "a", "an"))
    return before[-1:] == [","] or len(before) <= 4


def is_they(lower: list[str], words: ContextWords) -> bool:
    """Whether "they" is the subject behind a single opening word: "First they came", "Now they are"."""
    return lower[1:2] == ["they"] and (lower[0] in words.fronters or lower[0] in words.linkers_with_comma)


def is_it_behind_time(lower: list[str], words: ContextWords) -> bool:
    """Whether "it" or "they" follows an opening that only says when: "In the previous year it was 50"."""
    if lower[0] not in words.fronters:
        return False
    subject = next((k for k, word in enumerate(lower[:8]) if pronoun_in(word) in ("it", "they")), 0)
    when = all(w in words.times or w in words.whens or w[0].isdigit() for w in lower[1:subject])
    return subject > 1 and when and not is_expletive(lower[subject : subject + 14], words)


def is_told_of_nobody(tokens: list[str], lower: list[str], words: ContextWords) -> bool:
    """Whether "he" or "she" follows a body as object or subject: "Police say he …", "A court convicted him"."""
    body = next((k for k, word in enumerate(lower[:4]) if word in words.bodies), None)
    if body is None or (body and (lower[0] not in _ARTICLES or any(token[0].isupper() for token in tokens[1:body]))):
        return False
    person = next(
        (k for k, word in enumerate(lower[body + 1 : body + 6], body + 1) if pronoun_in(word) in _HE_OR_SHE), None
    )
    between = lower[body + 1 : person]
    return person is not None and all(
        w.endswith(("ed", "s")) or w in words.cues or w in words.auxiliaries or w in _THAT for w in between
    )
