"""How right dates are: precision and recall of what is resolved, on expressions that were labelled by reading.

    python tests/benchmarks/dates.py DATA [--wrong]

DATA holds `quotes/articles.jsonl` (dated by their names) and `single/news.jsonl` (dated by their header lines). The
labels (dates_labels.jsonl) are rows and spans without the text, each with the days that a reader takes the words to
mean, or none where that cannot be told. Every expression that the grammar found in the dated articles was labelled; one
that it did not find is not among them, so that recall is that of resolving. The grammar was mended after reading them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from briefing.model import Article
from briefing.stages.read import read
from briefing.stages.resolve import resolve

LABELS = Path(__file__).with_name("dates_labels.jsonl")
FILES = ("quotes/articles.jsonl", "single/news.jsonl")


def article(row: dict[str, Any]) -> Article:
    """Return a row as an article, with the day that its name states."""
    named = re.search(r"\d{4}-\d\d-\d\d", row["id"])
    return Article(text=row["text"], date=date.fromisoformat(named[0]) if named else None)


def shown(data: Path) -> Iterator[tuple[tuple[str, int, int, int], list[str], str]]:
    """Yield each expression without a year of its own that is resolved: its place, its days, and the words around."""
    for name in FILES:
        for number, line in enumerate((data / name).read_text("utf-8").splitlines()):
            given = article(json.loads(line))
            reading = read(given)
            years = {said.start for said in reading.expressions if said.year is not None}
            for moment in resolve(given.text, reading.expressions, reading.dated):
                if moment.start not in years:
                    around = " ".join(given.text[max(0, moment.start - 60) : moment.end + 40].split())
                    days = [moment.first.isoformat(), moment.last.isoformat()]
                    yield (name, number, moment.start, moment.end), days, around


def main() -> None:
    """Print precision and recall for all rows, the even and the odd ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what is wrong, and what is not labelled")
    options = parser.parse_args()
    lines = map(json.loads, LABELS.read_text("utf-8").splitlines())
    labels = {(line["file"], line["row"], line["start"], line["end"]): line["days"] for line in lines}
    found = list(shown(options.data))
    for part, rows in (("all", (0, 1)), ("even", (0,)), ("odd", (1,))):
        ours = [(key, days) for key, days, _ in found if key in labels and key[1] % 2 in rows]
        right = sum(labels[key] == days for key, days in ours)
        known = sum(days is not None for key, days in labels.items() if key[1] % 2 in rows)
        print(f"{part}: precision {right / len(ours):.3f} of {len(ours)}, recall {right / known:.3f} of {known}")
    if options.wrong:
        for key, days, around in found:
            if key not in labels or labels[key] != days:
                print(*key, *days, labels.get(key, "not labelled"), around, sep=" | ")


if __name__ == "__main__":
    main()
