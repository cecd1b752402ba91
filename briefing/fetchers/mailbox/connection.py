"""A connection to an IMAP server, encrypted and checked, on which neither time nor memory can be taken without end."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from briefing.credentials import Password
from briefing.fetchers.mailbox.address import Box
from briefing.fetchers.mailbox.deadline import Deadline
from briefing.fetchers.mailbox.post import Manners
from briefing.fetchers.mailbox.refusal import Flood, NoLogin, Refused, Unreadable

CONNECT, GOODBYE = 15.0, 2.0
"""Seconds for one of a host's addresses to connect and encrypt, and for the server to say goodbye."""

# Lines are answers without their literals: the numbers of a window of UIDs (at most 11 bytes each) and three short
# fields a letter. The sizes that servers tell are not always exact.
_LINES, _A_LINE, _SLACK = 4_000_000, 100, 1_000_000
_STARTTLS = "try imaps; if it offered it before, somebody may be between you and the server"
_ATOM = re.compile(r"[^\x00-\x20\x7f(){%*\"\\\]]+", re.ASCII)


class Meter:
    """Counts what a server sends: no literal above `largest`, no more than `literals` and `lines` bytes in all."""

    def __init__(self, largest: int, literals: int, lines: int) -> None:
        self._largest, self._literals, self._lines = largest, literals, lines

    def literal(self, size: int) -> None:
        """Count a literal before it is read: its size is announced, and room is made for all of it at once."""
        self._literals -= size
        if size > self._largest or self._literals < 0:
            raise Flood

    def line(self, size: int) -> None:
        """Count a line, and what keeping it costs: short ones without end would take most of the time and memory."""
        self._lines -= size + _A_LINE
        if self._lines < 0:
            raise Flood


class _Bounded(imaplib.IMAP4):
    """Reads under a meter and a deadline."""

    def __init__(self, box: Box, meter: Meter, deadline: Deadline) -> None:
        self._meter, self._deadline = meter, deadline
        super().__init__(box.host, box.port, timeout=min(CONNECT, deadline.left))

    def open(self, host: str = "", port: int | None = 143, timeout: float | None = None) -> None:
        super().open(host, port or 143, timeout)
        self._deadline.connection = self
        self.sock.settimeout(self._deadline.left)

    def read(self, size: int) -> bytes:
        self._meter.literal(size)
        return super().read(size)

    def readline(self) -> bytes:
        try:
            line = super().readline()
        except imaplib.IMAP4.error:
            raise Flood from None
        self._meter.line(len(line))
        return line


class _Encrypted(_Bounded, imaplib.IMAP4_SSL):
    """The same, in TLS from the first byte."""

    def __init__(self, box: Box, meter: Meter, deadline: Deadline, context: ssl.SSLContext) -> None:
        self._meter, self._deadline = meter, deadline
        timeout = min(CONNECT, deadline.left)
        imaplib.IMAP4_SSL.__init__(self, box.host, box.port, ssl_context=context, timeout=timeout)


@contextmanager
def connected(box: Box, password: Password, manners: Manners, deadline: Deadline) -> Iterator[imaplib.IMAP4]:
    """Connect and log in; raises OSError, imaplib's errors and ours, whatever comes of it the line is closed."""
    imap = _opened(box, manners, deadline)
    try:
        if imap.state != "NONAUTH":
            raise Refused("it takes us for somebody who is logged in already (PREAUTH)")
        if box.scheme == "imap":
            if "STARTTLS" not in imap.capabilities:
                raise Refused("it offers no encryption (STARTTLS), so it was not told the password", _STARTTLS)
            imap.starttls(_context(manners))
        _log_in(imap, box.user, password)
        yield imap
        imap.sock.settimeout(min(GOODBYE, deadline.left))
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()
    finally:
        with suppress(OSError):
            imap.shutdown()


def _opened(box: Box, manners: Manners, deadline: Deadline) -> _Bounded:
    meter = Meter(manners.largest + _SLACK, manners.most_bytes + manners.largest + _SLACK, _LINES)
    if box.scheme == "imaps":
        return _Encrypted(box, meter, deadline, _context(manners))
    return _Bounded(box, meter, deadline)


def _context(manners: Manners) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=manners.ca_file or None)
    except OSError:
        raise Unreadable(f"not a certificate that can be read (PEM): {manners.ca_file}") from None


def _log_in(imap: imaplib.IMAP4, user: str, password: Password) -> None:
    """Log in by SASL where the server knows it: LOGIN is for ASCII alone, and imaplib keeps its line for debugging."""
    try:
        if "AUTH=PLAIN" in imap.capabilities:
            imap.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
        elif "LOGINDISABLED" in imap.capabilities:
            raise NoLogin("the server takes no password here")
        elif not (user + password).isascii():
            raise NoLogin("the server takes only plain ASCII as user and password")
        else:
            imap.login(user if _ATOM.fullmatch(user) else quoted(user), password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise NoLogin(*error.args) from None


def quoted(text: str) -> str:
    """Return the text as IMAP's quoted string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
