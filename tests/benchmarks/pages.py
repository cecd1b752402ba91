"""How well web pages are read: text and day of publication beside those of trafilatura and htmldate as they come.

    python tests/benchmarks/pages.py FOLDER [--each]

FOLDER holds pages (`*.html`) with what a reader took from them (`*.json` of the same name: `text`, `date` as
2026-01-31 or null, `url`; what is not there is not measured). Texts are compared by runs of four words, counted; for
scripts without spaces by runs of four letters. A day is right if it is the same, or if there is rightly none.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from briefing.parsers.html import documents
from briefing.parsers.parsed import Hints

Read = tuple[str, str]
"""A page's text and day."""

_LONG = 12  # letters of a mean word from which a script has no spaces


def ours(data: bytes, url: str) -> Read:
    """Read a page as this package does."""
    found = documents(data, Hints("page", url)).documents
    return ("\n\n".join(d.text for d in found), found[0].stated.get("date", "")[:10]) if found else ("", "")


def theirs(data: bytes, url: str) -> Read:
    """Read a page by trafilatura's and htmldate's defaults."""
    from htmldate import find_date
    from trafilatura import extract

    try:
        day = find_date(data.decode("utf-8", "replace"), url=url or None)
    except ValueError:
        day = None
    return extract(data, url=url or None) or "", day or ""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words, or of four letters."""
    words = re.findall(r"[^\W_]+", text.lower())
    if not words or sum(map(len, words)) / len(words) > _LONG:
        words = re.findall(r"[^\W_]", text.lower())
    return Counter(zip(*(words[k:] for k in range(min(4, len(words)))), strict=False))


def scores(found: str, gold: str) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    have, want = runs(found), runs(gold)
    both = (have & want).total()
    precision, recall = both / (have.total() or 1), both / (want.total() or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def main() -> None:
    """Print a line for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="print a line for each page as well")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    readers: dict[str, Callable[[bytes, str], Read]] = {"ours": ours, "defaults": theirs}
    texts: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    days: defaultdict[str, list[str]] = defaultdict(list)
    spent: Counter[str] = Counter()
    for page in sorted(options.folder.rglob("*.html")):
        gold: dict[str, Any] = json.loads(page.with_suffix(".json").read_text("utf-8"))
        for name, read in readers.items():
            began = process_time()
            text, day = read(page.read_bytes(), gold.get("url") or "")
            spent[name] += process_time() - began
            if gold.get("text"):
                texts[name].append(scores(text, gold["text"]))
            if "date" in gold:
                days[name].append(verdict(day, gold["date"] or ""))
            if options.each:
                f1 = f"{texts[name][-1][2]:.3f}" if gold.get("text") else "    -"
                print(f"{page.stem[:40]:40} {name:9} F1 {f1}  {day or '-':10}  (gold {gold.get('date') or '-'})")
    for name in readers:
        precision, recall, f1 = (
            (sum(column) / (len(column) or 1) for column in zip(*texts[name], strict=True))
            if texts[name]
            else (0.0,) * 3
        )
        told = Counter(days[name])
        print(
            f"{name:9} {len(texts[name])} texts: P {precision:.4f} R {recall:.4f} F1 {f1:.4f};  "
            f"{len(days[name])} days: {told['right']} right, {told['wrong']} wrong, {told['missed']} missed, "
            f"{told['invented']} invented;  {spent[name]:.1f} s"
        )


def verdict(day: str, gold: str) -> str:
    """Say whether a day is right, wrong, missed, or invented where the page states none."""
    if day == gold:
        return "right"
    return "missed" if not day else "wrong" if gold else "invented"


if __name__ == "__main__":
    main()
