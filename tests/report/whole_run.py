"""A whole run, from asking a feed to the archive, is killed at points spread over all that it does; then run again.

A point is a system call: between two of them a run changes nothing that anybody else can see.
"""

from __future__ import annotations

import random
import signal
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from tests.report.anew import tell
from tests.report.failing import KILL, Failing, rows_of
from tests.report.office import Office, whole_office
from tests.report.row import Row
from tests.report.sound import drafts, ended, halfway

SEED = 20261128
CASE = "`run` killed (`kill -9`) at system calls spread evenly over fetching, reading, recording, sending, the archive"
PROMISE = "nothing half there, no mail lost unreported or twice; the next run makes up for it, with one edition"


def rows(load: int) -> list[Row]:
    """Kill so many runs."""
    needs = "that takes Linux and a C compiler"
    return rows_of("tests.report.whole_run", load, Row("F1", CASE, f"{load} kills", needs, PROMISE, is_kept=None))


def _rows(load: int) -> Iterator[Row]:
    failing = Failing()
    rng, wrong, left = random.Random(SEED), list[str](), 0
    reached: Counter[str] = Counter()
    with whole_office() as place:
        assert place.run("run", first=failing.at(0)).code == 0
        calls = failing.calls
        for number in range(load):
            place.forget()
            point = 1 + int(calls * (number + rng.random()) / load)
            ran = place.run("run", first=failing.at(point, KILL))
            reached[_stage(place) if ran.code == -signal.SIGKILL else "after its end"] += 1
            left += drafts(place)
            flaws = [*halfway(place), *ended(place, place.run("run"))]
            wrong += [f"at call {point}: {flaw}" for flaw in flaws]
    where = ", ".join(f"{count} {stage}" for stage, count in reached.most_common())
    figure = f"{where}; {left} drafts left lying; {'; '.join(wrong[:5]) or 'nothing lost, nothing twice'}"
    yield Row("F1", CASE, f"{load} kills, 3 articles, 3 recipients", figure, PROMISE, not wrong and len(reached) > 1)


def _stage(place: Office) -> str:
    """Return how far a run has come."""
    if (place.folder / "site").exists():
        return "in the archive"
    if place.server.taken():
        return "while sending"
    if not (place.state / "state.sqlite").exists():
        return "before there was a state"
    with closing(sqlite3.connect(place.state / "state.sqlite")) as state:
        editions = state.execute("SELECT count(*) FROM editions").fetchone()[0]
        items = state.execute("SELECT count(*) FROM items").fetchone()[0]
    if editions:
        return "with the edition recorded"
    return "with the feed kept" if items else "before the feed was kept"


if __name__ == "__main__":
    tell(_rows)
