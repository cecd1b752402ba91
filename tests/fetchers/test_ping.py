"""A sign of life, asked of a real server."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from briefing.fetchers.ping import ping
from tests.authority import Authority
from tests.web_server import Reply, WebServer, page, redirect


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A web server on this machine."""
    found = WebServer()
    yield found
    found.stop()


def asked(address: str, *, is_well: bool = True, deadline: float = 5.0) -> str:
    """What came of it."""
    return ping(address, is_well=is_well, agent="briefing/1", deadline=deadline)


def test_how_it_went_is_told_by_the_address(server: WebServer) -> None:
    """As it stands, or with /fail behind its path, whatever else it has; and nothing besides is asked."""
    server.routes |= {"/ping/1": page("OK"), "/ping/1/fail": page("OK"), "/ping/1/fail?rid=2": page("OK")}
    assert asked(server.address("/ping/1")) == ""
    assert asked(server.address("/ping/1/"), is_well=False) == ""
    assert asked(server.address("/ping/1?rid=2"), is_well=False) == ""
    assert [seen.path for seen in server.seen] == ["/ping/1", "/ping/1/fail", "/ping/1/fail?rid=2"]
    assert server.seen[0].headers["user-agent"] == "briefing/1"


def test_no_proxy_of_the_environment_is_asked(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would learn the address, which is all that it takes to say that all is well."""
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.routes["/x"] = page("OK")
    assert asked(server.address("/x")) == ""


def test_a_redirect_leads_to_the_web_alone(server: WebServer) -> None:
    """Never to a file or another scheme, nor round in circles."""
    server.routes |= {"/on": redirect(server.address("/there")), "/there": page("OK"), "/round": redirect("/round")}
    assert asked(server.address("/on")) == ""
    for target in ("file:///etc/hostname", "ftp://127.0.0.1/x", "data:text/plain,x"):
        server.routes["/off"] = redirect(target)
        assert asked(server.address("/off")) != ""
    assert asked(server.address("/round")) != ""


def test_a_safe_line_is_not_left(server: WebServer, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """From https nothing leads to http; and who cannot show a certificate is not asked."""
    secure = WebServer(tls=authority.context("127.0.0.1"))
    try:
        secure.routes |= {"/x": page("OK"), "/off": redirect(server.address("/there"))}
        assert "CERTIFICATE_VERIFY_FAILED" in asked(secure.address("/x"))
        monkeypatch.setenv("SSL_CERT_FILE", authority.file)
        assert asked(secure.address("/x")) == ""
        assert asked(secure.address("/off")) != ""
    finally:
        secure.stop()
    assert server.seen == []


@pytest.mark.parametrize("status", [404, 500])
def test_an_answer_that_is_none_is_told_without_the_address(server: WebServer, status: int) -> None:
    """Whose path is a secret."""
    server.routes["/secret-path"] = page("no", status)
    said = asked(server.address("/secret-path"))
    assert str(status) in said
    assert "secret-path" not in said


def test_nobody_waits_for_long(server: WebServer) -> None:
    """Where nobody listens, where nothing comes, and where a byte comes from time to time."""
    with socket.create_server(("127.0.0.1", 0)) as idle:
        free = idle.getsockname()[1]
    assert "refused" in asked(f"http://127.0.0.1:{free}/")
    server.routes |= {
        "/mute": Reply(raw=server.silence()),
        "/slow": Reply(raw=server.drip(b"HTTP/1.1 200 OK\r\n" * 99)),
    }
    for path in ("/mute", "/slow"):
        assert asked(server.address(path), deadline=0.3) in ("no answer within 0.3 seconds", "TimeoutError: timed out")
