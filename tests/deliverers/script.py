"""An SMTP server that does as it is told, and breaks off wherever it is told to."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Slowly:
    """A reply that comes byte by byte, `first` seconds after it was waited for."""

    line: bytes
    first: float = 0.0


@dataclass
class Script:
    """A server that answers each command with the reply given for it, breaks off (None) or falls silent (b"").

    "banner" and "." (the end of the message) count as commands. Of a list of replies each is given once, the last one
    from then on. `heard` is what clients said, `in_the_open` what they said without TLS, `connections` how many came,
    `messages` what they sent between 354 and the dot.
    """

    replies: Mapping[str, Any]
    tls: ssl.SSLContext | None
    port: int = 0
    connections: int = 0
    heard: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    in_the_open: list[str] = field(default_factory=list)
    messages: list[bytes] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    sockets: list[socket.socket] = field(default_factory=list)

    def hang_up(self) -> None:
        """Break off the last connection, whatever comes of it at the moment."""
        self.sockets[-1].shutdown(socket.SHUT_RDWR)

    def reply(self, command: str) -> Any:
        """Return what is to be answered."""
        usual = {**USUAL, "EHLO": b"250-localhost\r\n250 STARTTLS"} if self.tls else USUAL
        found = {**usual, **self.replies}.get(command, b"502 no")
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


USUAL = {
    "banner": b"220 ready", "EHLO": b"250 localhost", "HELO": b"250 localhost", "MAIL": b"250 OK", "RCPT": b"250 OK",
    "DATA": b"354 go on", ".": b"250 taken", "QUIT": b"221 bye", "STARTTLS": b"220 go on", "RSET": b"250 OK",
}  # fmt: skip


def handler(script: Script) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        is_encrypted = False

        def handle(self) -> None:
            script.connections += 1
            script.sockets.append(self.connection)
            with suppress(OSError):
                self._talk()
            with suppress(OSError):
                self.connection.close()

        def _talk(self) -> None:
            command = "banner"
            while (reply := script.reply(command)) is not None:
                if reply == b"":
                    script.ended.wait(30)
                    return
                self._say(reply)
                if command == "STARTTLS" and script.tls:
                    self._encrypt(script.tls)
                is_asked = isinstance(reply, bytes) and reply.startswith(b"354")
                command = self._message() if is_asked else self._command()
                if not command:
                    return
                script.heard.append(command)
                if not self.is_encrypted:
                    script.in_the_open.append(command)

        def _say(self, reply: bytes | Slowly) -> None:
            if isinstance(reply, Slowly):
                script.ended.wait(reply.first)
                for byte in reply.line:
                    self.wfile.write(bytes([byte]))
                    script.ended.wait(0.03)
            else:
                self.wfile.write(reply + b"\r\n")

        def _encrypt(self, tls: ssl.SSLContext) -> None:
            self.connection = tls.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb")
            self.wfile = self.connection.makefile("wb", 0)
            self.is_encrypted = True

        def _command(self) -> str:
            line = self.rfile.readline().decode("utf-8", errors="replace").strip()
            script.lines.append(line)
            return line.partition(" ")[0].upper()

        def _message(self) -> str:
            lines = []
            while line := self.rfile.readline():
                if line == b".\r\n":
                    script.messages.append(b"".join(lines))
                    return "."
                lines.append(line)
            return ""

    return Handler
