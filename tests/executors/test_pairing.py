"""Merging many small results as a tree."""

from __future__ import annotations

from functools import reduce
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.executors.pairing import paired


@given(st.lists(st.lists(st.integers(), max_size=3), max_size=40))
def test_the_parts_stay_in_their_order(parts: list[list[int]]) -> None:
    """As a tree the same comes out as one part after the other, also where the order counts."""
    assert paired(parts, lambda one, other: one + other, []) == reduce(lambda one, other: one + other, parts, [])


@pytest.mark.parametrize("count", [100, 1_000, 10_000])
def test_no_part_is_copied_more_often_than_the_tree_is_high(count: int) -> None:
    """What merging copies grows as n log n: one part after the other it would be n²."""
    copied = 0

    def add(one: int, other: int) -> int:
        nonlocal copied
        copied += one + other
        return one + other

    assert paired([1] * count, add, 0) == count
    assert copied <= count * (log2(count) + 2)
