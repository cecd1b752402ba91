"""A mail server in a process of its own that writes down every message before it says 250, and is slow to say so.

`python -m tests.report.counting FILE` prints its port and serves until its standard input ends.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from typing import Protocol

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

PAUSE = 0.003
"""Seconds between the record and the reply: far longer than a server takes, so that many a kill falls in between."""


@dataclass(frozen=True)
class Taken:
    """A message that the server has taken: the Message-ID, and a hash of all of it."""

    recipient: str
    message_id: str
    sha256: str


class Server(Protocol):
    """What takes mail and knows what it took since it was last told to begin anew."""

    @property
    def port(self) -> int: ...

    def forget(self) -> None: ...

    def taken(self) -> list[Taken]: ...


@dataclass
class Counter:
    """What the server took since `start`."""

    port: int
    file: Path
    start: int = 0

    def forget(self) -> None:
        """Begin anew."""
        self.start = self.file.stat().st_size

    def taken(self) -> list[Taken]:
        """Return the messages in order."""
        with self.file.open("rb") as stream:
            stream.seek(self.start)
            return [Taken(**json.loads(line)) for line in stream]


@contextmanager
def counting(folder: Path) -> Iterator[Counter]:
    """Serve until the end of the block."""
    file = folder / "taken.jsonl"
    file.touch()
    command = [sys.executable, "-m", "tests.report.counting", str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield Counter(int(process.stdout.readline()), file)
        finally:
            process.stdin.close()


@dataclass
class _Slow:
    file: Path

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        data = envelope.original_content or b""
        digest, message_id = hashlib.sha256(data).hexdigest(), str(message_from_bytes(data)["Message-ID"])
        with self.file.open("a") as stream:
            for recipient in envelope.rcpt_tos:
                stream.write(json.dumps({"recipient": recipient, "message_id": message_id, "sha256": digest}) + "\n")
        await asyncio.sleep(PAUSE)
        return "250 taken"


def _serve(file: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    controller = Controller(_Slow(file), hostname="127.0.0.1", port=port)
    controller.start()
    print(port, flush=True)
    sys.stdin.read()
    controller.stop()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
