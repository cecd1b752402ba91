"""Linkers whose sentence before is missing from the summary, or is another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.evaluation.context.kinds import Found
from briefing.evaluation.context.mentions import Token
from briefing.evaluation.context.pronouns import is_same_matter
from briefing.evaluation.context.summary import Summary
from briefing.evaluation.context.words import BEFORE_COMMA, LINKERS, NOT_AFTER_SO

# Words within which "also" adds its whole sentence to the one before: "The union has also said".
ALSO_WITHIN = 7


def linker_problems(summary: Summary, k: int) -> Iterator[Found]:
    """Yield the linker of a sentence that does not follow what it is linked to."""
    placed = summary.placed[k]
    tokens = [t for t in placed.stretch.tokens if t.text[0].isalnum() or t.text == ","]
    told = summary.before_in_source(k)
    found = _opening(tokens)
    adds = None if found else _also(tokens)
    first, last = found or (adds, adds)
    if first is None or last is None or not told or summary.is_joined(k):
        return
    if adds and any(is_same_matter(p.stretch, told[0]) for p in summary.before(k)):
        return
    yield "incorrect discourse" if k else "incomplete discourse", first.start, last.end


def _opening(tokens: Sequence[Token]) -> tuple[Token, Token] | None:
    """The first and last word of the linker that opens a sentence in the reporter's own words."""
    lower = tuple(token.lower for token in tokens[:6])
    if not lower or tokens[0].quoted:
        return None
    for linker in LINKERS:
        size = len(linker)
        then = lower[size : size + 1]
        if lower[:size] == linker and not _means_another(linker[0], then):
            return tokens[0], tokens[size - 1]
    return None


def _means_another(word: str, then: tuple[str, ...]) -> bool:
    return (word in BEFORE_COMMA and then != (",",)) or (word == "so" and bool(NOT_AFTER_SO.intersection(then)))


def _also(tokens: Sequence[Token]) -> Token | None:
    """An "also" near the beginning of a sentence's main clause."""
    for token in tokens[:ALSO_WITHIN]:
        if token.text == "," or token.quoted or token.lower in ("who", "which", "that"):
            return None
        if token.lower == "also":
            return token
    return None
