"""Every regular expression on texts made of what it looks for: the time must grow with the length, no faster."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.report.row import Row

ROOT = Path(__file__).parents[3]
CASE = "every regular expression of the package on texts of its own signs, from 1 KB to 1 MB"
PROMISE = "time grows with the length, or the pattern is only ever given a window of the text"


def rows(load: int) -> list[Row]:
    """Measure in a process of its own, for patterns are met as they are compiled; `load` texts a pattern."""
    command = [sys.executable, "-m", "tests.report.regexes.measured", str(load)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    figure = done.stdout.strip().replace("\n", "; ") or done.stderr[-300:]
    return [Row("Z0", CASE, f"{load} texts a pattern", figure, PROMISE, is_kept=done.returncode == 0)]
