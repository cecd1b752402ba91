"""How ranking and selecting grow with the sentences of one theme, beside sumy's LexRank on as many plain ones.

    python tests/benchmarks/one_theme.py COUNT [DATA]

prints the seconds and the peak of memory in MB for one size: each has a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import warnings
from itertools import islice
from pathlib import Path

from timing import SIZE, made_articles, sumy_document, sumy_method, table, took

from briefing import Article, sentences
from briefing.stages.choose import choose
from briefing.stages.count import count, total
from briefing.stages.read import read
from briefing.stages.select import select
from briefing.summarisers.ours import Ours

WORDS = 600


def report(data: Path | None) -> str:
    """Return the table."""
    small, large = _apart(2_000, data), _apart(20_000, data)
    plain = list(islice((s.text for text in _texts(2_000, data) for s in sentences(text)), 2_000))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sumy = took(lambda: sumy_method("lex_rank.LexRank")(sumy_document(plain), 20))
    rows = [
        ("briefing, 2,000 sentences", f"{small[0]:.3f}", "", f"{small[1]:.0f}"),
        ("briefing, 20,000 sentences", f"{large[0]:.3f}", f"{large[0] / small[0]:.1f} × 2,000", f"{large[1]:.0f}"),
        ("sumy LexRank, 2,000 sentences", f"{sumy:.2f}", f"{sumy / small[0]:.0f} × ours", ""),
    ]
    return table("One big theme", ("ranking and selecting", "s", "ratio", "peak MB, reading included"), rows)


def _apart(size: int, data: Path | None) -> tuple[float, float]:
    command = [sys.executable, __file__, str(size), *([str(data)] if data else [])]
    seconds, memory = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return seconds, memory


def _texts(size: int, data: Path | None) -> list[str]:
    return ["\n\n".join(paragraphs) for paragraphs in made_articles(size // SIZE + 1, data)]


def measure(size: int, data: Path | None) -> tuple[float, float]:
    """Return the seconds of CPU that ranking and selecting take, and the process's peak in MB."""
    readings = [read(Article(text=text)) for text in _texts(size, data)]
    pile = total(count(reading, ()) for reading in readings)
    ranked = [sentence for reading in readings for sentence in reading.sentences][:size]
    extracts = [extract for reading in readings for extract in choose(reading, (), pile, Ours())][:size]
    spent = took(lambda: Ours()(ranked, pile)) + took(lambda: select(extracts, words=WORDS))
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)))
