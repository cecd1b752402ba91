"""How much faster workers are than one process, and that the page is the same to the byte.

    python tests/benchmarks/workers.py [SOURCE] [--articles N] [--executors serial processes:2 dask]

Without SOURCE a pile of N articles is written as JSON lines: sentences of the example's articles under names of their
own, so that every article has words that no other has. Figures are wall-clock times: run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SYLLABLES = ["ba", "ko", "ri", "ten", "mal", "vo", "shi", "dur", "gan", "el", "pra", "so", "nik", "ta", "ul", "mer"]


def pile(path: Path, count: int) -> None:
    """Write so many articles of 20 to 40 sentences each."""
    chance = random.Random(7)
    texts = [file.read_text("utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?”])\s+", text) if 40 < len(s) < 400]
    with path.open("w", encoding="utf-8") as rows:
        for number in range(count):
            name, place = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
            chosen = [f"{s[:-1]}, said {name} in {place}." for s in chance.sample(sentences, chance.randint(10, 20))]
            text = "\n\n".join(" ".join(chosen[k : k + 3]) for k in range(0, len(chosen), 3))
            row = {
                "text": text,
                "title": f"{name} of {place}",
                "date": f"2026-11-{number % 28 + 1:02}",
                "source": "Pile",
            }
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")


def built(source: str, executor: str, page: Path) -> float:
    """Build a page with an executor, and return the seconds that it took."""
    command = [
        sys.executable,
        "-m",
        "briefing",
        "build",
        source,
        "-q",
        "--no-cache",
        "-o",
        str(page),
        "--date",
        "2026-11-22",
    ]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    begun = time.perf_counter()
    subprocess.run(
        [*command, "--config", str(ROOT / "seeds/briefing.toml"), "--executor", executor], env=environ, check=False
    )
    return time.perf_counter() - begun


def main() -> None:
    """Print a line for each executor: seconds, and how many times as fast as the first one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("source", nargs="?")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--executors", nargs="+", default=["serial", "processes:2"])
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        source = asked.source or str(Path(folder) / "pile.jsonl")
        if not asked.source:
            pile(Path(source), asked.articles)
        first, page = 0.0, b""
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        for number, executor in enumerate(asked.executors):
            path = Path(folder) / f"{number}.md"
            seconds = built(source, executor, path)
            first, page = first or seconds, page or path.read_bytes()
            same = "the same page" if path.read_bytes() == page else "ANOTHER PAGE"
            print(f"{executor:24} {seconds:7.1f} s   {first / seconds:.2f} x   {same}", flush=True)
        print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main()
