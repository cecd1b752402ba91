"""Say which of the editor's entries came to nothing, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain

from briefing.model import Candidates, Hand, Problem, Selection, Wish

NO_WORDS = "no article holds these words"
NO_SOURCE = "no article is from this source"
NO_ARTICLE = "no article is called that"
NOTHING_WHOLE = "no sentence that is used holds it"
NO_ROOM = "no room within the most words"

_CHECK = "compare the words with those of the article, or take the entry out"
_NAME = "name it as it stands under Sources, or take the entry out"
_LONGER = "pin a sentence that can be printed, or take the entry out"
_MORE = "allow more words, or pin less"


def unheeded(hand: Hand, candidates: Candidates, selection: Selection) -> tuple[Problem, ...]:
    """Return a problem for each entry that points at nothing, and for each pin that is not on the page."""
    lists = (("drop", hand.drop), ("exclude", hand.exclude), ("prefer", hand.prefer))
    found = [_problem("pin", text, *said) for text, said in _pins(hand, candidates, selection)]
    for name, entries in lists:
        for text in entries:
            if (name, text) not in candidates.heeded:
                entry = Wish("source", text) if name == "prefer" else Wish.of(text)
                found.append(_problem(name, text, *_nothing(entry, candidates)))
    return tuple(found)


def _problem(name: str, text: str, what: str, remedy: str) -> Problem:
    return Problem(f"{name} “{text}”", what, remedy)


def _pins(hand: Hand, candidates: Candidates, selection: Selection) -> Iterator[tuple[str, tuple[str, str]]]:
    printed = [e for statement in selection.statements for e in (statement.extract, *statement.also)]
    for k, text in enumerate(hand.pin):
        pin = candidates.pinned.get(k)
        if pin is None:
            is_there = ("pin", text) in candidates.heeded
            yield text, (NOTHING_WHOLE, _LONGER) if is_there else _nothing(Wish.of(text), candidates)
        elif pin.unfit:
            yield text, (f"it must not be printed: {pin.unfit}", _LONGER)
        elif not any(extract.prints(pin) for extract in printed):
            yield text, (NO_ROOM, _MORE)


def _nothing(entry: Wish, candidates: Candidates) -> tuple[str, str]:
    """What is said of an entry that points at nothing, with the name that may be meant."""
    if entry.kind == "words":
        return NO_WORDS, _CHECK
    listings = candidates.listings.values()
    is_source = entry.kind == "source"
    files = (x.location.path.rpartition("/")[2] for x in listings)
    known = (x.source for x in listings) if is_source else chain(files, (x.title for x in listings))
    near = get_close_matches(entry.value, sorted({*filter(None, known)}), n=1)
    return NO_SOURCE if is_source else NO_ARTICLE, f"perhaps {near[0]} is meant" if near else _NAME
