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

from tests.report import full_disk, kills, pairs, power_loss
from tests.report.row import Row

ROOT = Path(__file__).parents[2]
EXPERIMENTS: dict[str, tuple[Callable[[int], list[Row]], int]] = {
    "kills": (kills.rows, 200),
    "full-disk": (full_disk.rows, 20),
    "power-loss": (power_loss.rows, 100),
    "pairs": (pairs.rows, 20),
}
"""Each experiment by its name, with how often it is done."""

TITLE = "# What was measured\n\n`make report` writes this page; `python -m tests.report NAME` one of its parts.\n"
_KEPT = {True: "kept", False: "**broken**", None: "not tried"}


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
        experiment, load = EXPERIMENTS[name]
        print(f"{name} …", file=sys.stderr)
        rows = experiment(given.load or load)
        broken = broken or any(row.is_kept is False for row in rows)
        text = section(name, rows)
        print(text) if given.output == "-" else _put(Path(given.output), name, text)
    return 1 if broken else 0


def section(name: str, rows: list[Row]) -> str:
    """Return what the report says of an experiment: when, of what, on what, and a line for each case."""
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    about = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit.stdout.strip() or 'unknown'}"
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors"
    head = "| case | load | figures | promise | |\n|---|---|---|---|---|"
    lines = [f"| {row.case} | {row.load} | {row.figure} | {row.promise} | {_KEPT[row.is_kept]} |" for row in rows]
    return "\n".join([f"## {name}", "", f"{about}; {machine}", "", head, *lines, ""])


def _put(file: Path, name: str, text: str) -> None:
    """Put a section into the report, in place of the one before; the others stay, each with its own date."""
    old = file.read_text("utf-8").split("\n## ")[1:] if file.exists() else []
    sections = {part.partition("\n")[0]: f"## {part}".rstrip() + "\n" for part in old} | {name: text}
    known = [sections[one] for one in EXPERIMENTS if one in sections]
    file.write_text("\n".join([TITLE, *known]), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
