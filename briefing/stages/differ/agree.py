"""Say whether two quantities agree, once what qualifies and rounds them is heeded."""

from __future__ import annotations

from fractions import Fraction

from briefing.model import Quantity

# How far a rounded figure may lie from what it stands for, at most, as a share of it. Half of what it is rounded to is
# the other bound, but "10,000" would then be anything from 5,000 on.
_PLAIN = Fraction(1, 20)
_ABOUT = Fraction(1, 10)
_EXACT = 100  # below, a number without a word for it is not taken for rounded: 10 dead are not 12
_UP, _DOWN = ("more", "least"), ("fewer", "most")


def agrees(one: Quantity, other: Quantity) -> bool:
    """Return whether both can be true at once.

    A rounded figure agrees with what rounds to it: "roughly 10,000" with 9,600. A bound agrees with whatever lies
    within it, "fewer than 10,000" with 9,600 and "at least 12" with 15; "fewer than 10,000" does not agree with 10,000.
    """
    if one.measure == "date":
        return one.low <= other.high and other.low <= one.high
    if one.measure == "votes":
        return sorted((one.low, one.high)) == sorted((other.low, other.high))
    if "between" in (one.qualifier, other.qualifier):
        return _overlaps(one, other)
    if is_bound(one) and is_bound(other):
        return _bounds_agree(one, other)
    if is_bound(one) or is_bound(other):
        bound, figure = (one, other) if is_bound(one) else (other, one)
        return _is_within(figure.low, bound) or (figure.low != bound.low and _reaches(figure, bound))
    return abs(one.low - other.low) <= _slack(one) + _slack(other)


def is_same_number(one: Quantity, other: Quantity) -> bool:
    """Return whether only what qualifies the number differs: "roughly 10,000" and "fewer than 10,000"."""
    return (one.low, one.high) == (other.low, other.high)


def is_bound(quantity: Quantity) -> bool:
    """Return whether it says only on which side of a number the figure lies."""
    return quantity.qualifier in (*_UP, *_DOWN)


def _bounds_agree(one: Quantity, other: Quantity) -> bool:
    if (one.qualifier in _UP) == (other.qualifier in _UP):
        return True
    up, down = (one, other) if one.qualifier in _UP else (other, one)
    is_open = "more" in (up.qualifier,) or "fewer" in (down.qualifier,)
    return up.low < down.low or (up.low == down.low and not is_open)


def _is_within(value: Fraction, bound: Quantity) -> bool:
    if value == bound.low:
        return bound.qualifier in ("least", "most")
    return (value > bound.low) == (bound.qualifier in _UP)


def _reaches(figure: Quantity, bound: Quantity) -> bool:
    return abs(figure.low - bound.low) <= _slack(figure)


def _slack(quantity: Quantity) -> Fraction:
    """How far the true figure may lie from the one that is stated."""
    value = quantity.low
    if quantity.qualifier in ("about", "nearly"):
        return min(max(quantity.step, _fives(value)) / 2, value * _ABOUT)
    if quantity.measure == "count" and value < _EXACT:
        return Fraction(0)
    return min(quantity.step / 2, value * _PLAIN)


def _fives(value: Fraction) -> Fraction:
    """The 5, 50 or 500 to which a number is rounded that ends in it."""
    step = Fraction(5)
    while value and value % (step * 10) == 0:
        step *= 10
    return step if value and value % step == 0 else Fraction(1)


def _overlaps(one: Quantity, other: Quantity) -> bool:
    return _least(one) <= _most(other) and _least(other) <= _most(one)


def _least(quantity: Quantity) -> Fraction:
    return Fraction(0) if quantity.qualifier in _DOWN else quantity.low - _ends(quantity)


def _most(quantity: Quantity) -> Fraction:
    return quantity.high * 10**9 if quantity.qualifier in _UP else quantity.high + _ends(quantity)


def _ends(quantity: Quantity) -> Fraction:
    return Fraction(0) if quantity.qualifier == "between" else _slack(quantity)
