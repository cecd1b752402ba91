"""Quotations in single marks inside a paragraph: which of the marks that look like apostrophes closes which."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.quotation_marks import Mark
from briefing.model import Span

LONGEST = 2_000  # characters; beyond that an opening mark was an apostrophe set wrongly


def single_quotations(marks: Sequence[Mark]) -> tuple[list[Span], int | None]:
    """Return the closed quotations of a paragraph's single marks, and where one opens that is not closed, if any.

    A mark that may be a plural's apostrophe ("the players’ bus") closes only what no later mark closes before the next
    one opens.
    """
    found: list[Span] = []
    ends = _ends(marks)
    unclosed = None
    for mark, end in zip(marks, ends, strict=True):
        if mark.role != "open" or (found and mark.start < found[-1].end):
            continue
        if end is None or end - mark.start > LONGEST:
            unclosed = mark.start if unclosed is None else unclosed
        else:
            found.append(Span(mark.start, end))
            unclosed = None
    return found, unclosed


def _ends(marks: Sequence[Mark]) -> list[int | None]:
    """Return, for each mark, where a quotation ends that opens there: read from the right, in one pass."""
    ends: list[int | None] = []
    far: int | None = None  # where the next mark closes that surely closes; `near` and `perhaps`: before one opens
    near = perhaps = far
    for mark in reversed(marks):
        ends.append(near or perhaps or far)
        if mark.role == "open":
            near = perhaps = None
        elif mark.role == "perhaps close":
            perhaps = mark.end
        else:
            far = near = mark.end
            perhaps = None
    return ends[::-1]
