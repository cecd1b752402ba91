"""How far the figures that differ are rightly so: `python tests/benchmarks/figures.py DATA [--list]`.

The labels say by row and span, without the text, of pairs of figures that look alike (the same unit and head, close to
each other, in articles of one story) what a reader found: "differ", or why they do not: "other thing", "other scope",
"other time", "agree". Printed are precision and recall of the pairs that the product shows in one table and holds to
disagree; a pair shown that nobody has read is listed, to be read. DATA is the folder that holds `multi/stories.jsonl`,
`days/stories.jsonl` and `events/reports.jsonl`. With --list all pairs that have no label are printed, with their words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from briefing.model import Article, Figure, Passage
from briefing.stages.differ import differ
from briefing.stages.differ.agree import agrees
from briefing.stages.quantify import quantify
from briefing.stages.read import read

LABELS = Path(__file__).parent / "figures_labels.jsonl"
Key = tuple[str, str, tuple[str, int], tuple[str, int]]


class Story(NamedTuple):
    """The figures of one story's articles; `rows` tells their texts apart by document or report."""

    data: str
    id: str
    figures: list[Figure]
    rows: dict[str, str]
    texts: dict[str, str]


def main(folder: Path, *, is_listed: bool) -> None:
    """Print precision and recall, and what has no label yet."""
    known = {_key(label): label["label"] for label in map(json.loads, LABELS.read_text("utf-8").splitlines())}
    counts: Counter[str] = Counter()
    wrong_rows = rows = 0
    for story in _stories(folder):
        tables = differ("", sorted(story.figures, key=lambda figure: figure.order))
        shown = {key for table in tables for key in _pairs_of(table.figures, story)}
        for key in shown:
            counts["right" if known.get(key) == "differ" else "wrong" if key in known else "unread"] += 1
        for table in tables:
            bad = _unborne(table.figures, story, known)
            rows, wrong_rows = rows + len(table.figures), wrong_rows + bad
        counts["missed"] += sum(
            1 for key, label in known.items() if key[:2] == story[:2] and label == "differ" and key not in shown
        )
        if is_listed:
            _list(story, known, shown)
    print(f"{len(known)} pairs read: {dict(Counter(known.values()))}")
    print(f"pairs shown: {dict(counts)}; rows shown: {rows}, not borne out: {wrong_rows}")


def _unborne(figures: tuple[Figure, ...], story: Story, known: dict[Key, str]) -> int:
    """The rows of a table that are in no pair read as differing, nor repeat the number of one that is."""
    borne = {
        f.quantity.low for pair in combinations(figures, 2) if known.get(_pair(*pair, story)) == "differ" for f in pair
    }
    return sum(figure.quantity.low not in borne for figure in figures)


def _pairs_of(figures: tuple[Figure, ...], story: Story) -> Iterator[Key]:
    for one, other in combinations(figures, 2):
        if one.article != other.article and not agrees(one.quantity, other.quantity):
            yield _pair(one, other, story)


def _pair(one: Figure, other: Figure, story: Story) -> Key:
    first, second = sorted((story.rows[figure.article], figure.quantity.start) for figure in (one, other))
    return story.data, story.id, first, second


def _key(label: dict[str, object]) -> Key:
    first, second = sorted((str(row), int(start)) for row, start, _ in label["pair"])  # type: ignore[attr-defined]
    return str(label["data"]), str(label["id"]), first, second


def _list(story: Story, known: dict[Key, str], shown: set[Key]) -> None:
    """Print the pairs that look alike and have not been read."""
    for one, other in combinations(story.figures, 2):
        key = _pair(one, other, story)
        if key in known or not (key in shown or _look_alike(one, other)):
            continue
        ends = {story.rows[f.article]: f.quantity.end for f in (one, other)}
        pair = [[row, start, ends[row]] for row, start in key[2:]]
        print(
            json.dumps({"data": story.data, "id": story.id, "pair": pair, "label": ""}), "SHOWN" if key in shown else ""
        )
        for figure in (one, other):
            print("   ", figure.words, "|", " ".join(story.texts[figure.article][slice(*figure.place)].split()))


def _look_alike(one: Figure, other: Figure) -> bool:
    a, b = one.quantity, other.quantity
    if one.article == other.article or agrees(a, b) or (a.measure, a.unit, a.event) != (b.measure, b.unit, b.event):
        return False
    if not a.high <= 2 * b.low <= 4 * a.high:
        return False
    shared = len({*one.company} & {*other.company} - {a.thing})
    if a.measure in ("money", "percent"):
        return shared >= 4 and shared >= 0.4 * min(len(one.company), len(other.company))
    return a.thing == b.thing and shared >= 2


def _stories(folder: Path) -> Iterator[Story]:
    for data in ("multi/stories", "days/stories"):
        for row in map(json.loads, (folder / f"{data}.jsonl").read_text("utf-8").splitlines()):
            day = row.get("date")
            yield _story(data, str(row["id"]), {str(k): {**d, "date": day} for k, d in enumerate(row["documents"])})
    clusters: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in map(json.loads, (folder / "events/reports.jsonl").read_text("utf-8").splitlines()):
        clusters[row["cluster"]][str(row["id"])] = row
    for cluster, reports in clusters.items():
        yield _story("events/reports", cluster, reports)


def _story(data: str, name: str, documents: dict[str, dict[str, str]]) -> Story:
    figures, rows, texts = [], {}, {}
    for row, document in documents.items():
        day = document.get("date")
        reading = read(
            Article(text=document["text"], title=document.get("title"), date=date.fromisoformat(day) if day else None)
        )
        rows[reading.article.sha256], texts[reading.article.sha256] = row, reading.article.text
        whole = Passage(0, len(reading.article.text), "story", 0, len(reading.sentences) - 1)
        figures += quantify(reading, [whole] if reading.sentences else []).get("story", ())
    return Story(data, name, figures, rows, texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_listed="--list" in sys.argv)
