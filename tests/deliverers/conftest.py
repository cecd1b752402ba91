"""Real SMTP servers on the loopback: a whole one with TLS and AUTH, and one that breaks off wherever it is told."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.deliverers.script import Script, handler

USER, PASSWORD = "desk", "correct horse"


@dataclass
class Mailbox:
    """What a server took, and the replies that it is told to give to recipients and to data."""

    to: Mapping[str, str] = field(default_factory=dict)
    taken: list[Envelope] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse where told to."""
        if address in self.to:
            return self.to[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the message."""
        self.taken.append(envelope)
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"


@pytest.fixture
def mailbox() -> Mailbox:
    """An empty mailbox."""
    return Mailbox()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    well = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=well, handled=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., int]]:
    """Start a server that delivers into a mailbox; returns its port. `login` makes it insist on USER and PASSWORD."""
    with ExitStack() as stack:

        def start(mailbox: Mailbox, *, login: bool = False, **options: Any) -> int:
            port = _free_port()
            if login:
                options |= {
                    "authenticator": _authenticate,
                    "auth_required": True,
                    "auth_require_tls": "tls_context" in options,
                }
            controller = Controller(mailbox, hostname="127.0.0.1", port=port, **options)
            controller.start()
            stack.callback(controller.stop, no_assert=True)
            return port

        yield start


@pytest.fixture
def scripted() -> Iterator[Callable[..., Script]]:
    """Start a scripted server on a free port; with `tls`, the context of a server, it offers STARTTLS."""
    with ExitStack() as stack:

        def start(replies: Mapping[str, Any], tls: ssl.SSLContext | None = None) -> Script:
            script = Script(replies, tls)
            server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler(script))
            server.daemon_threads = True
            script.port = server.server_address[1]
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            stack.callback(script.ended.set)
            return script

        yield start
