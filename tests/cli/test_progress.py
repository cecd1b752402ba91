"""Progress is shown on a terminal, and only there."""

from __future__ import annotations

import io
import sys

import pytest

from briefing.cli.progress import WORTH_A_BAR, watched
from briefing.executors.serial import Serial


class Terminal(io.StringIO):
    """A standard error that somebody sees."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def folded(executor, count: int) -> int:
    """Add up the numbers below a count."""
    return executor.fold(int, range(count), int.__add__, 0)


@pytest.mark.parametrize("count", [3, WORTH_A_BAR])
def test_a_bar_changes_no_result(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """A small pile is done before a bar could be read; a large one has one."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert folded(watched(Serial(), quiet=False), count) == sum(range(count))
    assert ("Reading" in sys.stderr.getvalue()) is (count >= WORTH_A_BAR)


def test_nobody_is_shown_a_bar_who_does_not_look() -> None:
    """Neither a pipe nor somebody who wants it quiet."""
    assert watched(Serial(), quiet=False) == Serial()
    assert watched(Serial(), quiet=True) == Serial()
