"""Deliver through an SMTP server: encrypted and checked, and with the truth about what became of the message."""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial

from briefing.credentials import Credentials, Password, scrubbed
from briefing.errors import DeliveryError, SettingsError
from briefing.language.display import shown
from briefing.settings import Mail

PASSWORD = "BRIEFING_MAIL_PASSWORD"  # noqa: S105 (the variable's name)
PORTS = {"starttls": 587, "tls": 465, "none": 25}

_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)

Hide = Callable[[str], str]
"""Takes the password out of a server's words."""


@dataclass(frozen=True, slots=True)
class Smtp:
    """Sends through `mail.host`, with STARTTLS or TLS unless the settings say "none".

    The server's certificate must be one that the system trusts, or one by `mail.ca_file` (PEM). With `mail.user`, the
    password is taken from BRIEFING_MAIL_PASSWORD, else from where `credentials` look besides. `mail.timeout` is how
    many seconds the server may stay silent.
    """

    mail: Mail
    credentials: Credentials = field(default_factory=lambda: Credentials(os.environ))

    def __post_init__(self) -> None:
        """Raise SettingsError where there is no server, or a password that anyone on the way could read."""
        if self.mail.recipients and not self.mail.host:
            raise SettingsError("mail.host: is needed to send through a server (or mail.folder to write files)")
        if self.mail.user and self.mail.security == "none" and self.mail.host not in _OWN_MACHINE:
            raise SettingsError(
                'mail.security: must be "starttls" or "tls" with mail.user: no password goes in the open'
            )

    def __call__(self, message: EmailMessage) -> None:
        """Hand the message to the server; raises DeliveryError with the server's words."""
        password = self._password()
        hide = partial(scrubbed, password=password, user=self.mail.user)
        with _explained(f"{self.mail.host}:{self._port}", hide):
            smtp = self._connect()
            try:
                if self.mail.user:
                    smtp.login(self.mail.user, password)
                _hand_over(smtp, message, hide)
                # The server has taken the message: what goes wrong from here on changes nothing.
                with suppress(OSError):
                    smtp.quit()
            finally:
                smtp.close()

    @property
    def _port(self) -> int:
        return self.mail.port or PORTS[self.mail.security]

    def _password(self) -> Password:
        if not self.mail.user:
            return Password()
        try:
            return self.credentials.of(self.mail.host, self.mail.user, variable=PASSWORD)
        except SettingsError as error:
            raise DeliveryError(f"mail.user: {error}") from None

    def _context(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.mail.ca_file or None)
        except OSError as error:
            raise DeliveryError(
                f"{self.mail.ca_file}: not a certificate that can be read; mail.ca_file needs PEM"
            ) from error

    def _connect(self) -> smtplib.SMTP:
        """Connect, and go on only where the connection is as private as was asked."""
        if self.mail.security == "tls":
            return smtplib.SMTP_SSL(self.mail.host, self._port, timeout=self.mail.timeout, context=self._context())
        smtp = smtplib.SMTP(self.mail.host, self._port, timeout=self.mail.timeout)
        if self.mail.security == "starttls":
            try:
                smtp.starttls(context=self._context())
            except BaseException:
                smtp.close()
                raise
        return smtp


def _hand_over(smtp: smtplib.SMTP, message: EmailMessage, hide: Hide) -> None:
    """Send the message step by step: `sendmail` cannot tell a line that broke before the final dot from one after."""
    (sender,), (recipient,) = message["From"].addresses, message["To"].addresses
    data = message.as_bytes(policy=SMTP)
    smtp.ehlo_or_helo_if_needed()
    size = [f"size={len(data)}"] if smtp.has_extn("size") else []
    _expect(smtp.mail(sender.addr_spec, size), 2)
    _expect(smtp.rcpt(recipient.addr_spec), 2)
    _expect(smtp.docmd("DATA"), 3)
    try:
        smtp.send(_LEADING_DOT.sub(b"..", data) + b".\r\n")
        reply = smtp.getreply()
        uncertain = reply[0] // 100 not in {2, 4, 5}
    except OSError as error:
        raise DeliveryError(f"no answer after the message was handed over: {error}", uncertain=True) from error
    if uncertain:
        words = _words(*reply, hide)
        raise DeliveryError(f"no clear answer after the message was handed over: {words}", uncertain=True)
    _expect(reply, 2)


def _expect(reply: tuple[int, bytes], kind: int) -> None:
    if reply[0] // 100 != kind:
        raise smtplib.SMTPResponseException(*reply)


@contextmanager
def _explained(server: str, hide: Hide) -> Iterator[None]:
    """Turn what smtplib, TLS and sockets raise into a DeliveryError that names the server and what to do."""
    try:
        yield
    except DeliveryError as error:
        raise DeliveryError(f"{server}: {error}", temporary=error.temporary, uncertain=error.uncertain) from error
    except UnicodeError:
        # Not chained: such an error carries what it could not encode, which may be the password.
        raise DeliveryError(f"{server}: its name, mail.user and {PASSWORD} must be plain ASCII") from None
    except OSError as error:
        what, temporary = _reason(error, hide)
        # Not chained: such an error has the server's words as they came.
        raise DeliveryError(f"{server}: {what}", temporary=temporary) from None


def _reason(error: OSError, hide: Hide) -> tuple[str, bool]:
    """Return what to say of an error, and whether trying again can help."""
    match error:
        case smtplib.SMTPAuthenticationError():
            words = _words(error.smtp_code, error.smtp_error, hide)
            return f"{words} (see mail.user and {PASSWORD})", error.smtp_code < 500
        case smtplib.SMTPResponseException():
            return _words(error.smtp_code, error.smtp_error, hide), error.smtp_code < 500
        case smtplib.SMTPNotSupportedError():
            return f"{str(error).rstrip('.')}; see mail.security and mail.user", False
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}; see mail.host and mail.ca_file", False
        case ssl.SSLError():
            return f"no TLS ({error.reason}); see mail.security and mail.port", False
        case _:
            return f"{error.strerror or error}; see mail.host and mail.port", True


def _words(code: int, reply: bytes | str, hide: Hide) -> str:
    text = hide(reply.decode(errors="replace") if isinstance(reply, bytes) else reply)
    return shown(f"{code} {text}" if code > 0 else f"no SMTP answer: {text}")[:500]
