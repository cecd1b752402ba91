"""Find by which day something is to happen, or on which it does: "troops would leave by September 11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from briefing.language.quantities.english import DATED_OF, KIN_OF
from briefing.language.quantities.owners import plain
from briefing.language.tokens import Tokens, tokens
from briefing.language.word_set import word_set
from briefing.model import Expression, Qualifier, Quantity, Reading, Sentence, Span
from briefing.stages.resolve import resolve

_BEFORE = re.compile(r"\b(by|until|before|no later than|on|deadline of)\s(?:the\s|midnight\s)*$", re.IGNORECASE)
_MEANS: dict[str, Qualifier] = {"by": "most", "until": "most", "before": "fewer", "no later than": "most"}
_WORDS = 14  # between the action and its day
_LONGEST = 90  # characters of the action's words that are shown


class _Action(NamedTuple):
    """What is to happen: where its words begin, what it is ("leave"), and of whom ("troops")."""

    start: int
    event: str
    thing: str = ""
    names: tuple[str, ...] = ()


def deadlines(reading: Reading, sentence: Sentence) -> Iterator[Quantity]:
    """Yield the days by or on which the sentence says that something happens, as quantities."""
    text = reading.article.text
    for said in reading.expressions:
        if not (sentence.start <= said.start and said.end <= sentence.end) or said.unit not in ("day", "month"):
            continue
        if (limit := _BEFORE.search(text, sentence.start, said.start)) is None:
            continue
        moment = next(iter(resolve(text, [said], reading.dated)), None)
        action = _action(tokens(text, sentence.start, limit.start()))
        if moment is None or action is None:
            continue
        yield _dated(limit, said, (moment.first.toordinal(), moment.last.toordinal()), action)


def _dated(limit: re.Match[str], said: Expression, days: tuple[int, int], action: _Action) -> Quantity:
    is_short = limit.start() - action.start <= _LONGEST
    return Quantity(
        start=limit.start(),
        end=said.end,
        low=Fraction(days[0]),
        high=Fraction(days[1]),
        measure="date",
        qualifier=_MEANS.get(limit[1].casefold(), "exact"),
        thing=action.thing,
        event=action.event,
        names=action.names,
        of=Span(action.start, limit.start() - 1) if is_short and action.start < limit.start() - 1 else None,
    )


def _action(found: Tokens) -> _Action | None:
    """Return the nearest action before the end that a day is set for, or None."""
    for k in range(len(found) - 1, max(-1, len(found) - _WORDS), -1):
        if found.words[k] in ";:":
            return None
        if (event := DATED_OF.get(found.words[k].casefold())) is not None:
            return _told(found, k, event)
    return None


def _told(found: Tokens, verb: int, event: str) -> _Action:
    owner = _owner(found, verb)
    if owner is None:
        return _Action(found.starts[verb], event)
    first = _opening(found, owner)
    names = [word for word in found.words[first:owner] if word[0].isupper() and word not in ("The", "All", "Its")]
    if found.words[owner - 1].casefold() in ("its", "their", "his", "her"):  # whose they are stands further off
        names = [word for word in found.words[:owner] if word[0].isupper()][-1:]
    start = min(found.starts[verb], found.starts[first])
    return _Action(start, event, KIN_OF[found.words[owner].casefold()], tuple(sorted(map(plain, names))))


def _owner(found: Tokens, verb: int) -> int | None:
    """The people whose action it is: behind the verb ("withdraw remaining troops"), else before it."""
    behind = range(verb + 1, len(found))
    before = range(verb - 1, max(-1, verb - _WORDS), -1)
    return next((k for k in (*behind, *before) if found.words[k].casefold() in KIN_OF), None)


def _opening(found: Tokens, noun: int) -> int:
    """Where the noun's phrase begins: two words that narrow it down at most."""
    first = noun
    while first > max(0, noun - 2) and found.words[first - 1][0].isalpha() and _narrows(found.words[first - 1]):
        first -= 1
    return first


_OPENERS = word_set("that was were is are be been and or but said announced says would will the of to in by")


def _narrows(word: str) -> bool:
    return word.casefold() not in _OPENERS
