"""A real web server on the loopback that answers as it is told, well or badly, and keeps what it was asked.

`server.routes["/feed"] = page("…")`, a Reply, or a function from what was asked to a Reply. `server.seen` holds every
request, `server.most_at_once` the most connections that one host had open at a time. A path without a route is a 404.
"""

from __future__ import annotations

import gzip
import select
import selectors
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic

MEGABYTE = b"\0" * 1_000_000


@dataclass(frozen=True)
class Seen:
    """One request: `host` is the address of this machine that it came to, `headers` have small names."""

    host: str
    path: str
    headers: Mapping[str, str]
    connection: int
    at: float


@dataclass(frozen=True)
class Reply:
    """What is answered. `raw` goes over the line as it stands, in the place of everything else, and closes it."""

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | Iterable[bytes] | None = None

    def parts(self) -> Iterator[bytes]:
        """Yield what goes over the line."""
        if self.raw is not None:
            yield from [self.raw] if isinstance(self.raw, bytes) else self.raw
            return
        headers = {"Content-Type": "text/html; charset=utf-8"} | dict(self.headers)
        if isinstance(self.body, bytes) and self.status not in {204, 304}:
            headers = {"Content-Length": str(len(self.body))} | headers
        if self.closes:
            headers["Connection"] = "close"
        lines = [f"HTTP/1.1 {self.status} Told", *(f"{n}: {v}" for n, v in headers.items() if v is not None)]
        yield "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1" if _is_latin(lines) else "utf-8")
        yield from [self.body] if isinstance(self.body, bytes) else self.body

    @property
    def closes(self) -> bool:
        """Whether the line is closed behind it."""
        return self.raw is not None or not isinstance(self.body, bytes)


Route = Callable[[Seen], Reply]


def page(text: str | bytes, status: int = 200, **headers: str) -> Reply:
    """A page or feed; the names of headers are written with underscores."""
    body = text.encode() if isinstance(text, str) else text
    return Reply(body, status, {name.replace("_", "-"): value for name, value in headers.items()})


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(b"", status, {"Location": to})


def validated(text: str, etag: str = '"1"', modified: str = "") -> Route:
    """A page that answers 304 to whoever has it."""

    def answer(seen: Seen) -> Reply:
        known = etag and seen.headers.get("if-none-match") == etag
        if known or (modified and seen.headers.get("if-modified-since") == modified):
            return Reply(b"", 304, {"ETag": etag})
        return page(text, **({"ETag": etag} if etag else {}), **({"Last_Modified": modified} if modified else {}))

    return answer


def in_turn(*replies: Reply) -> Route:
    """Give one reply after the other; the last one stays."""
    left = list(replies)
    lock = threading.Lock()

    def answer(_: Seen) -> Reply:
        with lock:
            return left.pop(0) if len(left) > 1 else left[0]

    return answer


def gzip_bomb(megabytes: int = 2_000) -> Iterator[bytes]:
    """Zeros, packed as they are sent: 2 GB are 2 MB on the line."""
    return _bomb(zlib.compressobj(9, wbits=31), megabytes)


def deflate_bomb(megabytes: int = 2_000) -> Iterator[bytes]:
    """The same in the other packing."""
    return _bomb(zlib.compressobj(9), megabytes)


def gzip_nested(layers: int = 2, size: int = 20_000_000) -> bytes:
    """Zeros packed several times."""
    data = b"\0" * size
    for _ in range(layers):
        data = gzip.compress(data)
    return data


def _bomb(packer: zlib._Compress, megabytes: int) -> Iterator[bytes]:
    for _ in range(megabytes):
        yield packer.compress(MEGABYTE)
    yield packer.flush()


