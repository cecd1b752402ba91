"""Executors with workers: the same bytes as one process, whatever happens to the workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from distributed import LocalCluster

from briefing.pipeline.sparing import DIED

PROGRAM = Path(__file__).with_name("deaths.py")
ROWS = 28
METEOR = 24


def row(number: int) -> dict[str, str]:
    """An article about the dam, and one about something else."""
    town = "Abcdefghijklmnopqrstuvwxyz"[number % 26] * 2 + f"orr{number}"
    text = f"The dam above {town} was repaired in {number} days. Mayor {town.title()} Vale paid {number * 7} crowns."
    if number == METEOR:
        text = "A meteor fell into the lake on Friday. Nobody had seen the meteor come."
    return {"text": text, "title": f"News of {town}"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a file of rows, and one with as many files."""
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row(n)) + "\n" for n in range(1, ROWS + 1)), "utf-8")
    (tmp_path / "news").mkdir()
    for number in range(1, ROWS + 1):
        (tmp_path / "news" / f"{number}.txt").write_text(row(number)["text"], "utf-8")
    return tmp_path


def built(executor: str, home: Path, mode: str) -> dict[str, object]:
    """Run the program, and return what it printed."""
    done = subprocess.run([sys.executable, PROGRAM, executor, home, mode], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("executor", ["processes:1", "processes:2", "processes:4"])
def test_a_page_is_the_same_with_any_number_of_processes(home: Path, executor: str) -> None:
    """To the byte: of a folder and a file of rows, in every format of text."""
    pages = []
    for name in ("serial", executor):
        out = home / name.replace(":", "-")
        call = [sys.executable, "-m", "briefing", "build", home / "news", home / "news.jsonl", "-q", "-o", out]
        call += ["--format", "md", "--format", "json", "--format", "html", "--date", "2026-11-22", "--executor", name]
        assert subprocess.run(call, cwd=home).returncode == 0
        pages.append({page.suffix: page.read_bytes().replace(out.name.encode(), b"") for page in out.iterdir()})
    assert len(pages[0]) == 3
    assert pages[0] == pages[1]


def test_where_threads_run_workers_begin_from_nothing_and_find_the_same(home: Path) -> None:
    """A fork would copy locks that nobody is left to open."""
    assert built("processes:2", home, "threads") == built("serial", home, "none")


def test_a_worker_that_is_killed_once_costs_a_retry_and_nothing_else(home: Path) -> None:
    """In the middle of a batch, with SIGKILL, as the system does when memory runs out."""
    assert built("processes:2", home, "once") == built("serial", home, "none")
    assert (home / "died").read_text() == "x"


def test_an_article_that_costs_every_worker_its_life_is_a_problem_and_all_others_are_read(home: Path) -> None:
    """It is named by file and row, and the page is that of the others."""
    found = built("processes:2", home, "always")
    assert found["problems"] == [f"{home}/news.jsonl, row {METEOR}: {DIED} (leave it out, or give it more memory)"]
    page = json.loads(str(found["page"]))
    assert len(page["sources"]) == ROWS - 1
    assert "meteor" not in json.dumps([page["glance"], page["other"], page["voices"]])


def test_a_shard_that_cannot_even_be_read_is_a_problem_by_the_name_of_its_file(home: Path) -> None:
    """A segmentation fault in a reader costs what it reads, not the run."""
    found = built("processes:2", home, "reading")
    assert found["problems"] == [f"{home}/news.jsonl: {DIED} (leave it out, or give it more memory)"]
    assert len(json.loads(str(found["page"]))["sources"]) == ROWS - 7


def children(pid: int) -> set[int]:
    """Return the processes that a process has started and that are still there."""
    try:
        return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return set()


def is_gone(pid: int) -> bool:
    """Whether a process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize(
    ("ended", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_no_worker_outlives_its_head(home: Path, ended: signal.Signals, code: int) -> None:
    """However the head is ended: from the keyboard, which reaches all of them, by its master, or by force."""
    rows = [{"text": row(n)["text"] + " It rained on the dam." * 300, "title": str(n)} for n in range(1, 2000)]
    (home / "long.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    call = [sys.executable, "-m", "briefing", "build", "long.jsonl", "-q", "--executor", "processes:2"]
    with subprocess.Popen(call, cwd=home, start_new_session=True, stderr=subprocess.PIPE, text=True) as head:
        deadline = time.monotonic() + 60
        while len(workers := children(head.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert len(workers) == 2
        (os.killpg if ended == signal.SIGINT else os.kill)(head.pid, ended)
        said = head.communicate(timeout=60)[1]
    assert head.returncode == code
    assert said.strip() == ""
    while not all(map(is_gone, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert all(map(is_gone, workers))


def test_a_page_is_the_same_on_a_cluster_that_stands_and_loses_a_worker(home: Path) -> None:
    """With one, two and four workers, with one that is killed in the middle of its task; and it is left standing."""
    page = built("serial", home, "none")
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        for count in (1, 2, 4):
            cluster.scale(count)
            cluster.wait_for_workers(count)
            mode = "once" if count == 2 else "none"
            assert built(f"dask:{cluster.scheduler_address}", home, mode) == page
        assert (home / "died").read_text() == "x"


def test_an_article_that_costs_every_worker_of_a_cluster_its_life_is_a_problem(home: Path) -> None:
    """It is named by file and row; all others are read."""
    assert built("dask:2", home, "always") == built("processes:2", home, "always")


def test_where_no_cluster_stands_that_is_said(home: Path) -> None:
    """With its address, and no traceback."""
    call = [sys.executable, "-m", "briefing", "build", "news", "--executor", "dask:tcp://127.0.0.1:9"]
    done = subprocess.run(call, cwd=home, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("briefing: executor: no cluster with a worker at tcp://127.0.0.1:9")
    assert len(done.stderr.splitlines()) == 1
