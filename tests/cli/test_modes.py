"""Who may read and write what a run leaves behind: the state its owner alone, pages whoever the umask lets, to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.desk import desk, settings_for

RUN = '\n[run]\narchive = "site/deep"\n'


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Make files under this umask."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """Return the mode of a folder and of everything in it."""
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A desk whose folders are all still to be made, some of them in others."""
    text = settings_for("a@example.com").replace('state = "state"', 'state = "own/deep/state"')
    return desk(tmp_path, text.replace('output = "pages"', 'output = "out/pages"') + RUN)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_a_run_leaves_nothing_that_others_may_write_and_a_state_that_they_may_not_read(command, settings, mask):
    """Whatever the umask: cron's is the machine's, and may be none at all."""
    with umask(mask):
        ran = command("run", "--config", settings)
    assert (ran.code, ran.err) == (0, "")
    for name in ("own", "outgoing"):
        assert {mode & 0o077 for mode in modes(settings.parent / name).values()} == {0}
    for name in ("out", "site"):
        assert {mode & (0o002 | mask) for mode in modes(settings.parent / name).values()} == {0}
    assert {"state.sqlite", "status.json", "lock", "log/briefing.log"} <= modes(
        settings.parent / "own/deep/state"
    ).keys()


def test_a_state_that_others_may_read_is_taken_from_them(command, settings):
    """As a copy that was put back is; what is not ours in that folder, and the folder itself, stay as they are."""
    command("run", "--config", settings)
    state = settings.parent / "own/deep/state"
    (state / "notes.txt").touch()
    for path in (state, *state.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert command("send", "--again", "--config", settings).code == 0
    after = modes(state)
    assert (after.pop("."), after.pop("notes.txt")) == (0o755, 0o644)
    top = {name: mode for name, mode in after.items() if "/" not in name}
    assert {mode & 0o077 for mode in top.values()} == {0}
    assert top["state.sqlite"] == 0o600


def test_a_state_that_everybody_may_write_to_is_refused(command, settings):
    """Whoever may put files there may put others in their place; what mends it is told."""
    state = settings.parent / "own/deep/state"
    state.mkdir(parents=True)
    state.chmod(0o777)
    for arguments in (["run"], ["send"], ["build", "--publish"]):
        ran = command(*arguments, "--config", settings)
        assert (ran.code, ran.out) == (1, "")
        assert f"briefing: {state}: everybody may write to it (mode 0777); chmod 700 {state}\n" in ran.err
    assert list(state.iterdir()) == []
