"""How long commands take to start, as ratios of CPU time in one run: `make bench`.

Minima over several processes, for other work on the machine only ever adds.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]


def cpu(arguments: list[str], runs: int) -> float:
    """Return the least CPU time, user and system, of so many runs of Python with these arguments, in seconds."""
    least = float("inf")
    for _ in range(runs):
        process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, cwd=ROOT)
        _, _, used = os.wait4(process.pid, 0)
        least = min(least, used.ru_utime + used.ru_stime)
    return least


def main() -> None:
    """Print a line for each command: its time, and how many times that of what it is compared with."""
    with TemporaryDirectory() as folder:
        page = str(Path(folder) / "page.md")
        bare = cpu(["-c", "pass"], 15)
        sumy = cpu(["-c", "import sumy.summarizers.lex_rank"], 7)
        version = cpu(["-m", "briefing", "--version"], 15)
        build = cpu(["-m", "briefing", "build", "seeds", "-q", "-o", page], 7)
    print(f"python -c pass                           {bare:.3f} s")
    print(f"briefing --version                       {version:.3f} s   {version / bare:.1f} x python -c pass")
    print(f"import sumy.summarizers.lex_rank         {sumy:.3f} s")
    print(f"briefing build seeds                     {build:.3f} s   {build / sumy:.1f} x importing sumy's LexRank")


if __name__ == "__main__":
    main()
