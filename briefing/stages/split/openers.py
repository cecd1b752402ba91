"""Judge by its first words whether a sentence goes on from another."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.language.context_words import CONTEXT_WORDS, NO_WORDS, ContextWords

PERSON = "begins with a pronoun for somebody named before it"
THING = "begins with a word for something told before it"
LINKER = "begins with a word that joins it to the sentence before"
DEFINITE = "begins with a thing already spoken of"
LATTER = "speaks of “the latter” without the former"
FRAGMENT = "gives a reason for something told before it"

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!?“”\"—–-]")
_HE_OR_SHE = frozenset(("he", "she", "him", "her"))
_ARTICLES = frozenset(("the", "a", "an"))
_PLACED = frozenset(("in", "at", "on", "near"))
_THAT = frozenset(("that", "believe", "say", "think", "found", "had", "have"))
_LAST_THIS = re.compile(
    r"(?<!like )(?<!all )\b(?:this|that|(?:to|of|about|for|against|with|\w{3,30}ed|rejects|denies) it)[.!]$"
)
_ALSO = 7  # "also" among the first words adds the whole sentence to another; later only a part of it
_TOLD = 12  # words of an opening "This is the man who …" that says what it points at; by judgement
_SHORT = 9  # words and marks of a sentence that ends in a bare "it": a longer one may tell what that is; by judgement
_LEAD = 160  # characters of a sentence that are read: more than any opening phrase takes, so that the cost is bounded


def openers(text: str, *, first: bool, language: str) -> str | None:
    """Return why a sentence cannot open an extract, or None. The article's `first` has nothing to take up again."""
    words = CONTEXT_WORDS.get(language, NO_WORDS)
    tokens = _WORD.findall(text[:_LEAD].replace("’", "'").lstrip(" \t\n\r\"'“”‘([—–-*•"))
    lower = [token.lower() for token in tokens]
    if not lower or words is NO_WORDS or _opens_with(lower, words.impersonal):
        return None
    if (
        _head(lower[0]) in words.persons
        or _is_fronted(tokens, lower, words)
        or _is_told_of_nobody(tokens, lower, words)
        or _is_they(lower, words)
    ):
        return PERSON
    if _head(lower[0]) in words.things and not (_stands_for_nothing(lower, words) or (first and _points(lower))):
        return THING
    if _is_it_behind_time(lower, words):
        return THING
    if _links(lower, words):
        return LINKER
    if not first and _is_told_before(lower, words):
        return DEFINITE
    if not first and (
        _is_one_of_known(lower, words) or _is_there_one(lower, words) or _ends_in_it(text, tokens, words)
    ):
        return THING
    if _tells_this(lower, words) or _ends_in_this(text) or _counts_them(lower):
        return THING
    if lower[0] == "because" and "," not in lower and len(text) < _LEAD:
        return FRAGMENT
    if "the latter" in text and "former" not in text:
        return LATTER
    return None


def _points(lower: list[str]) -> bool:
    """Whether an article opens with "This is the moment that …": it points at what it goes on to say."""
    return lower[:2] == ["this", "is"] and lower[2:3] in (["the"], ["a"], ["an"]) and len(lower) > _TOLD


def _opens_with(lower: list[str], phrases: tuple[str, ...]) -> bool:
    opening = " ".join(lower[:6]) + " "
    return any(opening.startswith(phrase + " ") for phrase in phrases if phrase)


def _head(word: str) -> str:
    """The pronoun within "he's" or "they'll"."""
    return word.partition("'")[0]


def _is_fronted(tokens: list[str], lower: list[str], words: ContextWords) -> bool:
    """Whether the subject behind an opening phrase is "he" or "she" and nobody is named before it."""
    if lower[0] not in words.fronters:
        return False
    subject = next((k for k, word in enumerate(lower[:14]) if _head(word) in ("he", "she")), 0)
    if not subject or any(mark in '“”":;.!?' for mark in lower[:subject]):
        return False
    before = tokens[1:subject]
    if lower[0] in words.clauses and not lower[1].endswith(("ing", "ed")) and lower[0] != "asked":
        named = any(token[0].isupper() for token in before)
        return not named and (lower[0] in ("after", "before", "since", "until") or lower[1] not in ("the", "a", "an"))
    return before[-1:] == [","] or len(before) <= 4


def _is_they(lower: list[str], words: ContextWords) -> bool:
    """Whether "they" is the subject behind a single opening word: "First they came", "Now they are"."""
    return lower[1:2] == ["they"] and (lower[0] in words.fronters or lower[0] in words.linkers_with_comma)


def _is_it_behind_time(lower: list[str], words: ContextWords) -> bool:
    """Whether "it" or "they" follows an opening that only says when: "In the previous year it was 50"."""
    if lower[0] not in words.fronters:
        return False
    subject = next((k for k, word in enumerate(lower[:8]) if _head(word) in ("it", "they")), 0)
    when = all(w in words.times or w in words.whens or w[0].isdigit() for w in lower[1:subject])
    return subject > 1 and when and not _is_expletive(lower[subject : subject + 14], words)


