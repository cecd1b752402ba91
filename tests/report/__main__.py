"""Run the experiments and write `tests/report.md`: `python -m tests.report [NAME …] [--load N] [-o FILE|-]`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.report import (
    clock,
    feeds,
    full_disk,
    fuzz,
    hostile,
    into_postfix,
    kills,
    licences,
    load,
    pairs,
    pathological,
    places,
    power_loss,
    properties,
    regexes,
    states,
    syscalls,
    upgrade,
    whole_run,
    workers,
)
from tests.report.inputs import generated
from tests.report.installed import versions
from tests.report.page import RESULTS, Section, keep, kept, page, text_of
from tests.report.row import Row

ROOT = Path(__file__).parents[2]
EXPERIMENTS: dict[str, tuple[Callable[[int], list[Row]], int]] = {
    "kills": (kills.rows, 200),
    "whole-run": (whole_run.rows, 200),
    "into-postfix": (into_postfix.rows, 50),
    "system-calls": (syscalls.rows, 500),
    "full-disk": (full_disk.rows, 20),
    "places": (places.rows, 20),
    "power-loss": (power_loss.rows, 100),
    "pairs": (pairs.rows, 20),
    "feeds": (feeds.rows, 1000),
    "clock": (clock.rows, 48),
    "workers": (workers.rows, 50),
    "states": (states.rows, 100),
    "hostile": (hostile.rows, 1000),
    "inputs": (generated.rows, 20_000),
    "pathological": (pathological.rows, 100),
    "fuzz": (fuzz.rows, 30),
    "regexes": (regexes.rows, 8),
    "properties": (properties.rows, 12),
    "installed": (versions.rows, 9),
    "upgrade": (upgrade.rows, 9),
    "licences": (licences.rows, 99),
    "load": (load.rows, 10_000),
}
"""Each experiment by its name, with how often it is done."""


def main() -> int:
    """Return 1 where a promise is broken."""
    wanted = argparse.ArgumentParser(prog="python -m tests.report", description="Run experiments and write a report.")
    wanted.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(EXPERIMENTS)} [default: all]")
    wanted.add_argument("--load", type=int, help="how often each is done [default: its own]")
    wanted.add_argument("-o", "--output", default=str(ROOT / "tests" / "report.md"), help="- for standard output")
    given = wanted.parse_args()
    if unknown := [name for name in given.names if name not in EXPERIMENTS]:
        wanted.error(f"there is no {unknown[0]!r}; there are {', '.join(EXPERIMENTS)}")
    broken = False
    for name in given.names or EXPERIMENTS:
        experiment, often = EXPERIMENTS[name]
        print(f"{name} …", file=sys.stderr)
        section = Section(_about(), experiment(given.load or often))
        broken = broken or any(row.is_kept is False for row in section.rows)
        if given.output == "-":
            print(text_of(name, section))
        else:
            keep(name, section)
            Path(given.output).write_text(page(kept(), list(EXPERIMENTS)), "utf-8")
    return 1 if broken else 0


def _about() -> str:
    """When, of which commit (with what has been changed since, but for the report itself), on what machine."""
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    looked_at = ("briefing", "templates", "tests", ":!tests/report.md", f":!{RESULTS.relative_to(ROOT)}")
    changed = _git("status", "--porcelain", "--", *looked_at)
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit}{' and changes' if changed else ''}; {machine}"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
