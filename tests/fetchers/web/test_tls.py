"""Who answers is proved, or nothing is asked; and what is cut is not taken for whole."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web import Web
from tests.authority import Authority
from tests.fetchers.web.conftest import Served, web
from tests.web_server import Reply, WebServer, page

PAST = {"not_before": datetime(2020, 1, 1, tzinfo=UTC), "not_after": datetime(2020, 2, 1, tzinfo=UTC)}


def asked(server: WebServer, client: Web, path: str = "/page") -> Answer | Failure:
    """What comes of asking for it as "localhost"."""
    return client.get(Ask(server.address(path, "localhost"), named=frozenset({server.place("localhost")})))


def test_a_proved_server_is_asked(serve: Served, authority: Authority) -> None:
    """Over one connection, by its name, with the host in the request as everybody writes it."""
    server = serve(tls=authority.context("localhost"))
    server.routes["/page"] = page("x" * 200_000)
    answer = asked(server, web(ca_file=authority.file))
    assert isinstance(answer, Answer), answer
    assert len(answer.data) == 200_000
    assert server.connections == 1
    assert server.seen[0].headers["host"] == server.place("localhost")


UNPROVED: dict[str, tuple[Callable[[Authority], ssl.SSLContext], bool, str]] = {
    "unknown authority": (lambda a: a.context("localhost"), False, "unable to get local issuer"),
    "another name": (lambda a: a.context("example.org"), True, "Hostname mismatch"),
    "expired": (lambda a: a.context("localhost", **PAST), True, "has expired"),
}


@pytest.mark.parametrize(("context", "is_known", "says"), UNPROVED.values(), ids=UNPROVED)
def test_a_server_that_cannot_prove_its_name_is_not_asked(
    context: Callable[[Authority], ssl.SSLContext], is_known: bool, says: str, serve: Served, authority: Authority
) -> None:
    """Why is said, and that another time will not help; it is tried once."""
    server = serve(tls=context(authority))
    failure = asked(server, web(ca_file=authority.file if is_known else ""))
    assert isinstance(failure, Failure)
    assert failure.what.startswith("its certificate is not trusted: ")
    assert says in failure.what
    assert not failure.is_temporary
    assert "SSL_CERT_FILE" in failure.remedy
    assert (server.seen, server.connections) == ([], 1)


def test_a_plain_server_behind_https_is_told(serve: Served) -> None:
    """It speaks, but not TLS."""
    server = serve()
    ask = Ask(f"https://localhost:{server.port}/", named=frozenset({server.place("localhost")}))
    failure = web().get(ask)
    assert isinstance(failure, Failure)
    assert "TLS" in failure.what or "broke off" in failure.what
    assert server.paths() == []


def test_a_server_that_hangs_in_the_greeting_is_left() -> None:
    """The greeting is part of the time."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        failure = web(deadline=0.5).get(Ask(f"https://{place}/", named=frozenset({place})))
    assert isinstance(failure, Failure)
    assert failure.is_temporary
    assert "time" in failure.what or "seconds" in failure.what


def test_a_stream_that_ends_without_goodbye_was_cut(authority: Authority) -> None:
    """Without a length only TLS's goodbye tells the whole from the cut."""
    context = authority.context("localhost")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_cut, args=(listener, context), daemon=True).start()
        place = f"localhost:{listener.getsockname()[1]}"
        failure = web(ca_file=authority.file).get(Ask(f"https://{place}/", named=frozenset({place})))
    assert isinstance(failure, Failure), failure
    assert "broke off" in failure.what


def _cut(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            sock, _ = listener.accept()
        except OSError:
            return
        with context.wrap_socket(sock, server_side=True) as spoken:
            if b"robots" in spoken.recv(4096):
                spoken.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                spoken.recv(4096)
            spoken.sendall(b"HTTP/1.1 200 OK\r\n\r\nhalf")


def test_a_drip_over_tls_is_late_as_well(serve: Served, authority: Authority) -> None:
    """The limit is kept below TLS."""
    server = serve(tls=authority.context("localhost"))
    server.routes["/page"] = Reply(server.drip(b"x" * 10_000))
    failure = asked(server, web(ca_file=authority.file, deadline=1.0))
    assert isinstance(failure, Failure)
    assert "not there after 1 seconds" in failure.what
