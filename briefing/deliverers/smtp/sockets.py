"""Connections that keep to a clock: on every byte that comes or goes, for a drip defeats any timeout of silence."""

from __future__ import annotations

import socket
import ssl
from typing import Any, cast

from briefing.deliverers.clock import Clock

_PIECE = 65_536
"""Bytes that are written at a time: a slow line that moves is not silent."""

_MOST = 1_000_000
"""Bytes that a server may say over one letter: a dialogue has some hundreds, and lines without end fill memory."""


class Timed(socket.socket):
    """A socket on which each step has the time that the clock leaves it."""

    clock: Clock

    def recv_into(self, *arguments: Any) -> int:
        """Receive what is there; raises OSError where there is no end of it."""
        self.settimeout(self.clock.seconds())
        try:
            count = super().recv_into(*arguments)
        except TimeoutError:
            raise self.clock.late() from None
        self.clock.heard += count
        if self.clock.heard > _MOST:
            raise OSError(f"the server says more than {_MOST:,} bytes, which no mail server does")
        return count

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send everything, or raise OSError: then the last byte has not left."""
        for start in range(0, len(data), _PIECE):
            self.settimeout(self.clock.seconds())
            try:
                super().sendall(data[start : start + _PIECE], flags)
            except TimeoutError:
                raise self.clock.late() from None


class TimedTls(Timed, ssl.SSLSocket):
    """The same with TLS."""


def connected(host: str, port: int, clock: Clock) -> Timed:
    """Return a connection to the first of the host's addresses that answers; raises OSError."""
    failed = OSError("it has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        made = Timed(family, kind, protocol)
        made.clock = clock
        try:
            made.settimeout(clock.seconds())
            made.connect(address)
            # No piece waits for the acknowledgement of the one before: letters of 41 kB take 8 ms each, not 50.
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return made
        except OSError as error:
            made.close()
            failed = clock.late() if isinstance(error, TimeoutError) else error
        except BaseException:
            made.close()
            raise
    raise failed


def encrypted(plain: Timed, host: str, how: ssl.SSLContext) -> TimedTls:
    """Return the connection with TLS, once the server has proved its name; raises OSError."""
    how.sslsocket_class = TimedTls
    clock = plain.clock
    plain.settimeout(clock.seconds())
    try:
        wrapped = cast(TimedTls, how.wrap_socket(plain, server_hostname=host))  # the context makes no other
    except TimeoutError:
        raise clock.late() from None
    wrapped.clock = clock
    return wrapped
