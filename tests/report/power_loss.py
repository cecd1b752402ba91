"""Copies of the state at random moments of a run, as a machine that loses its power might find it.

The process is stopped for each copy. A copy holds what the kernel was given, not what the disk has: that SQLite has it
flushed is `synchronous = FULL`, which the tests of `records` look at.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from time import sleep

from tests.report.office import Office, Running, office
from tests.report.row import Row

SEED = 20261128
AT_ONCE = 5
"""Copies of one run."""


def rows(load: int) -> list[Row]:
    """Copy so often, some times a run."""
    rng, wrong, opened = random.Random(SEED), list[str](), 0
    with office() as place:
        recorded = place.recorded()
        place.forget(recorded)
        life = place.run("send").seconds
        for _ in range(-(-load // AT_ONCE)):
            place.forget(recorded)
            moments = sorted(rng.uniform(0, life) for _ in range(AT_ONCE))
            opened += _looked(place, _copies(place, moments), wrong)
    return [
        Row(
            "F5",
            "copies of database and log at random moments of `send`",
            f"{-(-load // AT_ONCE) * AT_ONCE} copies",
            f"{opened} held a state; {'; '.join(wrong[:5]) or 'each whole, with all that was sent before'}",
            "integrity ok; what was sent stays sent; what the server has is sent or being sent",
            not wrong,
        )
    ]


def _copies(place: Office, moments: list[float]) -> list[tuple[Path, set[str]]]:
    """Return copies with whom the server had served by then."""
    running, found, before = place.start("send"), [], 0.0
    for number, moment in enumerate(moments):
        sleep(moment - before)
        before = moment
        if not _is_stopped(running):
            break
        served = {one.recipient for one in place.server.taken()}
        copy = place.folder / f"copy-{number}"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for file in place.state.glob("state.sqlite*"):
            shutil.copy(file, copy)
        found.append((copy, served))
        os.kill(running.process, signal.SIGCONT)
    running.ended()
    return found


def _is_stopped(running: Running) -> bool:
    """Stop it, unless it has ended."""
    os.kill(running.process, signal.SIGSTOP)
    found = os.waitid(os.P_PID, running.process, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
    return found is not None and found.si_code == os.CLD_STOPPED


def _looked(place: Office, copies: list[tuple[Path, set[str]]], wrong: list[str]) -> int:
    opened, sent = 0, set[str]()
    for copy, served in copies:
        if not (copy / "state.sqlite").exists():
            continue
        opened += 1
        with closing(sqlite3.connect(copy / "state.sqlite")) as state:
            if state.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                wrong.append(f"{copy.name}: damaged")
            letters = dict(state.execute("SELECT recipient, state FROM outbox").fetchall())
        now = {recipient for recipient, known in letters.items() if known == "sent"}
        wrong += [f"{recipient}: not sent any more" for recipient in sent - now]
        wrong += [
            f"{one}: served, and {letters.get(one)}" for one in served if letters.get(one) not in ("sent", "sending")
        ]
        sent = now
    return opened
