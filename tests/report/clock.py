"""The clock jumps in the middle of a run, by a second hand that libfaketime moves; then it is right again."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from select import select

from tests.report.anew import rows_of, tell
from tests.report.office import RECIPIENTS, Office, Ran, office
from tests.report.row import Row
from tests.report.sound import ended, halfway

SEED = 20261128
LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
NOW = datetime(2026, 11, 20, 7, 0)  # noqa: DTZ001  (libfaketime's own way to say it)
JUMPS = tuple(sign * jump for jump in (timedelta(hours=1), timedelta(days=1), timedelta(days=3653)) for sign in (1, -1))
CASE = "the clock jumps in mid-run, by an hour, a day or ten years, on or back; then it is right again"
PROMISE = "one edition, nothing half there; each mail comes once, or is told as too late and goes by `send`"


def rows(load: int) -> list[Row]:
    """Let it jump so often."""
    if LIBRARY is None or sys.platform != "linux":
        return [Row("F9", CASE, f"{load} jumps", "libfaketime is not installed", PROMISE, is_kept=None)]
    environ = {"LD_PRELOAD": str(LIBRARY), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
               "NO_FAKE_STAT": "1", "TZ": "UTC"}  # fmt: skip
    return rows_of("tests.report.clock", load, environ)


def _rows(load: int) -> Iterator[Row]:
    rng, wrong, codes, late = random.Random(SEED), list[str](), Counter[int](), 0
    with office(RECIPIENTS[:3]) as place:
        clock = place.folder.parent / "clock"
        _set(clock, NOW)
        # In the runs alone: who sleeps here needs a clock that goes.
        wound = partial(os.environ.update, FAKETIME_TIMESTAMP_FILE=str(clock))
        life = place.run("run", first=wound).seconds
        for number in range(load):
            place.forget()
            jump = JUMPS[number % len(JUMPS)]
            running = place.start("run", first=wound)
            select([], [], [], rng.uniform(0, life))  # libfaketime gets `sleep` wrong where it leaves some clocks alone
            _set(clock, NOW + jump)
            ran = running.ended()
            codes[ran.code] += 1
            late += "not sent within" in ran.said
            _set(clock, NOW)
            wrong += [f"{jump}: {flaw}" for flaw in _flaws(place, ran, wound)]
    said = ", ".join(f"{count} x exit {code}" for code, count in sorted(codes.items()))
    figure = f"{said}; {late} given up as too late; {'; '.join(wrong[:5]) or 'nothing lost, nothing twice'}"
    yield Row("F9", CASE, f"{load} jumps", figure, PROMISE, not wrong)


def _set(clock: Path, moment: datetime) -> None:
    """Set the clock, whole: it is read all the time."""
    draft = clock.with_suffix(".new")
    draft.write_text(f"{moment:%Y-%m-%d %H:%M:%S}")
    draft.replace(clock)


def _flaws(place: Office, ran: Ran, wound: Callable[[], object]) -> Iterator[str]:
    """What is wrong once the clock is right; what was given up as too late was told, and is sent when asked for."""
    yield from halfway(place)
    if ran.code not in (0, 3) or "Traceback" in ran.said:
        yield f"exit {ran.code}: {ran.said[-300:]!r}"
    if "failed" in place.letters().values() and "not sent within" not in ran.said:
        yield f"given up in silence: {ran.said[-300:]!r}"
    place.run("run", first=wound)
    if "failed" in place.letters().values():
        place.run("send", first=wound)
    yield from ended(place, place.run("run", first=wound))


if __name__ == "__main__":
    tell(_rows)
