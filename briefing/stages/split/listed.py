"""Find the items of lists that a page ran together: a next item's number at the end, amounts that run into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Sentence

LISTED = "an item of a list, with the number of the next run into it"
AMOUNTS = "a list of amounts that run into its words"

_NUMBER = re.compile(r"(?<![\w.,:/$£€-])(\d{1,2})\.(?=\s+[\"'“‘]?[A-Z])")
_LAST = re.compile(r"[\w)’'”] ?(\d{1,2})\.$")
_AT_BRACKET = re.compile(r"\)\d{1,2}\.$")  # "… (or Bleep Test)2.": nothing else ends so
_FIRST = (1, 2)  # numbers that a list begins with: before the first its stop may be lost
_COUNTED = 4  # numbers in order that make a list; three may be chance: "… on May 2. … by 3. …"; not swept
_GLUED = re.compile(r"(?<![\w@#/._-])[A-Za-z]?[a-z]{3,}\d{1,3}(?=\s|(?:[mkc]?g|[mc]?l|[mc]m|oz)\b)")
_DIGIT = re.compile(r"\d")
_GLUES = 2  # in one sentence: one may be a name ("Local10", "Twenty20")


def last_numbers(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return which sentences of an article end in the number of the next item of its list."""
    if not any(sentence.text[-2:-1].isdigit() and _LAST.search(sentence.text) for sentence in sentences):
        return frozenset()
    starts = _numbers(text)
    return frozenset(
        k
        for k, sentence in enumerate(sentences)
        if _AT_BRACKET.search(sentence.text)
        or ((last := _LAST.search(sentence.text)) and sentence.start + last.start(1) in starts)
    )


def _numbers(text: str) -> frozenset[int]:
    """Return where the numbers of a list stand that counts up by one."""
    runs: list[list[int]] = []
    expected = 0
    for found in _NUMBER.finditer(text):
        value = int(found[1])
        if value != expected and value in _FIRST:
            runs.append([])
            expected = value
        if value == expected and runs:
            runs[-1].append(found.start(1))
            expected += 1
    return frozenset(start for run in runs if len(run) >= _COUNTED for start in run)


def amounts(text: str) -> bool:
    """Whether amounts run into several words of a sentence ("Snack1 apple60g chicken"), as in a list."""
    return _DIGIT.search(text) is not None and len(set(_GLUED.findall(text))) >= _GLUES
