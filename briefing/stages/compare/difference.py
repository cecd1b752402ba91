"""Show how two wordings differ, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Part = tuple[str, str]

_MARKS = re.compile("[“”„«»\"'‘’]")


def difference(one: str, other: str) -> tuple[Part, ...]:
    """Return the words of both in order, as parts: what one says, and what the other says there ("" for nothing).

    Where both say the same, the part has it twice, as the one writes it: case and quotation marks are no difference.
    """
    mine, theirs = one.split(), other.split()
    matcher = SequenceMatcher(None, [*map(_plain, mine)], [*map(_plain, theirs)], autojunk=False)
    return tuple(
        (" ".join(mine[a:b]), " ".join(mine[a:b] if tag == "equal" else theirs[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
    )


def _plain(word: str) -> str:
    return _MARKS.sub("", word).casefold()
