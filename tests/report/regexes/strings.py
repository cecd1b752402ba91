"""Long strings that a pattern is most likely to be slow on, made of what it looks for."""

from __future__ import annotations

import random
import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

_CLASSES = {
    "CATEGORY_DIGIT": "7", "CATEGORY_NOT_DIGIT": "x", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": "-",
}  # fmt: skip
_MOST = 6
"""Repeats of a bounded repeat, at most: the text between is what grows."""


def strings(pattern: re.Pattern[str], *, seed: int = 0, most: int = 40) -> list[str]:
    """Return different units: a text of each, again and again, is what the pattern is measured on."""
    chance = random.Random(f"{seed}{pattern.pattern!a}")
    tree = parser.parse(pattern.pattern, pattern.flags)
    units = dict.fromkeys(islice(_units(tree, chance), most * 4))
    return [unit for unit in units if unit][:most]


def _units(tree: Any, chance: random.Random) -> Iterator[str]:
    """Yield what the pattern repeats, the beginnings of its matches, its signs alone, and whole matches."""
    yield from ("a", " ", "\n", "A ", "a ", ". ", "7", "“", "\n\n", "A", "<", "Aa ", "a1", "- ")
    repeats = list(_repeats(tree))
    for _ in range(2):
        for body in repeats:
            yield _sample(body, chance)
    for body in repeats:
        yield _sample(body, chance)[:1]
    for _ in range(4):
        whole = _sample(tree, chance)
        yield whole
        yield whole[:-1]
        yield whole[: len(whole) // 2]
        yield whole[:1]
        yield f"{whole[:-1]} "


def _repeats(tree: Any) -> Iterator[Any]:
    """Yield the bodies of unbounded repeats, wherever they stand."""
    for op, given in tree:
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if given[1] > _MOST:
                yield given[2]
            yield from _repeats(given[2])
        else:
            for inner in _inner(op, given):
                yield from _repeats(inner)


def _inner(op: Any, given: Any) -> Sequence[Any]:
    if op is codes.SUBPATTERN:
        return [given[-1]]
    if op is codes.BRANCH:
        return list(given[1])
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [given[1]]
    if op is codes.ATOMIC_GROUP:
        return [given]
    return []


def _sample(tree: Any, chance: random.Random) -> str:
    """Return a text that the pattern would take, as far as it can be told without trying."""
    return "".join(_piece(op, given, chance) for op, given in tree)


def _piece(op: Any, given: Any, chance: random.Random) -> str:
    if op is codes.LITERAL:
        return chr(given)
    if op is codes.NOT_LITERAL:
        return "y" if given != ord("y") else "z"
    if op is codes.ANY:
        return "a"
    if op is codes.IN:
        return _member(given, chance)
    if op is codes.BRANCH:
        return _sample(chance.choice(given[1]), chance)
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        low, high, body = given
        return "".join(_sample(body, chance) for _ in range(chance.randint(low, max(low, min(int(high), low + 2)))))
    if op in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return _sample(given[-1] if op is codes.SUBPATTERN else given, chance)
    if op is codes.ASSERT and given[0] > 0:
        return _sample(given[1], chance)
    return ""


def _member(members: Any, chance: random.Random) -> str:
    if members[0][0] is codes.NEGATE:
        taken = re.compile("".join(map(_written, members[1:])) and f"[{''.join(map(_written, members[1:]))}]")
        return next((sign for sign in "a b7A.,-“\n" if not taken.match(sign)), "я")
    op, given = chance.choice(members)
    if op is codes.LITERAL:
        return chr(given)
    if op is codes.RANGE:
        return chr(chance.choice(given))
    return _CLASSES[str(given)]


def _written(member: Any) -> str:
    op, given = member
    if op is codes.LITERAL:
        return re.escape(chr(given))
    if op is codes.RANGE:
        return f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
    short = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
    name = str(given).removeprefix("CATEGORY_")
    return "\\" + (short[name[4:]].upper() if name.startswith("NOT_") else short[name])
