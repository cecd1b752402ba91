"""The worker: whatever a parser does costs one problem, and the next job works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from briefing.model import Problem
from briefing.parsers.parsed import Document, Hints, Parsed
from briefing.parsers.process import POOL
from briefing.parsers.wire import parsed_in, parsed_out
from briefing.parsers.worker import MOST, PARSERS, Memory, parse, run

WHERE = "mail/a.eml"


def only(parsed: Parsed) -> Problem:
    """The one problem of what gave nothing else."""
    assert parsed.documents == ()
    (problem,) = parsed.problems
    assert problem.where == WHERE
    assert problem.remedy
    assert str(problem).isprintable()
    return problem


def test_what_a_parser_finds_comes_back(hostile):
    """Bytes and hints go in, and every field of the answer comes out."""
    parsed = hostile("well", "Río — “так”".encode())
    (document,) = parsed.documents
    assert document.text == "Río — “так”"
    assert document.is_whole
    assert document.stated["address"] == "https://news.example/a"
    assert document.stated["charset"] == "utf-8"
    assert document.stated["process"] != str(os.getpid())
    assert (parsed.title, parsed.links, parsed.problems) == (WHERE, ("a", "b"), ())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("aborts", "died"),
        ("is_killed", "died"),
        ("exits", "died"),
        ("leaves", "failed"),
        ("eats", "memory"),
        ("recurses", "nested"),
        ("fails", "ValueError: line one line two"),
        ("lacks", "library_that_nobody_installs is not installed"),
        ("breaks_its_promise", "something else than text"),
        ("gives_nothing", "failed"),
        ("inflates", "larger than 60,000,000 bytes"),
        ("is_not_there", "failed"),
    ],
)
def test_a_bad_end_is_one_problem(hostile, name, says):
    """It names the file, says what happened in one line and what to do; and the next job works."""
    assert says in only(hostile(name)).what
    assert hostile("well", b"Rain.").documents[0].text == "Rain."


@pytest.mark.parametrize("name", ["sleeps", "spins"])
def test_a_parser_that_hangs_is_killed(hostile, name):
    """At the deadline, whether it waits or works; and the next job works."""
    assert "within 1 seconds" in only(hostile(name, deadline=1.0)).what
    assert hostile("well", b"Rain.").documents[0].text == "Rain."


def test_a_missing_library_names_its_extra(hostile):
    """The remedy is a command."""
    assert only(hostile("lacks")).remedy == "pip install 'briefing[web]'"


def test_a_message_of_a_parser_is_cut(hostile):
    """It may hold a whole file."""
    assert len(only(hostile("fails")).what) < 300


def test_what_a_library_prints_goes_nowhere(hostile):
    """Neither into the answer nor to the terminal."""
    assert hostile("chatters") == Parsed((Document("Rain."),))


def test_a_worker_knows_no_secret(hostile, monkeypatch):
    """Of the environment it has what Python needs, and it works in no folder of the user's."""
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", "canary-7431")
    POOL.end()
    (document,) = hostile("environment").documents
    assert document.text == "/"
    needed = {"PATH", "PYTHONPATH", "PYTHONHASHSEED", "PYTHONUTF8", "LANG", "TZ", "LC_CTYPE", "OMP_NUM_THREADS"}
    assert set(document.stated) <= needed
    assert document.stated["OMP_NUM_THREADS"] == "1"  # else whoever is not root has no pages: no thread may be started
    assert "canary-7431" not in str(document)


def test_a_worker_reaches_nothing(hostile, tmp_path):
    """No process, no network, no file is to be had in it, not by root either."""
    kept = tmp_path / "kept.txt"
    kept.write_text("ours")
    (document,) = hostile("reaches_out", str(kept).encode()).documents
    assert set(document.stated.values()) == {"PermissionError"}
    assert len(document.stated) == 7
    assert kept.read_text() == "ours"


def test_one_worker_serves_one_job_after_the_other(hostile):
    """It is started once, for starting costs more than most jobs."""
    processes = {hostile("well").documents[0].stated["process"] for _ in range(5)}
    assert len(processes) == 1


def test_a_worker_that_was_killed_costs_nothing(hostile):
    """Another takes its place: the job was not to blame."""
    process = int(hostile("well").documents[0].stated["process"])
    os.kill(process, signal.SIGKILL)
    (document,) = hostile("well", b"Rain.").documents
    assert document.text == "Rain."
    assert document.stated["process"] != str(process)


