"""Who and what a sentence mentions: names, persons by what they are, and whatever "they" may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.evaluation.context.words import (
    FEMALE,
    FUNCTION,
    MALE,
    NOT_PERSONAL,
    PARTICLES,
    PERSONS,
    PLURALS,
    SINGULAR_IN_S,
    TITLES,
)

_AGE = re.compile(r"\d{1,3}-year-old|(?:mother|father|mum)-of-\w+")


class Token(NamedTuple):
    """A word or mark of a source: as written, in lower case without a possessive's ending, its place; is it quoted?"""

    text: str
    lower: str
    start: int
    end: int
    quoted: bool


class Mention(NamedTuple):
    """Somebody or something that a pronoun may stand for: `key` is a surname or a noun, `at` a token's number."""

    key: str
    at: int
    gender: str = ""


def stem(word: str) -> str:
    """Return a noun without the ending of its plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def is_person(word: str) -> bool:
    """Whether a common noun stands for a person."""
    return (
        word in PERSONS
        or stem(word) in PERSONS
        or word.endswith(("man", "woman", "men", "women"))
        or _AGE.fullmatch(word) is not None
    )


def names(tokens: Sequence[Token], known: set[str]) -> Iterator[tuple[list[Token], str]]:
    """Yield each run of capitalised words that is a name, with the word before it; `known` have capitals anywhere."""
    k = 0
    while k < len(tokens):
        run = [tokens[k]] if _is_capital(tokens, k, known) else []
        while run and k + len(run) < len(tokens) and _goes_on(tokens, k + len(run)):
            run.append(tokens[k + len(run)])
        if run:
            yield run, tokens[k - 1].lower if k else ""
        k += max(1, len(run))


def _is_capital(tokens: Sequence[Token], k: int, known: set[str]) -> bool:
    token = tokens[k]
    if not token.text[0].isupper() or token.lower in FUNCTION:
        return False
    goes_on = k + 1 < len(tokens) and tokens[k + 1].text[0].isupper() and tokens[k + 1].lower not in FUNCTION
    return goes_on or token.lower in known or not may_open(tokens, k)


def may_open(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word's capital may be that of a sentence's first word."""
    return not k or not (tokens[k - 1].text[0].isalnum() or tokens[k - 1].text == ",")


def _goes_on(tokens: Sequence[Token], k: int) -> bool:
    if tokens[k - 1].text.endswith(("'s", "’s")):
        return False
    if tokens[k].text in PARTICLES:
        return k + 1 < len(tokens) and tokens[k + 1].text[0].isupper()
    return tokens[k].text[0].isupper() and tokens[k].lower not in FUNCTION


def persons(tokens: Sequence[Token], known: set[str], places: set[str]) -> tuple[Mention, ...]:
    """The persons mentioned, by name or by what they are."""
    numbers = {token.start: k for k, token in enumerate(tokens)}
    found = [
        Mention(name[-1].lower, numbers[name[0].start], _gender(name))
        for name, before in names(tokens, known)
        if before != "the" and _is_personal(name, places)
    ]
    nouns = (
        Mention(stem(token.lower), k, _gender([token]))
        for k, token in enumerate(tokens)
        if is_person(token.lower) and (k == 0 or token.text[0].islower() or tokens[k - 1].lower == "the")
    )
    return tuple(sorted([*found, *nouns], key=lambda mention: mention.at))


def _is_personal(name: Sequence[Token], places: set[str]) -> bool:
    words = {token.lower for token in name}
    if words & TITLES:
        return len(words) > 1
    return not (words & NOT_PERSONAL or name[-1].lower in places or all(t.text.isupper() for t in name))


def _gender(words: Sequence[Token]) -> str:
    lower = {stem(token.lower) if token.lower not in ("mrs", "ms") else token.lower for token in words}
    return "m" if lower & MALE else "f" if lower & FEMALE else ""


def many(tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Whatever "they" may stand for: plurals, groups, and names."""
    return tuple(
        Mention(stem(token.lower), k)
        for k, token in enumerate(tokens)
        if token.lower in PLURALS
        or (token.text[0].isupper() and token.lower not in FUNCTION | NOT_PERSONAL)
        or (token.text[-1] == "s" and len(token.text) > 3 and token.lower not in SINGULAR_IN_S | FUNCTION)
    )
