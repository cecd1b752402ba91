"""How far the measure of context agrees with a reader: `python tests/benchmarks/context.py DATA`.

The labels say by row and span, without the text, in which extracts a reader met what only the source explains.
Each set was read before the measure was asked, and then used to mend it: at first sight precision and recall were 0.84
and 0.70 on the first, 0.78 and 0.72 on the second, 0.86 and 0.76 on the third. DATA is the folder that holds
`single/news.jsonl` and `multi/stories.jsonl`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.evaluation.context import Shown, context_problems

LABELS = Path(__file__).parent / "context_labels.jsonl"


def main(folder: Path) -> None:
    """Print precision and recall of the extracts that are called troubled, for each set and for all."""
    counts: dict[str, Counter[str]] = {}
    texts: dict[str, dict[str, list[str]]] = {}
    for label in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        known = texts.setdefault(label["data"], _texts(folder / f"{label['data']}.jsonl"))
        counts.setdefault(label["set"], Counter()).update(_judged(label, known))
    for name, found in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        precision = found["right"] / (found["right"] + found["wrong"])
        recall = found["right"] / (found["right"] + found["missed"])
        print(f"{name}: {found['extracts']} extracts, precision {precision:.2f}, recall {recall:.2f}")


def _judged(label: dict[str, Any], texts: dict[str, list[str]]) -> Counter[str]:
    text = texts[label["id"]][label.get("document", 0)]
    found = {problem.extract + 1 for problem in context_problems([Shown(text, *span) for span in label["shown"]])}
    wanted = set(label["problems"])
    return Counter(
        extracts=len(label["shown"]),
        right=len(found & wanted),
        wrong=len(found - wanted),
        missed=len(wanted - found),
    )


def _texts(path: Path) -> dict[str, list[str]]:
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["id"]: [document["text"] for document in row.get("documents", [row])] for row in rows}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