def test_threads_share_the_workers(hostile):
    """Each gets the answer to its own job, though some of the jobs end their worker."""

    def answer(k: int) -> str:
        parsed = hostile("exits") if k % 7 == 3 else hostile("well", str(k).encode())
        return parsed.documents[0].text if parsed.documents else "died"

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(answer, range(40)))
    assert answers == ["died" if k % 7 == 3 else str(k) for k in range(40)]


def test_a_child_has_workers_of_its_own(hostile):
    """After a fork both sides parse, in different workers."""
    before = hostile("well").documents[0].stated["process"]
    here, there = os.pipe()
    child = os.fork()
    if not child:
        os.write(there, hostile("well").documents[0].stated["process"].encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(here, 100).decode() not in ("", before)
    assert hostile("well").documents[0].stated["process"] == before
    os.close(here)
    os.close(there)


@pytest.mark.parametrize("ending", ["", "os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_no_worker_outlives_its_parent(hostile, ending):
    """However that ends."""
    code = (
        "import os\nfrom briefing.parsers.worker import run\nfrom briefing.parsers.parsed import Hints\n"
        "print(run('hostile_parsers:well', b'', Hints('x')).documents[0].stated['process'], flush=True)\n" + ending
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    process = int(done.stdout)
    for _ in range(600):
        if not is_running(process):
            return
        time.sleep(0.1)
    pytest.fail("the worker still runs")


def is_running(process: int) -> bool:
    """Whether there is such a process that is not merely waiting to be reaped."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_too_much_is_not_even_sent():
    """Bytes above the cap cost no worker."""
    problem = only(run("hostile_parsers:well", bytes(100_000_001), Hints(WHERE)))
    assert "larger than 100,000,000 bytes" in problem.what


@pytest.mark.parametrize("kind", ["unknown", "zip", "text"])
def test_a_kind_without_a_parser(kind):
    """Says so."""
    assert "no parser" in only(parse(kind, b"Rain.", Hints(WHERE))).what


def test_every_parser_is_ours():
    """And its extra is one that can be installed."""
    assert all(name.startswith("briefing.parsers.") for name, _ in PARSERS.values())
    assert all(name.endswith(":documents") for kind, (name, _) in PARSERS.items() if kind != "letter")
    assert {extra for _, extra in PARSERS.values()} == {"web", "documents"}


def test_what_was_parsed_is_remembered():
    """For these bytes, this kind and these hints; a run reads each of its sources several times."""
    page = b"<html><body><p>The ferry runs every twenty minutes.</p></body></html>"
    first = parse("html", page, Hints("a", "https://a.example/1"))
    assert parse("html", page, Hints("a", "https://a.example/1")) is first
    assert parse("html", page, Hints("b", "https://a.example/2")).documents[0].stated["url"] == "https://a.example/2"


def test_the_memory_is_bounded():
    """In number and in characters; what was used last stays."""
    memory = Memory()
    keys = [("text", bytes([k % 256, k // 256]), Hints("")) for k in range(MOST + 6)]
    for key in keys:
        memory.put(key, Parsed((Document("rain"),)))
        memory.get(keys[0])
    assert memory.get(keys[0])
    assert memory.get(keys[1]) is None
    assert memory.get(keys[-1])
    memory.put(keys[5], Parsed((Document("x" * 50_000_000),)))
    assert memory.get(keys[5])
    assert memory.get(keys[-1]) is None


@given(st.text(max_size=60) | st.text(st.characters(categories=["Cs", "Cc"]), max_size=8))
@hypothesis_settings(max_examples=200, deadline=None)
def test_every_string_survives_the_pipe(text):
    """Lone surrogates and NULs too: refusing them is for who stores a text."""
    parsed = Parsed((Document(text, {"title": text}, False),), (Problem(text, text, text),), text, (text,))
    assert parsed_in(parsed_out(parsed)) == parsed


def test_no_parser_is_imported_outside_the_worker():
    """Who only asks for a parse does not pay for the libraries."""
    code = (
        "import sys\nfrom briefing.parsers.kinds import kind_of\nfrom briefing.parsers.parsed import Hints\n"
        "from briefing.parsers.worker import parse\n"
        "found = parse('html', b'<html><body><p>The ferry runs every twenty minutes.</p></body></html>', Hints('a'))\n"
        "assert found.documents\nprint(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert not {"trafilatura", "htmldate", "feedparser", "lxml", "briefing.parsers.html"} & set(done.stdout.split())
