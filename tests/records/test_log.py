"""The log: bounded, private, and nobody's words but ours stand at the beginning of a line."""

from __future__ import annotations

import io
import logging
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.records.log import LARGEST, OLDER, kept, place

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)


def now() -> datetime:
    """The time."""
    return NOW


def test_nobody_writes_a_line_of_ours(tmp_path: Path) -> None:
    """Control characters of foreign text are made visible, in what is said and in a traceback."""
    hostile = "x\n2026-11-22T07:00:00+00:00 INFO    all is well\x1b[2J\u202e"
    with kept(tmp_path, "info", now) as log:
        log.warning("%s", hostile)
        try:
            raise ValueError(hostile)
        except ValueError:
            log.exception("a fault")
    said = place(tmp_path).read_text("utf-8")
    assert said.count("\n2026") == 1
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "⟦U+001B⟧[2J⟦U+202E⟧" in said


def test_no_password_stands_in_it(tmp_path: Path) -> None:
    """Whether a server echoes one of those that are known, or an address holds one."""
    with kept(tmp_path, "info", now, secrets=("hunter2",)) as log:
        log.warning("535 no such password hunter2 (aHVudGVyMg==)")
        log.warning("imaps://ada:secret@example.org/News failed; write to a@example.org")
        log.info("https://example.org:8080/feed.xml: 3 new, for a@example.org")
    said = place(tmp_path).read_text("utf-8")
    assert not [word for word in ("hunter2", "aHVudGVyMg==", "secret") if word in said]
    assert "imaps://ada:…@example.org/News failed; write to a@example.org" in said
    assert "https://example.org:8080/feed.xml: 3 new, for a@example.org" in said


def test_it_is_private_and_bounded(tmp_path: Path) -> None:
    """However much is said: some older ones behind it, each for its owner alone."""
    with kept(tmp_path, "info", now) as log:
        for number in range(6):
            log.info("%d %s", number, "x" * (LARGEST - 100))
    files = sorted(place(tmp_path).parent.iterdir())
    assert len(files) == OLDER + 1
    assert all(file.stat().st_size <= LARGEST for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    assert " 5 xxx" in place(tmp_path).read_text("utf-8")


@pytest.mark.parametrize(("level", "held"), [("debug", "dbug info warn"), ("info", "info warn"), ("warning", "warn")])
def test_it_keeps_what_its_level_says_and_shows_more_to_who_looks(tmp_path: Path, level: str, held: str) -> None:
    """`-v` shows what happens, whatever the log keeps."""
    seen = io.StringIO()
    with kept(tmp_path, level, now, echo=seen) as log:
        log.debug("dbug")
        log.info("info")
        log.warning("warn")
    lines = place(tmp_path).read_text("utf-8").splitlines()
    assert " ".join(line.split()[-1] for line in lines) == held
    assert seen.getvalue().splitlines()[-2:] == [
        "2026-11-22T07:00:00+00:00 INFO    info", "2026-11-22T07:00:00+00:00 WARNING warn",
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["folder", "file"])
def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, way: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says nothing: whatever else goes wrong will be told."""
    blocked = tmp_path / "log" if way == "folder" else tmp_path / "log" / "briefing.log" / "x"
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("in the way")
    with kept(tmp_path, "info", now) as log:
        log.info("something")
        assert isinstance(log, logging.Logger)
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What could not be written is tried once more at the end, and then given up."""
    place(tmp_path).parent.mkdir()
    place(tmp_path).symlink_to("/dev/full")
    with kept(tmp_path, "info", now) as log:
        log.info("something")
    assert capsys.readouterr() == ("", "")
