"""Say whether the subject behind an opening phrase about it is a pronoun ("Unlike its rivals, it …").

What such a phrase names is never the subject itself, so a name in it does not tell whom the pronoun means; only "they"
and "it" may be something that a phrase of another kind names ("Built for Norway, it …").
"""

from __future__ import annotations

from briefing.language.context_words import ContextWords
from briefing.language.opening_words import OpeningWords
from briefing.stages.split.expletive import is_expletive, pronoun_in

_PHRASE = 18  # words and marks of an opening phrase; not swept
_APPOSED = 8  # of "A former teacher, she …"
_MARKS = frozenset('“”":;.!?,—–-')
_NO_PARTICIPLES = frozenset(("according", "including", "regarding", "concerning", "during", "united", "indeed"))


def is_behind_phrase(tokens: list[str], lower: list[str], words: ContextWords, opening: OpeningWords) -> bool:
    """Whether the opening is a phrase about the subject, and the subject a pronoun right behind it."""
    likened = _is_likened(lower, opening)
    if not (likened or _is_participle(lower[0], words, opening) or lower[0] in ("a", "an")):
        return False
    subject = next((k for k, word in enumerate(lower[:_PHRASE]) if pronoun_in(word) in opening.subjects), 0)
    if subject < 3 or not _is_parted(tokens, lower, subject, opening) or _says(lower, subject, words):
        return False
    if pronoun_in(lower[subject]) in opening.persons:
        return likened or lower[0] not in ("a", "an") or subject < _APPOSED
    named = any(token[0].isupper() for token in tokens[1:subject])
    return (likened or not named) and not is_expletive(lower[subject : subject + 14], words)


def _is_likened(lower: list[str], opening: OpeningWords) -> bool:
    start = " ".join(lower[:5]) + " "
    return any(start.startswith(phrase + " ") for phrase in opening.likeners)


def _is_participle(word: str, words: ContextWords, opening: OpeningWords) -> bool:
    if not opening.participles or word in _NO_PARTICIPLES or word in words.fronters:
        return False
    return word in opening.participles or (len(word) > 5 and word.endswith(("ed", "ing")))


def _is_parted(tokens: list[str], lower: list[str], subject: int, opening: OpeningWords) -> bool:
    """Whether a comma and no other mark parts the phrase from its subject, or an inverted verb does."""
    last = lower[subject - 1]
    return _MARKS.isdisjoint(lower[: subject - 1]) and (
        last == "," or (last in opening.inverted and tokens[subject - 1].islower())
    )


def _says(lower: list[str], subject: int, words: ContextWords) -> bool:
    """Whether "he said" closes the sentence: what stands before is then no phrase, but what was said."""
    verb, after = lower[subject + 1 : subject + 2], lower[subject + 2 : subject + 3]
    return bool(verb) and verb[0] in words.cues and after in ([], ["."], [","])
