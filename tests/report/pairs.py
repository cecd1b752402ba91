"""Two runs at once, again and again."""

from __future__ import annotations

import os
from collections import Counter

from tests.report.office import RECIPIENTS, Ran, Running, office
from tests.report.row import Row


def rows(load: int) -> list[Row]:
    """Start so many pairs of runs on an empty state."""
    codes: Counter[tuple[int, ...]] = Counter()
    wrong: list[str] = []
    slowest = 0.0
    with office() as place:
        for _ in range(load):
            place.forget()
            ended = _ended(place.start("run"), place.start("run"))
            codes[tuple(sorted(ran.code for ran in ended))] += 1
            slowest = max([slowest, *(ran.seconds for ran in ended if ran.code == 75)])
            taken = Counter(one.recipient for one in place.server.taken())
            wrong += [f"{one}: {taken[one]} mails" for one in RECIPIENTS if taken[one] != 1]
            wrong += [ran.said[-300:] for ran in ended if ran.code not in (0, 75)]
    said = ", ".join(f"{count} x exit {pair}" for pair, count in codes.items())
    figure = f"{said}; the loser left after {slowest:.2f} s at most; {'; '.join(wrong[:5]) or 'one mail each'}"
    is_kept = not wrong and (0, 75) in codes and set(codes) <= {(0, 75), (0, 0)}
    promise = "one edition, one mail each; the other run leaves at once with 75"
    return [Row("F7", "two runs at once", f"{load} pairs", figure, promise, is_kept)]


def _ended(*runs: Running) -> list[Ran]:
    """Wait for the end of each, in the order in which they end."""
    by_process, ended = {run.process: run for run in runs}, list[Ran]()
    while by_process:
        found = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        assert found
        ended.append(by_process.pop(found.si_pid).ended())
    return ended
