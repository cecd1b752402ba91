"""A morning's run: many hosts at once, a third of them at fault, and an end that nothing puts off."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from time import monotonic, sleep

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web.crowd import side_by_side
from tests.fetchers.web.conftest import Served, web
from tests.web_server import Reply, Route, WebServer, gzip_bomb, page, redirect

HOSTS = tuple(f"127.0.0.{n}" for n in range(2, 42))
LONG = "The dam above Orr broke on Friday. " * 3_000

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8")


def faulty(server: WebServer) -> list[Route]:
    """Twelve ways to be at fault; two of them take all the time that they are given."""
    return [
        lambda _: page("x", 500),
        lambda _: page("x", 404),
        lambda _: Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nhalf"),
        lambda _: Reply(server.drip(b"x" * 9_000)),
        lambda _: Reply(raw=server.silence()),
        lambda _: Reply(raw=b"garbage\r\n\r\n"),
        lambda _: Reply(gzip_bomb(40), headers={"Content-Encoding": "gzip"}),
        lambda _: page(b"no gzip", Content_Encoding="gzip"),
        lambda _: redirect("http://169.254.169.254/"),
        lambda _: redirect("file:///etc/passwd"),
        lambda _: page("", 429, Retry_After="0"),
        lambda _: Reply(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ]


def test_faulty_hosts_cost_the_good_ones_nothing(serve: Served) -> None:
    """200 addresses at 40 hosts, 60 of them faulty: all good ones come whole, no host has two connections at a time."""
    server = serve(*HOSTS)
    server.routes |= {f"/good{n}": page(f"{n} {LONG}") for n in range(200)}
    server.routes |= {f"/bad{n}": route for n, route in enumerate(faulty(server))}
    named = frozenset(server.place(host) for host in HOSTS)
    asks = []
    for n in range(200):
        is_bad = n % 10 in {1, 4, 7}
        asks.append(Ask(server.address(f"/bad{n % 12}" if is_bad else f"/good{n}", HOSTS[n % 40]), named=named))
    begun = monotonic()
    told = list(web(deadline=4.0, pause=0.02, hosts=8).get_all(asks))
    assert monotonic() - begun < 120
    assert sorted(ask.address for ask, _ in told) == sorted(ask.address for ask in asks)
    for ask, result in told:
        if "/good" in ask.address:
            assert isinstance(result, Answer), (ask.address, result)
            assert result.data.decode() == f"{ask.address.rpartition('good')[2]} {LONG}"
        else:
            assert isinstance(result, Failure), ask.address
            assert result.remedy
    assert server.most_at_once == dict.fromkeys(HOSTS, 1)


def test_hosts_are_asked_side_by_side_and_never_more_than_allowed(serve: Served) -> None:
    """Each request waits until as many others are there as are allowed: one fewer, and the run would hang."""
    hosts = HOSTS[:12]
    server = serve(*hosts)
    together = threading.Barrier(4, timeout=20)

    def answer(_: object) -> Reply:
        together.wait()
        return page("x")

    server.routes["/page"] = answer
    named = frozenset(server.place(host) for host in hosts)
    asks = [Ask(server.address("/page", host), named=named) for host in hosts]
    most = 0
    for _, result in web(hosts=4, deadline=30.0).get_all(asks):
        assert isinstance(result, Answer), result
        most = max(most, sum(thread.name.startswith("fetch ") for thread in threading.enumerate()))
    assert most <= 4


def test_the_time_of_a_whole_run_ends_it(server: WebServer) -> None:
    """Whatever is going on: what is not there by then is a failure that says so, and each ask has its one result."""
    server.routes |= {f"/{n}": page("x") for n in range(30)} | {"/3": Reply(raw=server.silence())}
    asks = [Ask(server.address(f"/{n}"), named=frozenset({server.place()})) for n in range(30)]
    begun = monotonic()
    told = list(web(deadline=60.0, pause=0.01).get_all(asks, within=4.0))
    assert monotonic() - begun < 15
    assert [ask for ask, _ in told] == asks
    assert [type(result) for _, result in told] == [Answer] * 3 + [Failure] * 27
    assert {result.what for _, result in told[3:] if isinstance(result, Failure)} == {"the time for fetching ran out"}


@pytest.mark.parametrize(("code", "most"), [(socket.EAI_AGAIN, 160), (socket.EAI_NONAME, 101)])
def test_without_a_network_a_run_is_short(code: int, most: int) -> None:
    """Nothing is tried twice once it is plain that nothing is there: else a thousand feeds would take an hour."""
    tries: list[str] = []

    def resolve(host: str) -> list[str]:
        tries.append(host)
        raise socket.gaierror(code, "told by the resolver")

    asks = [Ask(f"https://feed{n}.example/") for n in range(100)]
    told = list(web(resolve=resolve, hosts=8).get_all(asks))
    assert all(isinstance(result, Failure) and result.is_temporary for _, result in told)
    assert "whether this machine is on the network" in told[0][1].remedy  # type: ignore[union-attr]
    assert 100 <= len(tries) < most


def test_who_takes_no_more_is_sent_no_more(server: WebServer) -> None:
    """An iterator that is closed ends the fetching."""
    server.routes |= {f"/{n}": page("x") for n in range(200)}
    asks = [Ask(server.address(f"/{n}"), named=frozenset({server.place()})) for n in range(200)]
    results = web(pause=0.01).get_all(asks)
    next(results)
    results.close()  # type: ignore[attr-defined]
    sleep(0.5)
    after = len(server.seen)
    sleep(0.5)
    assert len(server.seen) == after < 50


def test_nothing_to_ask_is_nothing() -> None:
    """No thread is started for it, and what is no address is told like anything else."""
    assert list(web().get_all([])) == []
    ((_, result),) = web().get_all([Ask("no address")])
    assert isinstance(result, Failure)


def test_a_resolver_that_is_stuck_costs_its_own_host_only(server: WebServer) -> None:
    """It cannot be stopped, so it is left behind."""
    stuck = threading.Event()

    def resolve(host: str) -> list[str]:
        if host.startswith("stuck"):
            stuck.wait(60)
        return ["127.0.0.1"]

    server.routes["/page"] = page("x")
    named = frozenset({f"good.example:{server.port}"})
    asks = [Ask(f"http://stuck{n}.example/") for n in range(12)]
    asks.append(Ask(server.address("/page", "good.example"), named=named))
    begun = monotonic()
    told = dict(web(deadline=2.0, hosts=4, resolve=resolve).get_all(reversed(asks)))
    assert monotonic() - begun < 30
    assert isinstance(told[asks[-1]], Answer)
    failures = [told[ask] for ask in asks[:-1]]
    assert all(isinstance(failure, Failure) and failure.is_temporary for failure in failures)
    stuck.set()


def test_a_fault_of_ours_in_a_thread_leaves_nobody_waiting() -> None:
    """Each ask has its result, also those behind the one that broke it."""

    def visit(asks: list[Ask]) -> Iterator[tuple[Ask, Answer | Failure]]:
        yield asks[0], Answer("")
        raise ZeroDivisionError

    asks = [Ask(str(n)) for n in range(6)]
    told = list(side_by_side(asks, lambda ask: str(int(ask.address) % 2), visit, threads=4))
    assert {ask.address for ask, _ in told} == {ask.address for ask in asks}
    assert sum(isinstance(result, Failure) and "ZeroDivisionError" in result.what for _, result in told) == 4


def _child(code: str, *arguments: str) -> str:
    script = "from tests.fetchers.web.conftest import web\nfrom briefing.fetchers.answers import *\nimport sys\n"
    done = subprocess.run(
        [sys.executable, "-c", script + textwrap.dedent(code), *arguments],
        capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_stuck_does_not_keep_the_process_from_ending() -> None:
    """A resolver that sleeps for ten minutes is no reason to stay."""
    begun = monotonic()
    out = _child("""
        import time
        print(web(deadline=0.5, resolve=lambda host: time.sleep(600)).get(Ask("http://stuck.example/")).what)
    """)
    assert "stuck.example" in out
    assert monotonic() - begun < 60


def test_bombs_side_by_side_do_not_fill_the_memory(serve: Served) -> None:
    """2 GB each, and bodies of just less than is allowed that are taken slowly: below 300 MB, however many hosts."""
    server = serve(*HOSTS[:32])

    def bomb(_: object) -> Reply:
        return Reply(gzip_bomb(), headers={"Content-Encoding": "gzip"})

    def large(_: object) -> Reply:
        return Reply(gzip_bomb(9), headers={"Content-Encoding": "gzip"})

    server.routes |= {"/bomb": bomb, "/large": large}
    out = _child(
        """
        import re, time
        from pathlib import Path
        port, *hosts = sys.argv[1:]
        named = frozenset(f"{host}:{port}" for host in hosts)
        asks = [Ask(f"http://{host}:{port}/{path}", named=named) for host in hosts for path in ("bomb", "large")]
        kinds = []
        for ask, result in web(deadline=60.0, hosts=32).get_all(asks):
            kinds.append((ask.address.rpartition("/")[2], type(result).__name__))
            time.sleep(0.02)
        assert set(kinds) == {("bomb", "Failure"), ("large", "Answer")}, kinds
        print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
        """,
        str(server.port), *HOSTS[:32],
    )  # fmt: skip
    assert int(out) < 300_000