def _is_told_of_nobody(tokens: list[str], lower: list[str], words: ContextWords) -> bool:
    """Whether "he" or "she" follows a body as object or subject: "Police say he …", "A court convicted him"."""
    body = next((k for k, word in enumerate(lower[:4]) if word in words.bodies), None)
    if body is None or (body and (lower[0] not in _ARTICLES or any(token[0].isupper() for token in tokens[1:body]))):
        return False
    person = next((k for k, word in enumerate(lower[body + 1 : body + 6], body + 1) if _head(word) in _HE_OR_SHE), None)
    between = lower[body + 1 : person]
    return person is not None and all(
        w.endswith(("ed", "s")) or w in words.cues or w in words.auxiliaries or w in _THAT for w in between
    )


def _ends_in_this(text: str) -> bool:
    """Whether a short sentence ends in a bare "this" or "that": "The minister denied that."."""
    return _LAST_THIS.search(text) is not None and len(text) < _LEAD // 2


def _counts_them(lower: list[str]) -> bool:
    """Whether the subject is some "of them" or "of their" things: "Two of them are close to the president."."""
    return any(of == "of" and what in ("them", "these", "their") for of, what in pairwise(lower[1:5]))


def _is_one_of_known(lower: list[str], words: ContextWords) -> bool:
    """Whether the subject is one of several known things: "Each then …", "The second is …", "One possibility is …"."""
    opening, verb = tuple(lower[:2]), lower[2] if len(lower) > 2 else ""
    verbs = words.being | words.auxiliaries
    if opening[0] == "each":
        return opening[1:] == ("then",) or not verbs.isdisjoint(opening[1:])
    if opening[0] == "the":
        return not words.nth.isdisjoint(opening[1:]) and verb in verbs
    return opening[0] == "one" and not words.choices.isdisjoint(opening[1:]) and verb in words.being


def _is_there_one(lower: list[str], words: ContextWords) -> bool:
    """Whether there is one of them somewhere ("There is one in Bergen"), or things worse than it."""
    what = tuple(lower[2:4])
    if lower[0] != "there" or words.being.isdisjoint(lower[1:2]) or len(what) < 2:
        return False
    return what in (("worse", "things"), ("better", "things")) or (what[0] == "one" and what[1] in _PLACED)


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
    head, rest = _head(lower[0]), lower[1:12]
    if lower[0] in ("it", "it's"):
        return _is_expletive(lower[:14], words)
    if head in ("this", "that"):
        return head == "this" and bool(rest) and _head(rest[0]) in words.times
    if head == "those":
        return bool(rest) and (rest[0] in words.explained or rest[0].endswith(("ed", "ing")))
    if head == "such":
        return bool(rest) and rest[0] in ("is", "are", "was")
    return head == "neither" and "nor" in rest


def _is_expletive(lower: list[str], words: ContextWords) -> bool:
    """Whether "it" opens "it is likely that", "it is hard to", "it took … to", "it is the first time"."""
    rest = lower[1:]
    while rest and rest[0] in words.auxiliaries:
        rest = rest[1:]
    if lower[0] != "it's":
        if rest[:1] == ["took"]:
            return "to" in rest or "for" in rest
        if not rest or rest[0] not in words.being:
            return False
        rest = rest[1:]
    rest = [word for word in rest if word not in words.auxiliaries and not word.endswith("ly")][:6]
    if rest[:1] in (["a"], ["the"], ["an"]):
        nth = rest[1:2] in (["first"], ["second"], ["third"], ["last"]) and "time" in rest
        return nth or rest[1:3] == ["fact", "that"]
    if any(word in words.clause_openers for word in rest[:4]) and rest[0] not in ("in", "at", "on", "for"):
        return True
    return "to" in rest and bool(words.adjectives_of_doing & set(rest[: rest.index("to")]))


def _links(lower: list[str], words: ContextWords) -> bool:
    """Whether the sentence opens with a linker, alone or as a phrase, or with a preposition and "this"."""
    opening = " ".join(lower[:6]) + " "
    if lower[0] == "so" and lower[1:2] and lower[1] in words.after_so:
        return False
    if any(opening.startswith(linker + " ") for linker in words.linkers):
        return True
    if any(opening.startswith(linker + " , ") for linker in words.linkers_with_comma):
        return True
    if lower[0] == "both" and "and" not in lower[1:8]:
        return True
    if "also" in lower[1:_ALSO] and not {",", "only", ":"} & {*lower[: lower.index("also")]}:
        return True
    return (
        lower[0] in words.fronters | {"to", "of", "because", "like", "beyond", "along", "above"}
        and lower[1:2] in (["this"], ["that"], ["these"], ["those"])
        and not (lower[2:3] and (_head(lower[2]) in words.times or lower[2] in words.explained))
    )


def _tells_this(lower: list[str], words: ContextWords) -> bool:
    """Whether the sentence only says where something was said: "The minister stated this during a visit"."""
    triples = zip(lower, lower[1:], lower[2:], strict=False)
    return any(verb in words.cues and what == "this" and then in words.fronters for verb, what, then in triples)


def _is_told_before(lower: list[str], words: ContextWords) -> bool:
    """Whether the subject is an unexplained "the move", "the 23-year-old", "the two men", "the size of the deal"."""
    if lower[0] != "the" or len(lower) < 3:
        return False
    if lower[1].endswith("-year-old") or lower[1] in ("two", "pair", "duo", "trio", "couple", "latter"):
        return True
    if lower[2:4] == ["of", "the"]:
        lower = lower[3:]
    return (
        len(lower) > 2
        and lower[1].removesuffix("'s") in words.definites
        and (lower[1].endswith("'s") or lower[2] in words.predicates | words.cues | {","})
    )
