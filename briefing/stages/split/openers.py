"""Judge by its first words whether a sentence goes on from another."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.context_words import CONTEXT_WORDS, NO_WORDS, ContextWords
from briefing.language.opening_words import NO_OPENING_WORDS, OPENING_WORDS
from briefing.stages.split.behind_phrase import is_behind_phrase
from briefing.stages.split.expletive import is_expletive, pronoun_in
from briefing.stages.split.fronted import is_fronted, is_it_behind_time, is_they, is_told_of_nobody
from briefing.stages.split.known import counts_them, is_measured, is_one_of_known, is_there_one, is_told_before

PERSON = "begins with a pronoun for somebody named before it"
THING = "begins with a word for something told before it"
LINKER = "begins with a word that joins it to the sentence before"
DEFINITE = "begins with a thing already spoken of"
LATTER = "speaks of “the latter” without the former"
FRAGMENT = "gives a reason for something told before it"
SUBJECTLESS = "tells what somebody does whom it does not name"

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!?“”\"—–-]")
_LAST_THIS = re.compile(
    r"(?<!like )(?<!all )\b(?:this|that|(?:to|of|about|for|against|with|\w{3,30}ed|rejects|denies) it)[.!]$"
)
# "Reveals that his daughter saved him.", a line of a deck: a verb of speech, and then no name and no article.
_SUBJECTLESS = re.compile(
    r"(?:Admits|Reveals|Insists|Denies|Adds|Says|Believes|Warns|Tells|Vows|Said) (?:that|how|he|she|they|his|her)\b"
)
_ALSO = 7  # "also" among the first words adds the whole sentence to another; later only a part of it
_TOLD = 12  # words of an opening "This is the man who …" that says what it points at; by judgement
_SHORT = 9  # words and marks of a sentence that ends in a bare "it": a longer one may tell what that is; by judgement
_LEAD = 160  # characters of a sentence that are read: more than any opening phrase takes, so that the cost is bounded


def openers(text: str, *, first: bool, language: str) -> str | None:
    """Return why a sentence cannot open an extract, or None. The article's `first` has nothing to take up again."""
    words, opening = CONTEXT_WORDS.get(language, NO_WORDS), OPENING_WORDS.get(language, NO_OPENING_WORDS)
    tokens = _WORD.findall(text[:_LEAD].replace("’", "'").lstrip(" \t\n\r\"'“”‘([—–-*•"))
    lower = [token.lower() for token in tokens]
    if not lower or words is NO_WORDS or _opens_with(lower, words.impersonal):
        return None
    if (
        pronoun_in(lower[0]) in words.persons
        or is_fronted(tokens, lower, words)
        or is_told_of_nobody(tokens, lower, words)
        or is_they(lower, words)
        or is_behind_phrase(tokens, lower, words, opening)
    ):
        return PERSON
    if pronoun_in(lower[0]) in words.things and not (_stands_for_nothing(lower, words) or (first and _points(lower))):
        return THING
    if is_it_behind_time(lower, words):
        return THING
    if _links(lower, words):
        return LINKER
    if not first and (is_told_before(lower, words) or is_measured(tokens, words, opening)):
        return DEFINITE
    if not first and (is_one_of_known(lower, words) or is_there_one(lower, words) or _ends_in_it(text, tokens, words)):
        return THING
    if _tells_this(lower, words) or _ends_in_this(text) or counts_them(lower):
        return THING
    if language == "en" and _SUBJECTLESS.match(text):
        return SUBJECTLESS
    if lower[0] == "because" and "," not in lower and len(text) < _LEAD:
        return FRAGMENT
    if "the latter" in text and "former" not in text:
        return LATTER
    return None


def _points(lower: list[str]) -> bool:
    """Whether an article opens with "This is the moment that …": it points at what it goes on to say."""
    return lower[:2] == ["this", "is"] and lower[2:3] in (["the"], ["a"], ["an"]) and len(lower) > _TOLD


def _opens_with(lower: list[str], phrases: tuple[str, ...]) -> bool:
    return bool(phrases) and f"{' '.join(lower[:6])} ".startswith(_ended(phrases, " "))


@cache
def _ended(phrases: tuple[str, ...], end: str) -> tuple[str, ...]:
    return tuple(phrase + end for phrase in phrases if phrase)


def _ends_in_this(text: str) -> bool:
    """Whether a short sentence ends in a bare "this" or "that": "The minister denied that."."""
    return len(text) < _LEAD // 2 and _LAST_THIS.search(text) is not None


def _ends_in_it(text: str, tokens: list[str], words: ContextWords) -> bool:
    """Whether a short clause ends in an "it" or a "them" that nothing in it can be: "Many farmers do not have it."."""
    if len(tokens) > _SHORT or len(text) >= _LEAD or tokens[-2:] not in (["it", "."], ["them", "."]):
        return False
    before = [token.lower() for token in tokens[:-2]]
    if not words.joiners.isdisjoint(before) or any(token[0].isupper() for token in tokens[1:-2]):
        return False
    if tokens[-2] == "them":
        return not any(word in words.plurals or (word[-1] == "s" and word not in words.not_plural) for word in before)
    return len(before) > 2 and before[0] in words.many and before[1][-1] == "s" and words.singles.isdisjoint(before)


def _stands_for_nothing(lower: list[str], words: ContextWords) -> bool:
    """Whether the opening "it" is an expletive, "this" a time, or "those" explained at once."""
    head, rest = pronoun_in(lower[0]), lower[1:12]
    if lower[0] in ("it", "it's"):
        return is_expletive(lower[:14], words)
    if head in ("this", "that"):
        return head == "this" and bool(rest) and pronoun_in(rest[0]) in words.times
    if head == "those":
        return bool(rest) and (rest[0] in words.explained or rest[0].endswith(("ed", "ing")))
    if head == "such":
        return bool(rest) and rest[0] in ("is", "are", "was")
    return head == "neither" and "nor" in rest


def _links(lower: list[str], words: ContextWords) -> bool:
    """Whether the sentence opens with a linker, alone or as a phrase, or with a preposition and "this"."""
    opening = " ".join(lower[:6]) + " "
    if lower[0] == "so" and lower[1:2] and lower[1] in words.after_so:
        return False
    if opening.startswith((*_ended(words.linkers, " "), *_ended(words.linkers_with_comma, " , "))):
        return True
    if lower[0] == "both" and "and" not in lower[1:8]:
        return True
    if "also" in lower[1:_ALSO] and not {",", "only", ":"} & {*lower[: lower.index("also")]}:
        return True
    return (
        lower[1:2] in (["this"], ["that"], ["these"], ["those"])
        and lower[0] in words.fronters | {"to", "of", "because", "like", "beyond", "along", "above"}
        and not (lower[2:3] and (pronoun_in(lower[2]) in words.times or lower[2] in words.explained))
    )


def _tells_this(lower: list[str], words: ContextWords) -> bool:
    """Whether the sentence only says where something was said: "The minister stated this during a visit"."""
    triples = zip(lower, lower[1:], lower[2:], strict=False)
    return any(verb in words.cues and what == "this" and then in words.fronters for verb, what, then in triples)
