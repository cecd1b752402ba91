"""Find the best run of states along a sequence in which every change of state has its price."""

from __future__ import annotations

from collections.abc import Sequence


def smooth(scores: Sequence[Sequence[float]], costs: Sequence[float]) -> list[int]:
    """Return the state of each step so that the sum of `scores[step][state]`, less `costs[step]` a change, is highest.

    `costs[step]` is paid for a change just before that step. Ties keep the state, or go to the lower one. Exact, in
    time linear in the steps (Viterbi 1967).
    """
    totals: list[float] = []
    came_from: list[list[int]] = []
    for step, score in enumerate(scores):
        if not totals:
            totals = list(score)
            continue
        best = _first_highest(totals)
        jump = totals[best] - costs[step]
        came_from.append([state if total >= jump else best for state, total in enumerate(totals)])
        totals = [max(total, jump) + gain for total, gain in zip(totals, score, strict=True)]
    return _trace(came_from, _first_highest(totals)) if totals else []


def _first_highest(totals: Sequence[float]) -> int:
    return max(range(len(totals)), key=lambda state: (totals[state], -state))


def _trace(came_from: Sequence[Sequence[int]], state: int) -> list[int]:
    path = [state]
    for origins in reversed(came_from):
        state = origins[state]
        path.append(state)
    return path[::-1]
