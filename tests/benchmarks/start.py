"""How long commands take to start, as ratios of CPU time in one run: `make bench`.

Minima over several processes, for other work on the machine only ever adds.
"""

from __future__ import annotations

from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

from timing import Used, ran, table


def cpu(arguments: list[str], runs: int) -> Used:
    """Return the least CPU time of so many runs of Python with these arguments, and the most memory."""
    used = [ran(arguments) for _ in range(runs)]
    return Used(min(one.seconds for one in used), max(one.memory for one in used))


def report() -> str:
    """Return the table: each command's time, and how many times that of what it is compared with."""
    with TemporaryDirectory() as folder:
        environ["XDG_CACHE_HOME"] = folder
        build = ["-m", "briefing", "build", "seeds", "-q", "-o", str(Path(folder) / "page.md")]
        bare, floor = cpu(["-c", "pass"], 15)
        sumy, _ = cpu(["-c", "import sumy.summarizers.lex_rank"], 7)
        version, _ = cpu(["-m", "briefing", "--version"], 15)
        first, most = cpu([*build, "--no-cache"], 7)
        again, _ = cpu(build, 7)
    rows = [
        ("python -c pass", f"{bare:.3f}", ""),
        ("briefing --version", f"{version:.3f}", f"{version / bare:.1f} × python -c pass"),
        ("import sumy.summarizers.lex_rank", f"{sumy:.3f}", ""),
        ("briefing build seeds, all read", f"{first:.3f}", f"{first / sumy:.1f} × importing sumy's LexRank"),
        ("briefing build seeds, readings kept", f"{again:.3f}", f"{again / sumy:.1f} × importing sumy's LexRank"),
        ("its memory", "", f"{most - floor:.0f} MB above the bare interpreter's"),
    ]
    return table("Cold start", ("", "s", "ratio"), rows)


if __name__ == "__main__":
    print(report())
