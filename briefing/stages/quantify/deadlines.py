"""Find by which day something is to happen, or on which it does: "troops would leave by September 11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from briefing.language.quantities.english import DATED_OF, KIN_OF
from briefing.language.tokens import Tokens, tokens
from briefing.language.word_set import word_set
from briefing.model import Expression, Qualifier, Quantity, Reading, Sentence, Span
from briefing.stages.resolve import resolve

_BEFORE = re.compile(r"\b(by|until|before|no later than|on|deadline of)\s(?:the\s|midnight\s)*$", re.IGNORECASE)
_MEANS: dict[str, Qualifier] = {"by": "most", "until": "most", "before": "fewer", "no later than": "most"}
_WORDS = 14  # between the action and its day
_LONGEST = 90  # characters of the action's words that are shown


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
        start, event, thing = action
        first, last = moment.first.toordinal(), moment.last.toordinal()
        yield _dated(limit, said, (first, last), (start, event, thing))


def _dated(limit: re.Match[str], said: Expression, days: tuple[int, int], action: tuple[int, str, str]) -> Quantity:
    start, event, thing = action
    return Quantity(
        start=limit.start(),
        end=said.end,
        low=Fraction(days[0]),
        high=Fraction(days[1]),
        measure="date",
        qualifier=_MEANS.get(limit[1].casefold(), "exact"),
        thing=thing,
        event=event,
        of=Span(max(start, limit.start() - _LONGEST), limit.start() - 1) if limit.start() - start <= _LONGEST else None,
    )


def _action(found: Tokens) -> tuple[int, str, str] | None:
    """Return where the nearest dated action begins, what it is, and who it is of ("troops"), or None."""
    for k in range(len(found) - 1, max(-1, len(found) - _WORDS), -1):
        if found.words[k] in ";:":
            return None
        if (event := DATED_OF.get(found.words[k].casefold())) is None:
            continue
        owner = _owner(found, k)
        if owner is None:
            return found.starts[k], event, ""
        return min(found.starts[k], _opening(found, owner)), event, KIN_OF[found.words[owner].casefold()]
    return None


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
    return found.starts[first]


_OPENERS = word_set("that was were is are be been and or but said announced says would will the of to in by")


def _narrows(word: str) -> bool:
    return word.casefold() not in _OPENERS
