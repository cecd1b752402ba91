"""The one door to urllib3: a request over a connection that we made, and its response piece by piece.

urllib3 never connects here, and it neither follows, repeats, unpacks nor caches: it writes the request and reads the
response's head and seams. What it does better than `http.client` below it: a body shorter than its Content-Length is an
error, and so are two lengths that differ.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.client import BadStatusLine, HTTPException, LineTooLong
from typing import TYPE_CHECKING

from briefing.fetchers.answers import CA_FILE
from briefing.fetchers.web.address import Address
from briefing.fetchers.web.clock import Allowance
from briefing.fetchers.web.failed import Failed, passing
from briefing.fetchers.web.sockets import Bounded, BoundedTls

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

PIECE = SKIPPED = 65_536


class Connection:
    """An open connection to one origin."""

    def __init__(self, address: Address, sock: Bounded | BoundedTls) -> None:
        from urllib3.connection import HTTPConnection

        self.origin = address.origin
        self._sock = sock
        self._http = HTTPConnection(address.host, address.port)
        self._http.auto_open = 0  # it must never connect by itself: that would go past every check
        self._http.sock = sock

    @property
    def is_open(self) -> bool:
        """Whether another request can be sent: the server has neither closed it nor sent what nobody asked for."""
        return self._http.sock is not None and self._http.is_connected

    def get(self, target: str, headers: Mapping[str, str], allowance: Allowance) -> Response:
        """Send the request, and return the response once its head is there."""
        self._sock.allowance = allowance
        self._http.timeout = allowance.seconds()
        self._http.request("GET", target, headers=headers, preload_content=False, decode_content=False)
        return Response(self._http.getresponse())

    def close(self) -> None:
        """Close it."""
        with suppress(OSError):  # one that was reset meanwhile
            self._http.close()
            self._sock.close()


class Response:
    """A response whose head is there; `is_read` says whether its body was read to its end and the line is free."""

    def __init__(self, response: HTTPResponse) -> None:
        self._response = response
        self.status = response.status
        self.is_read = False

    def header(self, name: str) -> str:
        """Return the first header of that name, "" for none."""
        return next(iter(self._response.headers.getlist(name)), "")

    def all(self, name: str) -> str:
        """Return what all headers of that name say."""
        return ", ".join(self._response.headers.getlist(name))

    def skip(self) -> None:
        """Read what nobody wants to see, if it is short: a new connection costs more than the text of a 404."""
        size = 0
        with suppress(Exception):
            for piece in self.pieces():
                size += len(piece)
                if size > SKIPPED:
                    break

    @property
    def length(self) -> int:
        """How many bytes the server says will come over the line, 0 where it does not say."""
        return self._response.length_remaining or 0

    @property
    def has_end(self) -> bool:
        """Whether the server says where the body ends; if not, its end looks like that of a server that died."""
        return bool(self.all("Content-Length") or self.all("Transfer-Encoding")) or self.status in (204, 304)

    def pieces(self) -> Iterator[bytes]:
        """Yield the body as it came over the line; raises where it breaks off."""
        coding = self.all("Transfer-Encoding")
        if coding and coding.strip().lower() != "chunked":  # http.client would hand out the seams as text
            raise Failed(
                f"its body is packed as {coding[:60]}, which was not asked for", "tell the owner of the server"
            )
        while piece := self._response.read(PIECE, decode_content=False):
            yield piece
        self.is_read = True

    def close(self) -> None:
        """Let go of the connection's file, which would keep it open."""
        self._response.close()


def explained(error: Exception) -> Failed:
    """Return what to say of whatever the network, TLS or HTTP raised."""
    from urllib3.exceptions import HTTPError

    match error:
        case Failed():
            return error
        case ssl.SSLCertVerificationError():
            return Failed(
                f"its certificate is not trusted: {error.verify_message}",
                f"if an authority of your own signed it, name that in {CA_FILE}; else do not trust the site",
            )
        case TimeoutError():
            return passing("it did not answer in time", _LATER, is_silent=True)
        case ConnectionRefusedError():
            return passing("it refuses connections", _LATER, is_silent=True)
        case ssl.SSLEOFError() | ConnectionError() | HTTPError():
            return passing("it broke off", _LATER)
        case ssl.SSLError():
            return Failed(f"it does not speak TLS: {error.reason}", "check whether the address is http or https")
        case OSError():
            return passing(f"it cannot be reached: {error.strerror or error}", _NETWORK, is_silent=True)
        case BadStatusLine() if "HTTP/".startswith(str(error)[:5]):
            return passing("it broke off", _LATER)  # within its first line
        case LineTooLong():
            return Failed("its headers are too long", "tell the owner of the server")
        case HTTPException() | ValueError():  # a chunk of size "-2", for one
            return Failed("what it says is not HTTP", "check the address")
        case _:
            raise error


_LATER = "the next run asks again"
_NETWORK = "see whether this machine is on the network"
