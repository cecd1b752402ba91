"""Workers that die of an article, whichever it is: by a signal, or for want of memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.pipeline.sparing import DIED
from tests.executors import deaths
from tests.report.row import Row

SEED = 20261128
WAYS = ("SIGKILL", "SIGSEGV", "SIGABRT", "memory")
PROMISE = "once: the page is as if nobody had died; always: that article is a named problem, all others are read"
ONE_CLUSTER_IN = 5
"""Most rounds are for `processes`: a cluster takes as long to start as three of them."""


def rows(load: int) -> list[Row]:
    """Let workers die in so many rounds."""
    rng, wrong, met = random.Random(SEED), list[str](), Counter[str]()
    for number in range(load):
        executor = "dask:2" if number % ONE_CLUSTER_IN == ONE_CLUSTER_IN - 1 else "processes:2"
        way, mode = WAYS[number % len(WAYS)], ("once", "always")[number // len(WAYS) % 2]
        meteor = rng.randint(1, deaths.ROWS)
        met[f"{executor.partition(':')[0]} {mode}"] += 1
        with TemporaryDirectory() as folder:
            deaths.write(Path(folder), meteor)
            flaw = _flaw(Path(folder), executor, mode, way, meteor)
        wrong += [f"{executor}, {way} {mode} on row {meteor}: {flaw}"] if flaw else []
    said = ", ".join(f"{count} x {how}" for how, count in met.items())
    figure = f"{said}; {'; '.join(wrong[:5]) or 'every other article came out'}"
    case = f"a worker ended on one article of {deaths.ROWS}: {', '.join(WAYS[:-1])}, or out of memory (RLIMIT_AS)"
    return [Row("F12", case, f"{load} rounds", figure, PROMISE, not wrong)]


def _flaw(folder: Path, executor: str, mode: str, way: str, meteor: int) -> str:
    """Return what is wrong with what came out, or ""."""
    call = [sys.executable, "-m", "tests.executors.deaths", executor, str(folder), mode, way]
    done = subprocess.run(call, capture_output=True, text=True, timeout=300)
    if done.returncode or not (folder / "died").exists():
        return f"exit {done.returncode}: {done.stderr[-300:]!r}"
    found = json.loads(done.stdout)
    if mode == "once":
        return "" if found == deaths.built("serial", str(folder), "none") else "the page is another one"
    named = f"{folder}/news.jsonl, row {meteor}: {DIED} (leave it out, or give it more memory)"
    page = json.loads(found["page"])
    if named not in found["problems"] or len(found["problems"]) != 2:
        return f"it is not named: {found['problems']}"
    if len(page["sources"]) != deaths.ROWS - 1 or "meteor" in json.dumps([page["glance"], page["other"]]):
        return f"{len(page['sources'])} sources"
    return ""
