"""What a rule of page furniture is, and what no rule may touch. The rules themselves: notices.py,
newsletters.py, credits.py, links.py.

To add one, add its pattern there and a case with its reason to tests/stages/clean_cases.jsonl.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.model import Kind

# What may stand before a line's first word.
BULLET = r"[-–—•·*|>»▶►▸➔➤→(\s]{0,4}"

# What no rule touches: a sentence in which somebody says something. Headlines of other articles lack the full stop.
REPORTED = re.compile(r"\b(?:said|says|told)\b.{0,200}[.!?][\"”’']?$|\bsaid\.$")


class Rule(NamedTuple):
    """One kind of furniture: `pattern` is matched at the start of a paragraph or sentence of at most `words` words.

    One with no `words` is a phrase, set aside wherever it stands: there case counts, for only a capital shows that
    something new begins. Either is tried, and its pattern compiled, only where one of its `signs` (lower case) stands
    in the text, so that rules cost nothing elsewhere.
    """

    kind: Kind
    reason: str
    signs: tuple[str, ...]
    expression: str
    words: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the rule looks for."""
        return compiled(self.expression, re.IGNORECASE if self.words else re.NOFLAG)


compiled = cache(re.compile)  # when it is first needed: the longest take 5 ms each


def rule(kind: Kind, reason: str, *patterns: str, signs: str, words: int = 30) -> Rule:
    """Make a rule of patterns that do not mind case; `signs` are parted by bars."""
    return Rule(kind, reason, tuple(signs.split("|")), "|".join(patterns), words)


def phrase(kind: Kind, reason: str, *patterns: str, signs: str) -> Rule:
    """Make a rule for a phrase inside a line."""
    return Rule(kind, reason, tuple(signs.split("|")), "|".join(patterns), 0)
