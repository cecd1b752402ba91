"""How a day's pile grows: articles of JSON lines to a finished page, each size in a process of its own.

    python tests/benchmarks/day.py COUNT [DATA]

makes the pile and prints what its page took.
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

from timing import Used, made_articles, ran, table

DAY = date(2026, 11, 23)
SETTINGS = """title = "A day"
[[theme]]
name = "Immigration"
terms = ["immigration", "border", "migrants"]
[[theme]]
name = "Economy"
terms = ["economy", "jobs", "budget"]
[[theme]]
name = "Elections"
terms = ["election", "vote", "senate", "campaign"]
"""


def report(data: Path | None, sizes: list[int]) -> str:
    """Return the table for piles of these sizes, the least first."""
    used = {size: measure(size, data) for size in sizes}
    least = sizes[0]
    rows = [
        (
            f"{size:,}",
            f"{spent.seconds:.1f}",
            f"{size / spent.seconds:.0f}",
            f"{spent.seconds / used[least].seconds:.1f}",
            f"{spent.memory:.0f}",
            f"{spent.memory / used[least].memory:.2f}",
            f"{1024 * 1024 * (spent.memory - used[least].memory) / (size - least):.0f}" if size > least else "",
        )
        for size, spent in used.items()
    ]
    head = ("articles", "s", "articles/s", f"time × {least:,}", "peak MB", f"peak × {least:,}", "bytes an article more")
    return table("A day: JSON lines to a page; CPU of all processes, memory of the largest", head, rows)


def measure(size: int, data: Path | None) -> Used:
    """Return what `briefing build` used for a pile of so many articles."""
    with TemporaryDirectory() as folder:
        environ["XDG_CACHE_HOME"] = folder  # no reading is kept from an earlier run
        pile, settings = Path(folder) / "day.jsonl", Path(folder) / "briefing.toml"
        settings.write_text(SETTINGS)
        with pile.open("w", encoding="utf-8") as file:
            for number, paragraphs in enumerate(made_articles(size, data)):
                file.write(json.dumps(_row(number, paragraphs)) + "\n")
        page = ["-o", str(Path(folder) / "page.md")]
        return ran(["-m", "briefing", "build", "--config", str(settings), str(pile), "--date", f"{DAY}", "-q", *page])


def _row(number: int, paragraphs: list[str]) -> dict[str, str]:
    return {
        "text": "\n\n".join(paragraphs),
        "title": " ".join(paragraphs[0].split()[:9]),
        "source": f"Paper {number % 40}",
        "date": str(DAY - timedelta(days=1 + number % 3)),
    }


if __name__ == "__main__":
    print(measure(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
