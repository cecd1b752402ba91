"""Say whether two figures of different articles are of one and the same thing at the same time.

Precision before recall: whatever speaks against it, keeps them apart.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from briefing.language.quantities.english import HARM
from briefing.language.word_set import word_set
from briefing.model import Figure, Quantity

# What is counted in these is how long something takes, or how often: two of them are seldom of one thing.
_SPANS = word_set("year month week day hour minut second decad centuri night time mile kilomet feet inch point")


_ROOT = 6  # letters in which a name and the adjective made of it agree; with five Austria would be Australia


class Evidence(NamedTuple):
    """What two figures must share: so many stems, such shares of the poorer sentence's stems and names, and a size.

    The greater may be `ratio` times the smaller, their articles lie `days` apart; `named` is the fewest names shared.
    """

    stems: int
    share: Fraction
    ratio: Fraction
    names: Fraction = Fraction(0)
    days: int = 3
    named: int = 0


_HALF, _TWO_FIFTHS, _THREE_TENTHS = Fraction(1, 2), Fraction(2, 5), Fraction(3, 10)
_MOST = Fraction(2, 3)
# Sentences so alike are one report written on: "7 million" and "13 million documents, dubbed …".
_WIRE = Evidence(6, Fraction(3, 5), Fraction(2), _MOST)
_VOTES = Evidence(3, _TWO_FIFTHS, Fraction(11, 10), _MOST)
_SUM_OF_THING = Evidence(3, _HALF, Fraction(3, 2), _MOST)
_SUM = Evidence(5, Fraction(3, 5), Fraction(23, 20), _MOST, named=1)
_COUNT = Evidence(3, _TWO_FIFTHS, Fraction(3, 2), _MOST)
# Troops are counted for months on end: the sample has February's figure beside April's.
_TROOPS = (Evidence(0, Fraction(0), Fraction(6, 5), days=100), Evidence(3, _TWO_FIFTHS, Fraction(2), days=31))
_TROOPS_DAY = Evidence(0, Fraction(0), Fraction(2), days=100)
_ANY_DAY = Evidence(4, _HALF, Fraction(2), _MOST)
_VICTIMS, _VICTIMS_NARROWED = Evidence(2, _THREE_TENTHS, Fraction(2)), Evidence(2, _THREE_TENTHS, Fraction(3, 2))


def is_same_thing(one: Figure, other: Figure) -> bool:
    """Return whether two figures say how many of the same thing."""
    if not may_be_same(one, other):
        return False
    is_like = _is_scope_same(one.quantity.modifiers, other.quantity.modifiers)
    wanted = (_WIRE, *(_wanted(one.quantity, other.quantity) if is_like else ()))
    return any(_has(evidence, one, other) for evidence in wanted)


def may_be_same(one: Figure, other: Figure) -> bool:
    """Return whether nothing in two figures speaks against their being of the same thing at the same time."""
    a, b = one.quantity, other.quantity
    if (a.measure, a.unit, a.per, _fate(a)) != (b.measure, b.unit, b.per, _fate(b)) or a.thing in _SPANS:
        return False
    if a.thing != b.thing and a.measure not in ("money", "percent"):
        return False
    if one.article == other.article or one.time != other.time or not _is_scope_same(_roots(a), _roots(b)):
        return False
    return not _are_apart(one.places, other.places) and not _are_apart(one.days, other.days)


def _fate(quantity: Quantity) -> str:
    """What befalls those who are counted: troops that leave are those that are there, the dead are not the hurt."""
    return quantity.event if quantity.event in HARM or quantity.measure == "date" else ""


def _roots(quantity: Quantity) -> tuple[str, ...]:
    """How the names begin that narrow it down: "Russia" and "Russian" are one."""
    return tuple(sorted({name[:_ROOT] for name in quantity.names}))


def _are_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both name days, or places, and none of them the same."""
    return bool(one) and bool(other) and {*one}.isdisjoint(other)


def _is_scope_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what narrows both down is the same, or narrows only one: that is then left to the other evidence."""
    return not one or not other or one == other


def _wanted(a: Quantity, b: Quantity) -> tuple[Evidence, ...]:
    """Return the kinds of evidence of which one is enough."""
    is_narrowed = (a.names, a.modifiers) != (b.names, b.modifiers)
    if a.measure == "votes":
        return (_VOTES,)
    if a.measure == "date":
        return (_TROOPS_DAY,) if a.thing == "troops" else (_ANY_DAY,)
    if a.measure in ("money", "percent"):
        return (_SUM_OF_THING, _SUM) if a.thing == b.thing != "" else (_SUM,)
    if a.event in ("die", "injure", "arrest"):
        return (_VICTIMS_NARROWED if is_narrowed else _VICTIMS,)
    if a.thing == "troops":
        return _TROOPS
    return () if is_narrowed else (_COUNT,)


def _has(wanted: Evidence, one: Figure, other: Figure) -> bool:
    shared = len({*one.company} & {*other.company} - {one.quantity.thing})
    fewest = max(1, min(len(one.company), len(other.company)))
    named = len({*one.names} & {*other.names})
    if shared < wanted.stems or shared < wanted.share * fewest:
        return False
    if named < max(Fraction(wanted.named), wanted.names * min(len(one.names), len(other.names))):
        return False
    return _is_near(wanted, one, other)


def _is_near(wanted: Evidence, one: Figure, other: Figure) -> bool:
    a, b = one.quantity, other.quantity
    if one.day and other.day and abs(one.day - other.day).days > wanted.days:
        return False
    if a.measure == "date":
        return True
    if a.measure == "votes":  # their greater sides, whichever is told first
        a, b = replace(a, low=max(a.low, a.high)), replace(b, low=max(b.low, b.high))
    most: Fraction = max(a.high, b.high, a.low, b.low)
    least: Fraction = min(a.low, b.low)
    return least > 0 and most <= wanted.ratio * least
