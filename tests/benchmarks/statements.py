"""How right the comparing of statements is: precision and recall on pairs of sentences that were labelled by reading.

    python tests/benchmarks/statements.py DATA [--half a|b] [--wrong]

DATA holds `multi/stories.jsonl` and `events/reports.jsonl`. The labels (statements_labels.jsonl) are rows and spans
without the text: 299 pairs of sentences, each from two reports of one story, drawn at random from every degree of
likeness (no pair that is equal but for case and marks), and labelled before the rules were written. `same` says that
who has read one learns nothing of substance from the other, and that either article can be cited for either; where that
was hard to say, `because` tells what differs.

Half a served to design the rules, half b was only counted; a story belongs to one half with all its pairs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model import Article, Cut, Extract, Reading
from briefing.stages.choose.extract import extract
from briefing.stages.compare import is_same
from briefing.stages.read import read

LABELS = Path(__file__).with_name("statements_labels.jsonl")
Key = tuple[str, str, int | None]


class Pair(NamedTuple):
    """Two wordings, whether they were labelled as one statement, and whether they are compared as one."""

    one: Extract
    other: Extract
    same: bool
    found: bool
    because: str


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def texts(data: Path) -> dict[Key, str]:
    """Return the data's texts by file, row and number of the document in its row."""
    found: dict[Key, str] = {
        ("events/reports", row["id"], None): row["text"] for row in rows(data / "events/reports.jsonl")
    }
    for row in rows(data / "multi/stories.jsonl"):
        for number, document in enumerate(row["documents"]):
            found["multi/stories", row["id"], number] = document["text"]
    return found


@cache
def reading_of(text: str) -> Reading:
    """Return the reading of a text."""
    return read(Article(text=text))


def wording(known: dict[Key, str], file: str, place: dict[str, Any]) -> Extract:
    """Return the labelled sentence as an extract of its own; raises SystemExit if it is not the one labelled."""
    reading = reading_of(known[file, place["id"], place.get("document")])
    span = place["start"], place["end"]
    found = next((s for s in reading.sentences if (s.start, s.end) == span), None)
    if found is None or not reading.article.sha256.startswith(place["sha256"]):
        raise SystemExit(f"{file} {place['id']} {span}: not the sentence that was labelled")
    return extract(reading, Cut(found.position, found.position, found.position, *span), 0.0)


def judged(data: Path, half: str | None) -> Iterator[Pair]:
    """Yield every labelled pair of a half (or of both) with what comparing says of it."""
    known = texts(data)
    for row in rows(LABELS):
        if half in (None, row["half"]):
            one, other = (wording(known, row["file"], row[side]) for side in ("one", "other"))
            yield Pair(one, other, row["same"], is_same(one, other), row.get("because", ""))


def share(part: int, whole: int) -> str:
    """Return a share in percent, with what it was counted from."""
    return f"{100 * part / whole:5.1f} % ({part} of {whole})" if whole else "    – (0 of 0)"


def report(pairs: Iterable[Pair]) -> Iterator[str]:
    """Yield the lines of the table."""
    counted = list(pairs)
    right = sum(pair.same and pair.found for pair in counted)
    yield f"{len(counted)} pairs, {sum(pair.same for pair in counted)} of them one statement"
    yield f"precision {share(right, sum(pair.found for pair in counted))}"
    yield f"recall    {share(right, sum(pair.same for pair in counted))}"


def main() -> None:
    """Print the table, and with `--wrong` the pairs that were joined or held apart wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--wrong", action="store_true", help="print what was joined or held apart wrongly")
    given = parser.parse_args()
    pairs = list(judged(given.data, given.half))
    print(*report(pairs), sep="\n")
    if given.wrong:
        for pair in sorted((p for p in pairs if p.same != p.found), key=lambda p: p.same):
            print("MISSED" if pair.same else "JOINED", pair.because and f"({pair.because})")
            print(*(f"    {' '.join(one.text.split())}" for one in (pair.one, pair.other)), sep="\n")


if __name__ == "__main__":
    main()
