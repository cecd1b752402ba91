"""Say whether an extract says again what another has said."""

from __future__ import annotations

import re
from collections.abc import Set

from briefing.model import Extract

# Two cores are one statement from these shares of their terms on. On 873 pairs of openings of two or three reports of
# one event that share 0.4 of the smaller core's terms: below, most pairs tell different things of the same people; a
# containment of 0.7 took long leads for repeats of short sentences.
ALIKE = 0.5  # of the terms of both
CONTAINED = 0.8  # of one core's terms, in the other extract
SAME_FIGURE = 0.5  # of one core's terms, in the other extract, where both give the same figure
# Fewer terms than this prove nothing by themselves.
FEW = 5

_YEAR = re.compile(r"(?:19|20)\d\d")


def overlaps(one: Extract, other: Extract) -> bool:
    """Return whether two extracts share characters of an article."""
    return one.article == other.article and one.start < other.end and other.start < one.end


def repeats(one: Extract, other: Extract) -> bool:
    """Return whether two extracts overlap, or say nearly the same, or one contains what the other says."""
    if overlaps(one, other):
        return True
    if one.core_words == other.core_words:
        return True
    return _holds(one, other) or _holds(other, one)


def _holds(one: Extract, other: Extract) -> bool:
    """Whether the core of `one` is said by `other`: in its core in like words, or somewhere in it."""
    core, whole = frozenset(one.core_terms), frozenset(other.terms)
    if len(core) < FEW or len(whole) < FEW:
        return False
    shared = core & whole
    if len(shared) >= CONTAINED * len(core) or (len(shared) >= SAME_FIGURE * len(core) and _has_figure(shared)):
        return True
    other_core = frozenset(other.core_terms)
    return len(core & other_core) >= ALIKE * len(core | other_core)


def _has_figure(terms: Set[str]) -> bool:
    """Whether a figure is among the terms; a year alone says little."""
    return any(term[0].isdigit() and not _YEAR.fullmatch(term) for term in terms)
