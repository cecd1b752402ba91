"""Say whether the subject must have been told before: "the move", "the 30-metre ship", "two of them"."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.language.context_words import ContextWords
from briefing.language.opening_words import OpeningWords

_PLACED = frozenset(("in", "at", "on", "near"))
_COUNTED = re.compile(r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|multi)-([a-z]+)")


def counts_them(lower: list[str]) -> bool:
    """Whether the subject is some "of them" or "of their" things: "Two of them are close to the president."."""
    return any(of == "of" and what in ("them", "these", "their") for of, what in pairwise(lower[1:5]))


def is_one_of_known(lower: list[str], words: ContextWords) -> bool:
    """Whether the subject is one of several known things: "Each then …", "The second is …", "One possibility is …"."""
    opening, verb = tuple(lower[:2]), lower[2] if len(lower) > 2 else ""
    verbs = words.being | words.auxiliaries
    if opening[0] == "each":
        return opening[1:] == ("then",) or not verbs.isdisjoint(opening[1:])
    if opening[0] == "the":
        return not words.nth.isdisjoint(opening[1:]) and verb in verbs
    return opening[0] == "one" and not words.choices.isdisjoint(opening[1:]) and verb in words.being


def is_there_one(lower: list[str], words: ContextWords) -> bool:
    """Whether there is one of them somewhere ("There is one in Bergen"), or things worse than it."""
    what = tuple(lower[2:4])
    if lower[0] != "there" or words.being.isdisjoint(lower[1:2]) or len(what) < 2:
        return False
    return what in (("worse", "things"), ("better", "things")) or (what[0] == "one" and what[1] in _PLACED)


def is_told_before(lower: list[str], words: ContextWords) -> bool:
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


def is_measured(tokens: list[str], words: ContextWords, opening: OpeningWords) -> bool:
    """Whether the subject is a thing by its size ("the 30-metre ship has"), or a bare measure ("the minimum is")."""
    if len(tokens) < 4 or tokens[0] != "The" or not tokens[2][0].islower():
        return False
    verbs = words.predicates | words.cues
    if size := _COUNTED.fullmatch(tokens[1]):
        return size[1] in opening.units and tokens[3] in verbs
    noun, verb = tokens[2:4] if tokens[1] in opening.degrees and tokens[2] in opening.measures else tokens[1:3]
    return noun in opening.measures and verb in verbs
