"""Keep back what the editor drops or excludes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.model import Cut, Hand, Reading, Sentence, Span, Wish
from briefing.stages.heed.places import places
from briefing.stages.reasons import DROPPED

EXCLUDED = "excluded by the editor"


class _Kept(NamedTuple):
    """A place that is kept back, and why."""

    span: Span
    reason: str


def is_excluded(reading: Reading, hand: Hand) -> bool:
    """Return whether the editor excludes the whole article."""
    entries = map(Wish.of, hand.exclude)
    return any(entry.kind != "words" and places(entry, reading) for entry in entries)


def is_withheld(unfit: str | None) -> bool:
    """Return whether this is why the editor has an extract kept back, rather than a fault of its own."""
    return unfit is not None and unfit.startswith((DROPPED, EXCLUDED))


def withhold(reading: Reading, hand: Hand) -> Reading:
    """Return the reading with every cut that holds what the editor dropped or excluded marked as not to be printed.

    A dropped sentence is still read: it helps to tell what the article is about. An excluded one has no words.
    """
    excluded = [_Kept(span, f"excluded by the editor: {text}") for text, span in _found(reading, hand.exclude)]
    dropped = [_Kept(span, f"dropped by the editor: {text}") for text, span in _found(reading, hand.drop)]
    kept = [*excluded, *dropped]
    if not kept:
        return reading
    corrections = tuple(span for span in reading.cleaned.corrections if not _first(span, kept))
    return replace(
        reading,
        sentences=tuple(_silenced(sentence, excluded) for sentence in reading.sentences),
        cuts=tuple(_marked(cut, kept) for cut in reading.cuts),
        cleaned=replace(reading.cleaned, corrections=corrections),
    )


def _found(reading: Reading, entries: Iterable[str]) -> Iterator[tuple[str, Span]]:
    return ((text, span) for text in entries for span in places(Wish.of(text), reading))


def _silenced(sentence: Sentence, excluded: Sequence[_Kept]) -> Sentence:
    return replace(sentence, words=(), terms=()) if _first(sentence, excluded) else sentence


def _marked(cut: Cut, kept: Sequence[_Kept]) -> Cut:
    reason = _first(cut, kept)
    return replace(cut, unfit=reason) if reason else cut


def _first(one: Sentence | Cut | Span, kept: Sequence[_Kept]) -> str | None:
    return next((reason for span, reason in kept if span.start < one.end and one.start < span.end), None)
