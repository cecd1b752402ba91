"""A second run reads what is new, says so, and prints what it would print without a cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEWS = "The dam at Orr held on day {0}, Mayor Ada Vale said. Its {0} gates will be mended before the winter."


def build(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Start a build of the folder's news, in a process of its own, which knows nothing of the others'."""
    command = [sys.executable, "-m", "briefing", "build", "news", "--date", "2026-11-22", "-v", *options]
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "caches"), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=folder, env=environment)


def built(folder: Path, *options: str) -> tuple[str, bytes]:
    """Return what a build says of what it read, and its page."""
    process = build(folder, *options, "-o", "page.md")
    said = process.communicate()[1]
    assert process.returncode == 0, said
    return next(line for line in said.splitlines() if " read, " in line), (folder / "page.md").read_bytes()


def write(folder: Path, numbers: range) -> None:
    """Write an article for each number."""
    (folder / "news").mkdir(exist_ok=True)
    for number in numbers:
        (folder / "news" / f"{number}.txt").write_text(NEWS.format(number), "utf-8")


def test_a_second_run_reads_what_is_new(tmp_path):
    """Ten more articles are ten readings; the pile's counts, themes and page are of all."""
    write(tmp_path, range(1, 21))
    assert built(tmp_path)[0] == "20 read, 0 from the cache"
    write(tmp_path, range(21, 31))
    said, page = built(tmp_path)
    assert said == "10 read, 20 from the cache"
    assert built(tmp_path) == ("0 read, 30 from the cache", page)
    assert built(tmp_path, "--no-cache") == ("30 read, 0 from the cache", page)


def test_two_runs_at_once_share_what_is_kept(tmp_path):
    """Both print the same, and leave whole readings."""
    write(tmp_path, range(1, 13))
    both = [build(tmp_path, "-o", f"{name}.md") for name in "ab"]
    assert [process.wait() for process in both] == [0, 0]
    for process in both:
        process.communicate()
    pages = {(tmp_path / f"{name}.md").read_bytes() for name in "ab"}
    assert pages == {built(tmp_path)[1]}
    assert built(tmp_path)[0] == "0 read, 12 from the cache"
