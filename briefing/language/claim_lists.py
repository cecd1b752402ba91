"""What a language's lists of words that change a claim hold, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.language.word_set import word_set


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """One language's words.

    `negations` turn the word behind them, `denying` are verbs and prepositions that negate by themselves. `kinds` of
    claim are told apart by words: what may be, what is to be, what ought to be, what somebody only suspects or alleges.
    `opposites` are pairs of groups: a word of one group is never another wording for one of the other. `telling` are
    words by which news say how they know something, which is nothing of substance. `synonyms` are groups of words that
    news use for each other. `limiting` single out ("only"); `deadlines` before a day make it part of the claim.
    """

    negations: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    kinds: tuple[frozenset[str], ...] = ()
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    telling: frozenset[str] = frozenset()
    synonyms: tuple[frozenset[str], ...] = ()
    limiting: frozenset[str] = frozenset()
    deadlines: frozenset[str] = frozenset()


def groups(listed: str) -> tuple[frozenset[str], ...]:
    """Groups parted by semicolons."""
    return tuple(map(word_set, listed.split(";")))


def pairs(listed: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of groups parted by semicolons, the two of a pair by a stroke."""
    sides = [pair.split("|") for pair in listed.split(";")]
    return tuple((word_set(one), word_set(other)) for one, other in sides)
