"""A web server, and clients that are as quick as they can be without being rude to anybody but themselves."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest

from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web import Manners, Web, agent
from tests.web_server import WebServer

NOW = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)
Served = Callable[..., WebServer]


@pytest.fixture
def serve() -> Iterator[Served]:
    """Start servers, each on a port of its own."""
    with ExitStack() as stack:

        def start(*hosts: str, tls: ssl.SSLContext | None = None) -> WebServer:
            server = WebServer(*hosts, tls=tls)
            stack.callback(server.stop)
            return server

        yield start


@pytest.fixture
def server(serve: Served) -> WebServer:
    """One server on 127.0.0.1."""
    return serve()


def web(*, deadline: float = 5.0, pause: float = 0.0, **options: Any) -> Web:
    """A client whose clock stands; what `Web` takes goes to it, the rest are its manners."""
    own = {key: options.pop(key) for key in ("credentials", "resolve") if key in options}
    who = options.pop("agent", agent("0.1", "https://desk.example/contact"))
    return Web(Manners(who, deadline, pause, **options), now=lambda: NOW, **own)


def got(server: WebServer, path: str = "/page", client: Web | None = None, **ask: Any) -> Answer | Failure:
    """What comes of asking a server for a path; the user has named it."""
    named = ask.pop("named", frozenset({server.place()}))
    return (client or web()).get(Ask(server.address(path), named=named, **ask))
