"""Words and marks of a text with their places: what names and verbs of speech are looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‑-][^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and single marks of some text in order, as written, and where each starts in the text."""

    words: list[str]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def end(self, at: int) -> int:
        """Return where a token ends."""
        return self.starts[at] + len(self.words[at])


def tokens(text: str, start: int, end: int) -> Tokens:
    """Return the words and marks between two places: "U.S." is one, "Mr. Lee’s" are three.

    Two columns, for an object a token costs more than everything that is asked of it.
    """
    return Tokens(_TOKEN.findall(text, start, end), [match.start() for match in _TOKEN.finditer(text, start, end)])
