"""Say whether two figures of different articles are of one and the same thing at the same time.

Precision before recall: whatever speaks against it, keeps them apart.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from briefing.language.quantities.english import HARM
from briefing.model import Figure, Quantity

# What is counted in these is how long something takes, or how often: two of them are seldom of one thing.
_SPANS = frozenset("year month week day hour minut second decad centuri night time mile kilomet feet inch point".split())


class Evidence(NamedTuple):
    """What two figures must share: so many stems, such shares of the poorer sentence's stems and names, and a size.

    The greater may be `ratio` times the smaller.
    """

    stems: int
    share: Fraction
    ratio: Fraction
    names: Fraction = Fraction(0)


def is_same_thing(one: Figure, other: Figure) -> bool:
    """Return whether two figures say how many of the same thing."""
    a, b = one.quantity, other.quantity
    if one.article == other.article or a.thing in _SPANS:
        return False
    if (a.measure, a.unit, a.per, _fate(a)) != (b.measure, b.unit, b.per, _fate(b)):
        return False
    if a.thing != b.thing and a.measure not in ("money", "percent"):
        return False
    if not _is_scope_same(a.names, b.names) or _are_apart(one.places, other.places) or _are_apart(one.days, other.days):
        return False
    if _has(_WIRE, one, other):
        return True
    is_like = one.time == other.time and _is_scope_same(a.modifiers, b.modifiers)
    return is_like and any(_has(evidence, one, other) for evidence in _wanted(one, other))


def _fate(quantity: Quantity) -> str:
    """What befalls those who are counted: troops that leave are the troops that are there, the dead are not the hurt."""
    return quantity.event if quantity.event in HARM or quantity.measure == "date" else ""


def _are_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both name days, or places, and none of them the same."""
    return bool(one) and bool(other) and {*one}.isdisjoint(other)


def _is_scope_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what narrows both down is the same, or narrows only one: that is then left to the other evidence."""
    return not one or not other or one == other


_MOST = Fraction(2, 3)
# Sentences so alike are one report written on: "7 million" and "13 million documents, dubbed …".
_WIRE = Evidence(6, Fraction(3, 5), Fraction(2), _MOST)


def _wanted(one: Figure, other: Figure) -> tuple[Evidence, ...]:
    a, b = one.quantity, other.quantity
    is_narrow = (a.names, a.modifiers) != (b.names, b.modifiers)
    if a.measure == "votes":
        return (Evidence(2, Fraction(1, 5), Fraction(2)),)
    if a.measure == "date":
        return (Evidence(0, Fraction(0), Fraction(2)),) if a.thing == "troops" else (Evidence(4, Fraction(1, 2), Fraction(2)),)
    if a.measure in ("money", "percent"):
        alike = (Evidence(3, Fraction(1, 2), Fraction(3, 2), _MOST),) if a.thing == b.thing != "" else ()
        return (*alike, Evidence(5, Fraction(3, 5), Fraction(23, 20), _MOST))
    if a.thing == "troops":
        return (Evidence(0, Fraction(0), Fraction(6, 5)), Evidence(3, Fraction(2, 5), Fraction(2)))
    if a.event in HARM:
        return (Evidence(2, Fraction(1, 5), Fraction(3, 2) if is_narrow else Fraction(2)),)
    return () if is_narrow else (Evidence(3, Fraction(2, 5), Fraction(3, 2), _MOST),)


def _has(wanted: Evidence, one: Figure, other: Figure) -> bool:
    a, b = one.quantity, other.quantity
    shared = len({*one.company} & {*other.company} - {a.thing})
    fewest = max(1, min(len(one.company), len(other.company)))
    named = len({*one.names} & {*other.names})
    if shared < wanted.stems or shared < wanted.share * fewest:
        return False
    if named < wanted.names * min(len(one.names), len(other.names)):
        return False
    return a.measure in ("votes", "date") or 0 < max(a.high, b.high) <= wanted.ratio * min(a.low, b.low)
