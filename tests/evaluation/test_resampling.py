"""Intervals hold what they are of, and tests of significance find what is there and nothing else."""

from __future__ import annotations

from itertools import product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evaluation import resampling
from briefing.evaluation.resampling import Samples, differences, intervals, per

values = st.floats(0, 1).map(lambda value: round(value, 6))
samples_of_some = st.lists(values, min_size=2, max_size=25)
few = settings(max_examples=15, deadline=None)


def mean(numbers) -> Samples:
    """Return samples whose one figure is the mean of numbers."""
    return Samples(tuple({"items": 1, "sum": number} for number in numbers), _mean)


def _mean(sums):
    return {"mean": per(sums["sum"], sums["items"])}


def share(pairs) -> Samples:
    """Return samples whose one figure is a sum by another."""
    rows = tuple({"right": right, "asked": asked} for right, asked in pairs)
    return Samples(rows, lambda sums: {"share": per(sums["right"], sums["asked"])})


@few
@given(samples_of_some)
def test_an_interval_holds_the_mean_and_lies_between_the_least_and_the_greatest(numbers):
    """Whatever the numbers are; and it is the same the next time."""
    found = intervals(mean(numbers))["mean"]
    middle = mean(numbers).exact()["mean"]
    rounding = 1e-9
    assert min(numbers) - rounding <= found.low <= middle + rounding
    assert middle - rounding <= found.high <= max(numbers) + rounding
    assert intervals(mean(numbers))["mean"] == found


@few
@given(values, st.integers(2, 30))
def test_of_equal_numbers_the_interval_is_a_point(number, count):
    """There is nothing to vary."""
    found = intervals(mean([number] * count))["mean"]
    assert found.low == pytest.approx(number)
    assert found.high == pytest.approx(number)


def test_of_one_unit_there_is_no_interval():
    """An interval of one is not known, rather than a point; nor is a difference."""
    assert intervals(mean([0.5])) == {}
    assert differences(mean([0.5]), mean([0.1])) == {}


def test_an_interval_is_that_of_the_binomial():
    """Of 100 units 30 count: the middle 95 % of draws with a share of 0.3 lie between 21 and 39, reckoned exactly."""
    found = intervals(mean([1] * 30 + [0] * 70))["mean"]
    below = [sum(comb(100, k) * 0.3**k * 0.7 ** (100 - k) for k in range(most + 1)) for most in range(101)]
    low, high = (next(k for k, share in enumerate(below) if share >= level) / 100 for level in (0.025, 0.975))
    assert (low, high) == (0.21, 0.39)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


def test_a_share_is_made_anew_of_what_is_drawn():
    """Units weigh as much as they ask for: 2 of 2 and 0 of 6 give 0, 1 or 2 of 8."""
    found = share([(2, 2), (0, 6)])
    assert found.exact() == {"share": 2 / 8}
    interval = intervals(found)["share"]
    assert (interval.low, interval.high) == (0, 1)


def test_nothing_asked_for_is_a_share_of_nothing():
    """Rather than a division by nothing."""
    found = share([(0, 0), (0, 0)])
    assert found.exact() == {"share": 0}
    assert intervals(found)["share"].high == 0


def test_p_is_that_of_all_shuffles():
    """Eight pairs have 256 shuffles; the share of those that are as far apart is reckoned over all of them."""
    one, other = [0.9, 0.8, 0.7, 0.6, 0.9, 0.5, 0.4, 0.8], [0.5, 0.6, 0.6, 0.7, 0.4, 0.4, 0.3, 0.5]
    apart = [a - b for a, b in zip(one, other, strict=True)]
    shuffles = [sum(s * d for s, d in zip(signs, apart, strict=True)) for signs in product((1, -1), repeat=8)]
    exact = sum(abs(total) >= sum(apart) - 1e-9 for total in shuffles) / len(shuffles)
    found = differences(mean(one), mean(other))["mean"]
    assert found.value == pytest.approx(sum(apart) / 8)
    # Three standard errors of a share of 10,000 shuffles.
    assert found.p == pytest.approx(exact, abs=3 * (exact * (1 - exact) / 10_000) ** 0.5)


@few
@given(st.lists(st.tuples(values, values), min_size=2, max_size=25))
def test_a_difference_turns_with_its_sides(pairs):
    """The same p, and the interval mirrored; p is a share above 0, and the interval holds the difference."""
    one, other = (mean([pair[k] for pair in pairs]) for k in (0, 1))
    there, back = differences(one, other)["mean"], differences(other, one)["mean"]
    assert 0 < there.p <= 1
    assert there.p == back.p
    assert there.value == pytest.approx(-back.value)
    assert there.interval.low == pytest.approx(-back.interval.high)
    assert there.interval.low - 1e-9 <= there.value <= there.interval.high + 1e-9


@few
@given(samples_of_some)
def test_the_same_twice_is_no_difference(numbers):
    """Nothing apart, for certain."""
    found = differences(mean(numbers), mean(numbers))["mean"]
    assert (found.value, found.interval.low, found.interval.high, found.p) == (0, 0, 0, 1)


def test_pairs_tell_what_two_intervals_do_not():
    """Rows are far apart from each other, and one system is a little better on each of them."""
    other = [k / 40 for k in range(40)]
    one = [number + 0.01 + k % 2 / 100 for k, number in enumerate(other)]
    mine, theirs = (intervals(mean(numbers))["mean"] for numbers in (one, other))
    assert mine.low < theirs.high
    found = differences(mean(one), mean(other))["mean"]
    assert found.interval.low > 0
    assert found.p < 0.001


def test_blocks_make_no_difference_to_what_they_are_of(monkeypatch):
    """Of more units than are drawn at once, the interval is that of the numbers, too."""
    numbers = [k % 2 for k in range(60)]
    whole = intervals(mean(numbers))["mean"]
    monkeypatch.setattr(resampling, "_AT_ONCE", 600)
    parts = intervals(mean(numbers))["mean"]
    assert parts.low == pytest.approx(whole.low, abs=0.02)
    assert parts.high == pytest.approx(whole.high, abs=0.02)
    found = differences(mean(numbers), mean([0] * 60))["mean"]
    assert found.p == pytest.approx(1 / 10_001)
