"""How long commands take to start, as ratios of CPU time in one run: `make bench`.

Minima over several processes, for other work on the machine only ever adds.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from timing import ran, table


def cpu(arguments: list[str], runs: int) -> float:
    """Return the least CPU time, user and system, of so many runs of Python with these arguments, in seconds."""
    return min(ran(arguments).seconds for _ in range(runs))


def report() -> str:
    """Return the table: each command's time, and how many times that of what it is compared with."""
    with TemporaryDirectory() as folder:
        page = str(Path(folder) / "page.md")
        bare = cpu(["-c", "pass"], 15)
        sumy = cpu(["-c", "import sumy.summarizers.lex_rank"], 7)
        version = cpu(["-m", "briefing", "--version"], 15)
        build = cpu(["-m", "briefing", "build", "seeds", "-q", "-o", page], 7)
    rows = [
        ("python -c pass", f"{bare:.3f}", ""),
        ("briefing --version", f"{version:.3f}", f"{version / bare:.1f} × python -c pass"),
        ("import sumy.summarizers.lex_rank", f"{sumy:.3f}", ""),
        ("briefing build seeds", f"{build:.3f}", f"{build / sumy:.1f} × importing sumy's LexRank"),
    ]
    return table("Cold start", ("", "s", "ratio"), rows)


if __name__ == "__main__":
    print(report())
