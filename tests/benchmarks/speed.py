"""All that is measured of speed, as one page: `make bench`, or

    python tests/benchmarks/speed.py [DATA] [--sizes 1000,10000,100000] [--keep]

DATA is a folder with `single/news.jsonl` and `multi/stories.jsonl`; without it texts are made up, whose words are
fewer than in news. `--keep` writes the page to tests/benchmarks/results.md. Time is CPU time; only ratios within one
run mean anything, for the machine may have other work.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import day
import one_article
import one_theme
import start
from timing import setting

KEPT = Path(__file__).with_name("results.md")


def main() -> None:
    """Print the tables as they come."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    texts = "news of a folder" if given.data else "made-up texts"
    parts = [f"# How fast\n\n{setting()} Measured on {texts}.\n"]
    print(parts[0])
    sizes = [int(size) for size in given.sizes.split(",")]
    for part in (
        lambda: one_article.report(given.data),
        lambda: one_theme.report(given.data),
        lambda: day.report(given.data, sizes),
        start.report,
    ):
        parts.append(part())
        print(parts[-1], flush=True)
    if given.keep:
        KEPT.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
