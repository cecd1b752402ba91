"""A real SMTP server on the loopback that breaks off wherever it is told."""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import pytest

from tests.deliverers.script import Script, handler


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
