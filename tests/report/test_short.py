"""The experiments of `make report`, in small; and that the report says so where a promise is broken."""

from __future__ import annotations

import subprocess
import sys

from tests.report.__main__ import section
from tests.report.row import Row

KILLS = 5
"""Under each of the two policies. `make report` has 200."""


def test_killed_at_any_moment_nothing_is_lost_unreported_or_sent_under_two_ids(root):
    """With twelve recipients, `run` and `send` as processes, and a server that counts."""
    command = [sys.executable, "-m", "tests.report", "kills", "--load", str(KILLS), "-o", "-"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(f"| {KILLS} kills, 12 recipients |") == 2
    assert done.stdout.count("| kept |") == 2


def test_a_broken_promise_is_seen_in_the_report():
    """And what could not be tried."""
    rows = [Row("a", "1", "2 mails", "one", is_kept=False), Row("b", "1", "needs root", "one", is_kept=None)]
    last = section("kills", rows).splitlines()[-2:]
    assert last == ["| a | 1 | 2 mails | one | **broken** |", "| b | 1 | needs root | one | not tried |"]