class WebServer:
    """Listens on one port of several addresses of this machine, with TLS if it has a context for it."""

    def __init__(self, *hosts: str, tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Reply | Route] = {}
        self.seen: list[Seen] = []
        self.most_at_once: dict[str, int] = {}
        self.connections = 0
        self.stopped = threading.Event()
        self._tls = tls
        self._open: dict[str, list[socket.socket]] = {}
        self._lock = threading.Lock()
        self._listeners = _listening(hosts or ("127.0.0.1",))
        self.port: int = self._listeners[0].getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    def place(self, host: str = "127.0.0.1") -> str:
        """Host and port, as a user names them."""
        return f"{host}:{self.port}"

    def paths(self, *, robots: bool = False) -> list[str]:
        """What was asked for, in order; robots.txt only if wanted."""
        return [seen.path for seen in self.seen if robots or seen.path != "/robots.txt"]

    def drip(self, data: bytes, seconds: float = 0.05, size: int = 1) -> Iterator[bytes]:
        """Yield some bytes at a time, until the server is stopped."""
        for at in range(0, len(data), size):
            if self.stopped.wait(seconds):
                return
            yield data[at : at + size]

    def silence(self) -> Iterator[bytes]:
        """Yield nothing, until the server is stopped."""
        self.stopped.wait(60)
        yield b""

    def endless(self, data: bytes) -> Iterator[bytes]:
        """Yield the same again and again, until the server is stopped or nobody listens."""
        while not self.stopped.is_set():
            yield data

    def stop(self) -> None:
        """Close everything."""
        self.stopped.set()
        self._thread.join(10)
        with self._lock:
            for sock in [each for group in self._open.values() for each in group]:
                with suppress(OSError):
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def _serve(self) -> None:
        with selectors.DefaultSelector() as ready:
            for listener in self._listeners:
                ready.register(listener, selectors.EVENT_READ)
            while not self.stopped.is_set():
                for key, _ in ready.select(0.05):
                    self._accept(key.fileobj)
        for listener in self._listeners:
            listener.close()

    def _accept(self, listener: socket.socket) -> None:
        sock, _ = listener.accept()
        sock.settimeout(60)
        host = sock.getsockname()[0]
        with self._lock:
            self.connections += 1
            others = [each for each in self._open.setdefault(host, []) if _is_open(each)]
            self._open[host] = [*others, sock]
            self.most_at_once[host] = max(self.most_at_once.get(host, 0), len(others) + 1)
            number = self.connections
        threading.Thread(target=self._talk, args=(sock, host, number), daemon=True).start()

    def _talk(self, sock: socket.socket, host: str, number: int) -> None:
        with suppress(OSError), sock:
            spoken = self._tls.wrap_socket(sock, server_side=True) if self._tls else sock
            with spoken, spoken.makefile("rb") as heard:
                while seen := _request(heard, host, number):
                    self.seen.append(seen)
                    reply = self._reply(seen)
                    for part in reply.parts():
                        spoken.sendall(part)
                    if reply.closes:
                        return

    def _reply(self, seen: Seen) -> Reply:
        route = self.routes.get(seen.path, Reply(b"nothing here", 404))
        return route if isinstance(route, Reply) else route(seen)


def _is_latin(lines: list[str]) -> bool:
    return all(max(line) <= "\xff" for line in lines)


def _listening(hosts: tuple[str, ...]) -> list[socket.socket]:
    port, made = 0, []
    for host in hosts:
        listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
        port = listener.getsockname()[1]
        made.append(listener)
    return made


def _is_open(sock: socket.socket) -> bool:
    """Whether the other side has not closed: who closes one connection and opens another has never two."""
    try:
        said = select.poll()
        said.register(sock, select.POLLIN)
        return not said.poll(0) or socket.socket.recv(sock, 1, socket.MSG_PEEK) != b""
    except (OSError, ValueError):
        return False


def _request(heard: Iterable[bytes], host: str, number: int) -> Seen | None:
    lines: list[str] = []
    for line in heard:
        if b":" not in line and (lines or b" HTTP/1" not in line) and line.strip():
            return None  # TLS, or another language
        if not line.strip():
            break
        lines.append(line.decode("latin-1").strip())
    if not lines:
        return None
    headers = dict(line.split(": ", 1) for line in lines[1:])
    path = lines[0].split(" ")[1]
    return Seen(host, path, {name.lower(): value for name, value in headers.items()}, number, monotonic())
