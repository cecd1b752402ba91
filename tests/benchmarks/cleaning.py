"""How right cleaning is: precision and recall of what is set aside, on sentences that were labelled by reading.

    python tests/benchmarks/cleaning.py DATA [--half a|b] [--wrong]

DATA holds `single/news.jsonl` and `multi/stories.jsonl`. The labels (cleaning_labels.jsonl) are rows and spans without
the text: 64 whole articles, 32 at even distances in either file, cut into sentences (and into parts of sentences where
only a part is no news), and labelled before the cleaner's verdict was seen. The recognisers were tuned on half a, the
articles of even number; half b was only ever counted.

A span counts as set aside if half of its characters are. Labels: `news` and `correction` are to be kept; `inline` (a
sentence with a run of links inside it) is neither; every other label names a kind of aside.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model import Article, Aside
from briefing.stages.clean import clean

LABELS = Path(__file__).with_name("cleaning_labels.jsonl")
KEPT = ("news", "correction")
Key = tuple[str, str, int | None]


class Span(NamedTuple):
    """A labelled span, what the cleaner did with it, and its text."""

    label: str
    aside: str | None
    text: str


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def texts(data: Path) -> dict[Key, str]:
    """Return the data's texts by file, row and number of the document in its row."""
    found: dict[Key, str] = {}
    for row in rows(data / "single/news.jsonl"):
        found["single/news", row["id"], None] = row["text"]
    for row in rows(data / "multi/stories.jsonl"):
        for number, document in enumerate(row["documents"]):
            found["multi/stories", row["id"], number] = document["text"]
    return found


def verdict(asides: Sequence[Aside], start: int, end: int) -> str | None:
    """Return the kind by which at least half of a span's characters are set aside, or None."""
    for aside in asides:
        if 2 * (min(end, aside.end) - max(start, aside.start)) >= end - start:
            return aside.kind
    covered = sum(max(0, min(end, a.end) - max(start, a.start)) for a in asides)
    return "several" if 2 * covered >= end - start else None


def judged(data: Path, half: str | None) -> Iterator[Span]:
    """Yield every labelled span of a half (or of both) whose text is still the one that was labelled."""
    known = texts(data)
    articles: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(LABELS):
        articles[row["file"], row["id"], row.get("document")].append(row)
    for number, (key, labels) in enumerate(articles.items()):
        if half is not None and "ab"[number % 2] != half:
            continue
        article = Article(text=known[key])
        if article.sha256 != labels[0]["sha256"]:
            raise SystemExit(f"{key}: not the text that was labelled")
        asides = clean(article).asides
        for row in labels:
            start, end = row["start"], row["end"]
            yield Span(row["label"], verdict(asides, start, end), article.text[start:end])


def share(part: int, whole: int) -> str:
    """Return a share in percent, with what it was counted from."""
    return f"{100 * part / whole:5.1f} % ({part} of {whole})" if whole else "    – (0 of 0)"


def report(spans: Iterable[Span]) -> Iterator[str]:
    """Yield the lines of the table: overall, then recall by label, then precision by kind."""
    counted = [span for span in spans if span.label != "inline"]
    clutter = Counter(s.label for s in counted if s.label not in KEPT)
    found = Counter(s.label for s in counted if s.label not in KEPT and s.aside)
    aside = Counter(s.aside for s in counted if s.aside)
    right = Counter(s.aside for s in counted if s.aside and s.label not in KEPT)
    yield f"{len(counted)} spans, {clutter.total()} of them to be set aside"
    yield f"precision {share(right.total(), aside.total())}"
    yield f"recall    {share(found.total(), clutter.total())}"
    yield from (f"  recall of {label:<12}{share(found[label], count)}" for label, count in sorted(clutter.items()))
    yield from (f"  precision of {kind!s:<9}{share(right[kind], count)}" for kind, count in sorted(aside.items()))


def main() -> None:
    """Print the table, and with `--wrong` the spans that were judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--wrong", action="store_true", help="print what was missed or set aside wrongly")
    given = parser.parse_args()
    spans = list(judged(given.data, given.half))
    print(*report(spans), sep="\n")
    if given.wrong:
        wrong = (s for s in spans if s.label != "inline" and (s.label in KEPT) == bool(s.aside))
        print(*(f"{s.label:>10} {s.aside or '-':<10} {s.text[:200]!r}" for s in wrong), sep="\n")


if __name__ == "__main__":
    main()
