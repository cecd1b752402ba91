"""One address asked: over the kept connection or a new one, again where that can help, and never past its time."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from briefing.fetchers.web.address import Address
from briefing.fetchers.web.clock import OVERHEAD, Allowance, Clock, too_large
from briefing.fetchers.web.failed import Failed, passing
from briefing.fetchers.web.from_urllib3 import Connection, Response, explained
from briefing.fetchers.web.guard import Guard
from briefing.fetchers.web.lines import OFFLINE, Line, Lines
from briefing.fetchers.web.sockets import connected, encrypted
from briefing.fetchers.web.statuses import refused
from briefing.fetchers.web.unpack import Limit, packing, unpacked

REPEATS = 2
SHORT = 10.0
"""Seconds: for longer a server that says when to come back is not waited for."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WHOLE = frozenset({200, 203})


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `named` are the hosts that may be inside a network, `is_cut` takes what is too long in part."""

    address: Address
    headers: Mapping[str, str]
    named: frozenset[str]
    largest: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of it: a whole body, a way to somewhere else, or the word that nothing has changed."""

    status: int
    data: bytes
    location: str
    content_type: str
    etag: str
    modified: str
    has_end: bool = True
    date: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Asks one address at a time of a host."""

    guard: Guard
    lines: Lines
    tls: ssl.SSLContext
    now: Callable[[], datetime]

    def reply(self, request: Request, clock: Clock) -> Reply:
        """Return what the server gave; raises Failed."""
        line = self.lines.to(request.address.host)
        with line.use():
            for attempt in count(1):
                try:
                    with line.turn(clock):
                        reply = self._once(line, request, clock)
                except Failed as failed:
                    self._again(failed, attempt, line, clock)
                else:
                    line.unanswered = self.lines.in_vain = 0
                    return reply
        raise AssertionError("unreachable")

    def _again(self, failed: Failed, attempt: int, line: Line, clock: Clock) -> None:
        """Wait before another attempt, or raise what ended this one."""
        wait = max(line.pause, 0.1) * 2**attempt if failed.wait is None else failed.wait
        is_offline = failed.is_silent and self.lines.in_vain >= OFFLINE
        if failed.is_worth_repeating and attempt <= REPEATS and wait <= SHORT and clock.allows(wait) and not is_offline:
            clock.rest(wait)
            return
        line.unanswered = line.unanswered + 1 if failed.is_silent else 0
        self.lines.in_vain = self.lines.in_vain + 1 if failed.is_silent else 0
        if failed.wait:
            line.leave_alone(failed, failed.wait)
        raise failed

    def _once(self, line: Line, request: Request, clock: Clock) -> Reply:
        is_free = False
        try:
            connection = self._connection(line, request, clock)
            response = connection.get(
                request.address.target, request.headers, Allowance(clock, request.largest + OVERHEAD)
            )
            try:
                return self._read(response, request, clock)
            finally:
                is_free = response.is_read
                response.close()
        except Exception as error:
            raise explained(error) from None
        finally:
            if not is_free:
                line.drop()

    def _connection(self, line: Line, request: Request, clock: Clock) -> Connection:
        kept = line.connection
        if kept and kept.origin == request.address.origin and kept.is_open:
            return kept
        line.drop()
        address = request.address
        plain = connected(self.guard.addresses(address, request.named, clock), address.port, clock)
        sock = encrypted(plain, address.host, self.tls, clock) if address.scheme == "https" else plain
        line.connection = Connection(address, sock)
        return line.connection

    def _read(self, response: Response, request: Request, clock: Clock) -> Reply:
        if response.status not in _WHOLE:
            response.skip()
        if response.status not in REDIRECTS | _WHOLE | {304}:
            raise refused(response.status, response.header("Retry-After"), self.now())
        data, packed = b"", ""
        if response.status in _WHOLE:
            if response.length > request.largest and not request.is_cut:
                raise too_large(request.largest)
            packed = packing(response.all("Content-Encoding"))
            data = unpacked(response.pieces(), packed, Limit(request.largest, request.is_cut, clock.make_room))
        if not (data or response.has_end or response.header("Location")):
            raise passing("it broke off", "the next run asks again")  # within its headers, which may lack some
        return Reply(
            response.status,
            data,
            response.header("Location"),
            response.header("Content-Type"),
            response.header("ETag"),
            response.header("Last-Modified"),
            response.has_end or bool(packed),  # what is packed has a checksum at its end
            response.header("Date"),
        )
