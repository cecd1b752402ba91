"""How the time of splitting and judging grows with the length of hostile text: at 2n over n it should be near 2.

`python tests/benchmarks/sentences.py [CHARACTERS]` (default: 1,000,000) prints a line for each kind of text.
"""

from __future__ import annotations

import sys
from time import process_time

from briefing.language.sentences import sentences
from briefing.model import Sentence, Span
from briefing.stages.split.fitness import unfit

NEWS = "The U.S. minister, Dr. Hale, said “no” at 5 p.m. on Jan. 3 in Washington, D.C. Police left. "
KINDS = {
    "running news": NEWS,
    "one letter": "a",
    "full stops": ".",
    "full stops apart": ". ",
    "titles": "Mr. ",
    "initials": "A. ",
    "opening marks": "“a. ",
    "straight marks": '"a." ',
    "brackets": "([{",
    "ellipses": "… ",
    "bullets": "• ",
    "numbers": "1. ",
    "hyphens": "min- ister ",
    "letters apart": "a b c d ",
    "lines": "word\n",
    "wrapped lines": "the word goes on and\n",
    "blank lines": "\n \n",
    "white space": " ",
    "lost spaces": "end.The ",
    "addresses": "a.b/c.d@e.f ",
    "entities": "&amp",
    "tags": "<a b ",
    "templates": "[a b=c ",
    "signs": "~^|",
    "accents": "Ãé",
    "Cyrillic in pairs": "РС",
    "capitals": "The The ",
    "camels": "aBcD",
    "dots of letters": "a.b.",
    "CJK": "中。",
}
SHORTEST = 0.02  # seconds; below it the clock decides


def seconds(text: str, *, whole: bool) -> float:
    """The CPU time of splitting a text, and of judging it (`whole`: as the one sentence that it may be, too)."""
    start = process_time()
    spans = sentences(text) + ([Span(0, len(text))] if whole else [])
    unfit(text, [Sentence(a, b, text[a:b], position=k) for k, (a, b) in enumerate(spans)], "en")
    return process_time() - start


def main(characters: int) -> None:
    """Print for each kind of text how fast it is read, and the ratio of the time at twice the length."""
    for name, piece in KINDS.items():
        text = piece * (characters // len(piece) + 1)
        half, full = seconds(text[: characters // 2], whole=True), seconds(text[:characters], whole=True)
        ratio = f"{full / half:4.1f}" if half > SHORTEST else "   -"
        print(f"{name:18} {characters / 1e6 / max(full, 1e-9):8.2f} MB/s   ratio {ratio}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
