"""One run at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import LockHeld, RecordsError
from briefing.records.lock import held

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)

HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from briefing.records.lock import held
with held(Path(sys.argv[1]), now=datetime(2026, 11, 22, 6, 30, tzinfo=UTC)):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_told_who_holds_the_lock_until_that_is_killed(tmp_path: Path) -> None:
    """The error names process and time; after kill -9 the lock is free at once."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        says = rf"lock: another run holds the lock: process {holder.pid} since 2026-11-22T06:30:00\+00:00; wait"
        with pytest.raises(LockHeld, match=says), held(tmp_path, now=NOW):
            pytest.fail("two runs hold one lock")
        holder.kill()
        holder.wait()
    with held(tmp_path, now=NOW):
        assert (tmp_path / "lock").read_text() == f"process {os.getpid()} since 2026-11-22T07:00:00+00:00"


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    """However a run ends, the next one can begin."""
    with pytest.raises(ZeroDivisionError), held(tmp_path, now=NOW):
        raise ZeroDivisionError
    with held(tmp_path, now=NOW):
        pass


def test_a_lock_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """A folder in its place, say."""
    (tmp_path / "lock").mkdir()
    with pytest.raises(RecordsError, match=r"lock: cannot be opened"), held(tmp_path, now=NOW):
        pytest.fail("held a folder")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_disk_without_room_for_the_holders_name_is_no_obstacle(tmp_path: Path) -> None:
    """The lock is the kernel's; whatever else the full disk stops says so by its own path."""
    (tmp_path / "lock").symlink_to("/dev/full")
    with held(tmp_path, now=NOW), pytest.raises(LockHeld, match="another run holds the lock"), held(tmp_path, now=NOW):
        pytest.fail("two runs hold one lock")
