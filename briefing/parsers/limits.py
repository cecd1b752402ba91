"""What a worker may use and do, set by itself before it sees the first foreign byte."""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from typing import Any

MEMORY = 1_500_000_000
"""Bytes of address space."""

RETIRED = 400_000
"""Kilobytes: a worker that once needed so much ends after its answer, for what a library keeps is kept for good."""

_FORBIDDEN = frozenset(
    [
        "os.chmod", "os.chown", "os.exec", "os.fork", "os.forkpty", "os.kill", "os.link", "os.mkdir", "os.posix_spawn",
        "os.remove", "os.rename", "os.rmdir", "os.spawn", "os.symlink", "os.system", "os.truncate", "pty.spawn",
        "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
        "subprocess.Popen",
    ]
)  # fmt: skip
_CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def confine() -> None:
    """Take memory, writing, core dumps and new processes from this process, for good.

    RLIMIT_NPROC counts a user's processes and does not bind root, so Python's own ways to a process, a socket or
    another file are refused as well. Code in C could get around that; no library used here opens anything by itself.
    """
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a hard limit that is lower already, or none of that name
            resource.setrlimit(what, (most, most))
    sys.addaudithook(_refuse)


def is_spent() -> bool:
    """Whether this process has needed so much memory that a new one is better."""
    return _peak() > RETIRED


def _peak() -> int:
    """Return the most kilobytes that this process has had in memory.

    Linux counts what the parent had as `ru_maxrss`, too: where that is much, each job would have a worker of its own.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  (os.open is all that is needed)
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN or (event == "open" and arguments[2] & _CHANGES):
        raise PermissionError(f"a parser may not do this: {event}")
