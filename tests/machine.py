"""What tests take from the machine that they run on: free ports, and programs that may be missing."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack
from typing import NoReturn

import pytest


def unavailable(reason: str) -> NoReturn:
    """Leave the test out, visibly; in CI, where everything is to be tested, fail."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def free_ports(count: int) -> list[int]:
    """Return ports of the loopback that nobody listens on."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
