"""What goes into the measure of context and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "incorrect coreference",
    "incomplete coreference",
    "incorrect discourse",
    "incomplete discourse",
    "quotation without speaker",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Found = tuple[Kind, int, int]
"""A problem as a rule finds it: its type, and where its words begin and end in the source."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One extract as a reader is shown it: `source[start:end]`, and the spans that notes beside it explain."""

    source: str
    start: int
    end: int
    given: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ContextProblem:
    """A problem of context: the words, where they stand in their source, and the number of their extract, from 0."""

    kind: Kind
    words: str
    start: int
    end: int
    extract: int
