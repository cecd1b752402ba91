"""Parsers that do what hostile files make parsers do; the worker imports them by their name."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefing.parsers.parsed import Document, Hints, Parsed


def well(data: bytes, hints: Hints) -> Parsed:
    """Say what came in, and by which process it was read."""
    stated = {"address": hints.address, "charset": hints.charset, "process": str(os.getpid())}
    return Parsed((Document(data.decode("utf-8", "surrogatepass"), stated),), title=hints.where, links=("a", "b"))


def environment(data: bytes, hints: Hints) -> Parsed:
    """Say all that the environment holds."""
    return Parsed((Document(str(Path.cwd()), dict(os.environ)),))


def sleeps(data: bytes, hints: Hints) -> Parsed:
    """Hang."""
    time.sleep(600)
    return Parsed()


def spins(data: bytes, hints: Hints) -> Parsed:
    """Hang at work."""
    while True:
        pass


def aborts(data: bytes, hints: Hints) -> Parsed:
    """Die as a library in C does that finds itself in a state it did not expect."""
    os.abort()


def is_killed(data: bytes, hints: Hints) -> Parsed:
    """Die as if the system needed the memory; the audit hook does not stand in the way of `signal.raise_signal`."""
    signal.raise_signal(signal.SIGKILL)
    return Parsed()


def exits(data: bytes, hints: Hints) -> Parsed:
    """Leave."""
    os._exit(3)


def leaves(data: bytes, hints: Hints) -> Parsed:
    """Leave politely."""
    raise SystemExit(4)


def eats(data: bytes, hints: Hints) -> Parsed:
    """Take memory without end."""
    eaten = []
    while True:
        eaten.append(bytes(50_000_000))


def recurses(data: bytes, hints: Hints) -> Parsed:
    """Go down without end."""
    return recurses(data, hints)


def fails(data: bytes, hints: Hints) -> Parsed:
    """Raise, with a message that no page should show as it is."""
    raise ValueError("line one\nline two \x1b[31m" + "x" * 1000)


def lacks(data: bytes, hints: Hints) -> Parsed:
    """Need what is not installed."""
    import library_that_nobody_installs.part  # noqa: F401

    return Parsed()


def breaks_its_promise(data: bytes, hints: Hints) -> Parsed:
    """Give what is no text."""
    return Parsed((Document("Rain.", {"date": None}),))  # type: ignore[dict-item]


def gives_nothing(data: bytes, hints: Hints) -> Parsed:
    """Give what is no answer."""
    return None  # type: ignore[return-value]


def inflates(data: bytes, hints: Hints) -> Parsed:
    """Make much of little."""
    return Parsed((Document("rain " * 13_000_000),))


def chatters(data: bytes, hints: Hints) -> Parsed:
    """Print, as libraries do."""
    print("noise")
    os.write(1, b"noise")
    sys.stderr.write("noise")
    return Parsed((Document("Rain."),))


def reaches_out(data: bytes, hints: Hints) -> Parsed:
    """Try to start a process, to reach the network, to write, and say what came of each."""
    place = Path(data.decode())
    tries: dict[str, Callable[[], object]] = {
        "process": lambda: subprocess.run(["/bin/true"]),
        "shell": lambda: os.system("true"),
        "fork": os.fork,
        "network": lambda: socket.create_connection(("127.0.0.1", 9)),
        "name": lambda: socket.getaddrinfo("localhost", 80),
        "write": lambda: place.write_text("owned"),
        "delete": place.unlink,
    }
    stated = {}
    for name, action in tries.items():
        try:
            action()
            stated[name] = "done"
        except OSError as error:
            stated[name] = type(error).__name__
    return Parsed((Document("tried", stated),))
