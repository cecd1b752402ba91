"""The decoding of the best run of states, against trying every run."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.stages.theme.smooth import smooth

STEPS = st.integers(1, 5).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=n, max_size=n),
        st.lists(st.integers(0, 4), min_size=n, max_size=n),
    )
)


def worth(path: tuple[int, ...] | list[int], scores: list[list[int]], costs: list[int]) -> int:
    """Return the sum of a path's scores less the costs of its changes."""
    changes = sum(costs[k] for k in range(1, len(path)) if path[k] != path[k - 1])
    return sum(score[state] for score, state in zip(scores, path, strict=True)) - changes


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_no_run_is_better(steps: tuple[list[list[int]], list[int]]) -> None:
    """No other run of states is worth more than the decoded one."""
    scores, costs = steps
    best = max(worth(path, scores, costs) for path in product(range(3), repeat=len(scores)))
    assert worth(smooth(scores, costs), scores, costs) == best


@pytest.mark.parametrize(
    ("scores", "costs", "path"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([[1, 1]], [0], [0], id="a tie goes to the lower state"),
        pytest.param([[1, 0], [0, 0.5], [1, 0]], [0, 1, 1], [0, 0, 0], id="a blip is smoothed away"),
        pytest.param([[2, 0], [0, 0.5], [0, 0.5], [0, 0.5]], [0, 1, 1, 1], [0, 1, 1, 1], id="a lasting change is kept"),
    ],
)
def test_changes_have_a_price(scores: list[list[float]], costs: list[float], path: list[int]) -> None:
    """A change of state is made only where what follows is worth its price."""
    assert smooth(scores, costs) == path
