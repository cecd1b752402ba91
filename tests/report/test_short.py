"""The experiments of `make report`, in small; and that the report says so where a promise is broken."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter

import pytest

from tests.report.__main__ import EXPERIMENTS
from tests.report.hostile import rows
from tests.report.hostile.attempts import attempts
from tests.report.page import PLAN, Section, kept, page, text_of
from tests.report.row import Row

KILLS = 3
"""Under each of the two policies. `make report` has 200."""


def test_killed_at_any_moment_nothing_is_lost_unreported_or_sent_under_two_ids(root):
    """With twelve recipients, `run` and `send` as processes, and a server that counts."""
    command = [sys.executable, "-m", "tests.report", "kills", "--load", str(KILLS), "-o", "-"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(f"| {KILLS} kills, 12 recipients |") == 2
    assert done.stdout.count("| kept |") == 2


@pytest.mark.parametrize(
    ("name", "load"),
    [("whole-run", 2), ("system-calls", 3), ("places", 1), ("states", 2), ("clock", 2)],
)
def test_faults_leave_nothing_half_done_and_the_next_run_makes_up_for_it(root, name, load):
    """A whole run that is killed, system calls that fail, folders and states that cannot be used, clocks that jump."""
    command = [sys.executable, "-m", "tests.report", name, "--load", str(load), "-o", "-"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    if "| not tried |" in done.stdout:
        assert name in ("places", "clock"), done.stdout  # where nobody may mount, where there is no libfaketime
    else:
        assert "| kept |" in done.stdout


def test_hostile_texts_do_nothing_wherever_they_come_out():
    """One of each kind at every place, and all templates; `make report` has hundreds."""
    found = rows(1)
    assert [row for row in found if row.is_kept is False] == []
    assert {row.line for row in found} == {"S1", "S2", "S3", "S4", "S5", "S8"}
    assert all("at 13 places: " in row.load for row in found[:-1])


def test_no_text_is_tried_twice():
    """Each stands once in the table, and there are as many of each kind as the plan asks for."""
    tried = attempts(10**6)
    kinds = Counter(one.kind for one in tried)
    assert len({one.text for one in tried}) == len(tried)
    assert (kinds["html"], kinds["attack"] + kinds["markdown"], kinds["template"]) >= (80, 60, 30)


def test_a_broken_promise_is_seen_in_the_report():
    """And what could not be tried; in the plan the worst of a line's rows counts."""
    rows = [
        Row("F1", "a", "1", "2 mails", "one", is_kept=False),
        Row("F1", "b", "1", "needs root", "one", is_kept=None),
    ]
    section = Section("today", rows)
    last = text_of("kills", section).splitlines()[-2:]
    assert last == [
        "| F1 | a | 1 | 2 mails | one | **broken** |",
        "| F1 | b | 1 | needs root | one | not tried |",
    ]
    line = next(line for line in page({"kills": section}, ["kills"]).splitlines() if line.startswith("| F1 | killed"))
    assert line.endswith("| **broken** |")


def test_every_line_of_the_plan_is_tried_or_says_why_not(root):
    """What it names exists, and every experiment belongs to a line."""
    lines = tomllib.loads(PLAN.read_text("utf-8"))
    for number, line in lines.items():
        assert line.get("experiments") or line.get("tests") or line.get("reason"), number
        assert set(line.get("experiments", [])) <= EXPERIMENTS.keys(), number
        assert all((root / file).exists() for file in line.get("tests", [])), number
    assert {name for line in lines.values() for name in line.get("experiments", [])} == EXPERIMENTS.keys()


def test_the_report_that_is_kept_says_what_was_found(root):
    """The page is made from the results that stand beside it."""
    assert (root / "tests" / "report.md").read_text("utf-8") == page(kept(), list(EXPERIMENTS))
