"""Executors with workers: the same bytes as one process, whatever happens to the workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster, default_client

from briefing.pipeline.sparing import DIED
from tests.executors import deaths
from tests.executors.deaths import METEOR, ROWS, row

PROGRAM = Path(__file__).with_name("deaths.py")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a file of rows, one that is cut off, and a folder with as many files."""
    deaths.write(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(1, ROWS + 1):
        (tmp_path / "news" / f"{number}.txt").write_text(row(number)["text"], "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A cluster that stands, for all tests: like our own it tries a task twice."""
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}):
        found = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50)
    with found:
        yield found
        found.wait_for_workers(len(found.worker_spec))  # one that is just being started anew cannot be ended in peace


def serial(home: Path) -> dict[str, object]:
    """Build the page in this process, with nobody dying."""
    return deaths.built("serial", str(home), "none")


def built(home: Path, mode: str) -> dict[str, object]:
    """Build it with two processes, as a program that has no thread but one, and return what it printed."""
    call = [sys.executable, PROGRAM, "processes:2", home, mode]
    done = subprocess.run(call, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_page_is_the_same_with_any_number_of_workers(home: Path) -> None:
    """To the byte, in every format of text: of a folder, a file of rows, and one that is damaged."""
    pages = {}
    for name in ("serial", "processes:1", "processes:2", "processes:4", "dask:2"):
        out = home / name.replace(":", "-")
        call = [sys.executable, "-m", "briefing", "build", "news", "news.jsonl", "torn.jsonl.gz", "-q", "-o", out]
        call += ["--format", "md", "--format", "json", "--format", "html", "--date", "2026-11-22", "--executor", name]
        done = subprocess.run(call, cwd=home, capture_output=True, text=True, timeout=300)
        assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
        pages[name] = {page.suffix: page.read_bytes().replace(out.name.encode(), b"") for page in out.iterdir()}
    assert len(pages["serial"]) == 3
    assert b"its end is missing" in pages["serial"][".md"]
    assert [name for name, page in pages.items() if page != pages["serial"]] == []


def test_where_threads_run_workers_begin_from_nothing_and_find_the_same(home: Path) -> None:
    """A fork would copy locks that nobody is left to open."""
    assert built(home, "threads") == serial(home)


def test_a_worker_that_is_killed_once_costs_a_retry_and_nothing_else(home: Path) -> None:
    """In the middle of a batch, with SIGKILL, as the system does when memory runs out."""
    assert built(home, "once") == serial(home)
    assert (home / "died").read_text() == "x"


def assert_spared(found: dict[str, object], home: Path, died: str, read: int) -> None:
    """What workers died of and what was damaged before are problems, and of all others there is a page."""
    assert found["problems"] == [
        f"{home}/{died}: {DIED} (leave it out, or give it more memory)",
        f"{home}/torn.jsonl.gz: its end is missing (pack it again, or get it anew)",
    ]
    assert len(json.loads(str(found["page"]))["sources"]) == read


def test_an_article_that_costs_every_worker_its_life_is_a_problem_and_all_others_are_read(home: Path) -> None:
    """It is named by file and row, and the page is that of the others."""
    found = built(home, "always")
    assert_spared(found, home, f"news.jsonl, row {METEOR}", ROWS - 1)
    page = json.loads(str(found["page"]))
    assert "meteor" not in json.dumps([page["glance"], page["other"], page["voices"]])


def test_a_shard_that_cannot_even_be_read_is_a_problem_by_the_name_of_its_file(home: Path) -> None:
    """A segmentation fault in a reader costs what it reads, not the run."""
    assert_spared(built(home, "reading"), home, "news.jsonl", ROWS - deaths.EACH)


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
    # Whoever started the tests in the background has had them ignore SIGINT, which children inherit.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    how = {"cwd": home, "start_new_session": True, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(call, **how, preexec_fn=heard) as head:  # noqa: PLW1509
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


def on(cluster: LocalCluster, workers: int, home: Path, mode: str) -> dict[str, object]:
    """Build the page on a cluster of so many workers."""
    cluster.scale(workers)
    cluster.wait_for_workers(workers)
    try:
        return deaths.built(f"dask:{cluster.scheduler_address}", str(home), mode)
    finally:
        default_client().close()


def test_a_page_is_the_same_on_a_cluster_that_stands_and_loses_a_worker(cluster: LocalCluster, home: Path) -> None:
    """With one, two and four workers, with one that is killed in the middle of its task; and it is left standing."""
    page = serial(home)
    assert on(cluster, 1, home, "none") == page
    assert on(cluster, 2, home, "once") == page
    assert (home / "died").read_text() == "x"
    assert on(cluster, 4, home, "none") == page


def test_an_article_that_costs_every_worker_of_a_cluster_its_life_is_a_problem(
    cluster: LocalCluster, home: Path
) -> None:
    """It is named by file and row; all others are read."""
    assert_spared(on(cluster, 4, home, "always"), home, f"news.jsonl, row {METEOR}", ROWS - 1)


def test_where_no_cluster_stands_that_is_said(home: Path) -> None:
    """With its address, and no traceback; here a cluster is given a second to answer instead of twenty."""
    hurried = "from briefing.executors import from_dask; from_dask._GREETING = 1; "
    program = hurried + "from briefing.__main__ import main; main()"
    call = [sys.executable, "-c", program, "build", "news", "--executor", "dask:tcp://127.0.0.1:9"]
    done = subprocess.run(call, cwd=home, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("briefing: executor: no cluster with a worker at tcp://127.0.0.1:9")
    assert len(done.stderr.splitlines()) == 1
