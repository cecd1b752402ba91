"""Each system call of a run fails once, with one error or another, or does half of its work; then it is run again.

At its full load, which takes every call of a run of three articles, this is a quarter of an hour.
"""

from __future__ import annotations

import errno
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

from tests.report.anew import tell
from tests.report.failing import HALF, Failing, rows_of
from tests.report.office import RECIPIENTS, Office, office, whole_office
from tests.report.row import Row
from tests.report.sound import ended, halfway

SEED = 20261128
ERRORS = (errno.ENOSPC, errno.EIO, errno.EINTR, errno.EACCES, HALF)
CASE = "{}, one of whose system calls fails"
PROMISE = "nothing half there, no traceback; the next run makes up for it, and each mail comes once or is told in doubt"


def rows(load: int) -> list[Row]:
    """Let so many calls fail in a plain run, each once where there are no more, and a quarter in a longer one."""
    needs = "that takes Linux and a C compiler"
    otherwise = Row("F3", CASE.format("a run"), f"{load} calls", needs, PROMISE, is_kept=None)
    return rows_of("tests.report.syscalls", load, otherwise)


def _rows(load: int) -> Iterator[Row]:
    failing = Failing()
    kinds: dict[str, tuple[Callable[[], AbstractContextManager[Office]], int]] = {
        "a run of three articles": (partial(office, RECIPIENTS[:3]), load),
        "a run with a feed and an archive": (whole_office, -(-load // 4)),
    }
    for case, (made, most) in kinds.items():
        with made() as place:
            ran = place.run("run", first=failing.at(0))
            assert ran.code == 0, ran.said
            yield _row(case, place, _chosen(failing.calls, most), failing)


def _chosen(calls: int, load: int) -> list[tuple[int, int]]:
    """Return which calls fail how: of neighbours, which are often alike, each in another way."""
    numbers = sorted(random.Random(SEED).sample(range(1, calls + 1), min(load, calls)))
    return [(number, ERRORS[(place + place // len(ERRORS)) % len(ERRORS)]) for place, number in enumerate(numbers)]


def _row(case: str, place: Office, chosen: list[tuple[int, int]], failing: Failing) -> Row:
    codes, met, wrong = Counter[int](), Counter[str](), list[str]()
    for number, how in chosen:
        place.forget()
        ran = place.run("run", first=failing.at(number, how))
        codes[ran.code] += 1
        met[failing.which or "none"] += 1
        what = f"{failing.which} {number}, {errno.errorcode.get(how, 'half of it')}"
        flaws = halfway(place)
        if ran.code not in (0, 1, 3, 78) or "Traceback" in ran.said:
            flaws.append(f"exit {ran.code}: {ran.said[-600:]!r}")
        place.let_pass()
        wrong += [f"{what}: {flaw}" for flaw in (*flaws, *ended(place, place.run("run"), before=ran))]
    said = ", ".join(f"{count} x exit {code}" for code, count in sorted(codes.items()))
    calls = ", ".join(f"{count} {call}" for call, count in met.most_common())
    figure = f"{said} ({calls}); {'; '.join(wrong[:5]) or 'nothing lost, nothing twice'}"
    load = f"{len(chosen)} calls; ENOSPC, EIO, EINTR, EACCES, half of the work"
    return Row("F3", CASE.format(case), load, figure, PROMISE, not wrong)


if __name__ == "__main__":
    tell(_rows)
