"""Connections to addresses that were checked: the number that is connected to is the number that was looked at."""

from __future__ import annotations

import socket
import ssl
from typing import Any, cast

from briefing.errors import SettingsError
from briefing.fetchers.web.clock import Allowance, Clock
from briefing.fetchers.web.failed import Failed

CONNECTING = 10.0
"""Seconds for one address, and for the greeting of TLS: so that another address, or another try, has its chance."""


class Bounded(socket.socket):
    """A socket that keeps to an allowance whenever it receives: a server that drips is as late as a silent one."""

    allowance: Allowance

    def recv_into(self, *arguments: Any) -> int:
        """Receive, within the time and size that are left."""
        self.settimeout(self.allowance.seconds())
        try:
            return self.allowance.spent(super().recv_into(*arguments))
        except TimeoutError:
            raise self.allowance.clock.late() from None


class BoundedTls(ssl.SSLSocket):
    """The same with TLS; that a stream ends without TLS's own goodbye is an error, for it may have been cut."""

    allowance: Allowance

    def recv_into(self, *arguments: Any) -> int:
        """Receive, within the time and size that are left."""
        self.suppress_ragged_eofs = False
        self.settimeout(self.allowance.seconds())
        try:
            return self.allowance.spent(super().recv_into(*arguments))
        except TimeoutError:
            raise self.allowance.clock.late() from None


def context(ca_file: str) -> ssl.SSLContext:
    """Return how TLS is spoken: certificates of authorities that the system trusts, or `ca_file` besides (PEM)."""
    made = ssl.create_default_context()
    try:
        if ca_file:
            made.load_verify_locations(ca_file)
    except OSError as error:
        raise SettingsError(f"{ca_file}: not a certificate that can be read; PEM is needed") from error
    made.set_alpn_protocols(["http/1.1"])
    made.sslsocket_class = BoundedTls
    return made


def connected(addresses: list[str], port: int, clock: Clock) -> Bounded:
    """Return a connection to the first of these IP addresses that answers; raises Failed or OSError."""
    failed: OSError = OSError("no address")
    for at, address in enumerate(addresses):
        try:
            return _connected(address, port, min(CONNECTING, clock.left() / (len(addresses) - at)))
        except OSError as error:
            failed = error
    raise failed


def _connected(address: str, port: int, seconds: float) -> Bounded:
    made = Bounded(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.settimeout(seconds)
        made.connect((address, port))
        _is_there(made, address)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        made.close()
        raise
    return made


def encrypted(plain: Bounded, host: str, how: ssl.SSLContext, clock: Clock) -> BoundedTls:
    """Return the connection with TLS, once the server has proved its name."""
    try:
        plain.settimeout(min(CONNECTING, clock.left()))
        wrapped = how.wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
    return cast(BoundedTls, wrapped)  # the context makes no other


def _is_there(made: socket.socket, address: str) -> None:
    """Hold the peer against what was asked for: nothing between here and the wire may have chosen another one."""
    peer = made.getpeername()[0].partition("%")[0]
    if socket.inet_pton(made.family, peer) != socket.inet_pton(made.family, address):
        raise Failed(
            f"the connection went to {peer} and not to {address}", "look at the rules of this machine’s network"
        )
