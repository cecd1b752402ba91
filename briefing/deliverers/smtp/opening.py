"""A connection that letters can go over: greeted, as private as was asked, and logged in."""

from __future__ import annotations

import smtplib
import socket
import ssl

from briefing.credentials import Password
from briefing.deliverers.clock import Clock
from briefing.deliverers.smtp.refusal import expect
from briefing.deliverers.smtp.sockets import Timed, connected, encrypted
from briefing.errors import DeliveryError
from briefing.settings import Mail


def opened(mail: Mail, port: int, password: Password, clock: Clock) -> smtplib.SMTP:
    """Connect, and go on only where it is private; raises OSError, or DeliveryError for a file of certificates."""
    how = None if mail.security == "none" else _context(mail.ca_file)
    plain = connected(mail.host, port, clock)
    smtp = smtplib.SMTP(local_hostname=_own_name(plain))
    smtp.sock = plain
    try:
        if how and mail.security == "tls":
            smtp.sock = encrypted(plain, mail.host, how)
        expect(smtp.getreply(), 2, general=True)
        _greet(smtp)
        if how and mail.security == "starttls":
            _start_tls(smtp, plain, mail.host, how)
        if mail.user:
            smtp.login(mail.user, password)
    except BaseException:
        smtp.close()
        plain.close()
        raise
    return smtp


def _greet(smtp: smtplib.SMTP) -> None:
    """Say EHLO, or HELO to a server that knows no better."""
    reply = smtp.ehlo()
    if reply[0] // 100 == 5:
        reply = smtp.helo()
    expect(reply, 2, general=True)


def _start_tls(smtp: smtplib.SMTP, plain: Timed, host: str, how: ssl.SSLContext) -> None:
    if not smtp.has_extn("starttls"):
        raise smtplib.SMTPNotSupportedError("STARTTLS extension not supported by server")
    expect(smtp.docmd("STARTTLS"), 2, general=True)
    # What was read in the open is forgotten, what lay in the buffer too: anybody may have slipped it in (RFC 3207).
    smtp.file = None
    smtp.esmtp_features, smtp.does_esmtp = {}, False
    smtp.sock = encrypted(plain, host, how)
    _greet(smtp)


def _context(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        what = f"{ca_file}: not a certificate that can be read; mail.ca_file needs PEM"
        raise DeliveryError(what, general=True) from error


def _own_name(plain: Timed) -> str:
    """Return what we are called: the machine's name, else our address; the resolver could take any time over more."""
    name = socket.gethostname()
    if "." in name and name.isascii():
        return name
    address = plain.getsockname()[0].partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"
