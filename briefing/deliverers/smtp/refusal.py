"""What went wrong between us and a server: in its own words, with what to do, and whether another try can help."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable

from briefing.errors import DeliveryError
from briefing.language.display import shown

Hide = Callable[[str], str]
"""Takes the password out of a server's words."""

GOODBYE = 421
"""The server's "not now": it closes the connection, whatever was asked."""

_TOO_LARGE = 552
_MOST = 500


class Refused(smtplib.SMTPResponseException):
    """An answer that is not the one that was hoped for; `general`: it is not about this letter alone."""

    def __init__(self, reply: tuple[int, bytes], *, general: bool = False) -> None:
        super().__init__(*reply)
        self.general = general or self.smtp_code == GOODBYE or not self.is_clear

    @property
    def is_clear(self) -> bool:
        """Whether it is a refusal, for now (4xx) or for good (5xx), and not just anything."""
        return self.smtp_code // 100 in {4, 5}


def expect(reply: tuple[int, bytes], kind: int, *, general: bool = False) -> None:
    """Raise Refused unless the reply's code is of that hundred; `general`: so would every other letter be refused."""
    if reply[0] // 100 != kind:
        raise Refused(reply, general=general)


def is_about_size(reply: tuple[int, bytes]) -> bool:
    """Return whether a letter is refused for its size, and another may not be."""
    return reply[0] == _TOO_LARGE


def explained(error: Exception, server: str, hide: Hide) -> DeliveryError:
    """Return the error that names the server, what it said, and what to do."""
    what, temporary = _reason(error, hide)
    general = error.general if isinstance(error, Refused) else True
    return DeliveryError(f"{server}: {what}", temporary=temporary, general=general)


def _reason(error: Exception, hide: Hide) -> tuple[str, bool]:
    """Return what to say of an error, and whether trying again can help."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return (
                f"{_said(error, hide)} (see mail.user, and its password: BRIEFING_MAIL_PASSWORD or fetch.credentials)",
                error.smtp_code < 500,
            )
        case smtplib.SMTPResponseException():
            return _said(error, hide), error.smtp_code // 100 != 5 or not isinstance(error, Refused)
        case smtplib.SMTPNotSupportedError():
            return f"{str(error).rstrip('.')}; see mail.security and mail.user", False
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}; see mail.host and mail.ca_file", False
        case ssl.SSLError() if not isinstance(error, ssl.SSLEOFError):
            return f"no TLS ({error.reason}); see mail.security and mail.port", False
        case smtplib.SMTPServerDisconnected():
            return why(error, hide), True
        case smtplib.SMTPException():  # no way to log in that both know
            return f"{str(error).rstrip('.')}; see mail.user", False
        case OSError():
            return f"{why(error, hide)}; see mail.host and mail.port", True
        case _:  # an error of encoding: it carries what could not be encoded, which may be the password
            return "its name, mail.user and BRIEFING_MAIL_PASSWORD must be plain ASCII", False


def why(error: Exception, hide: Hide) -> str:
    """Return why a connection ended: smtplib says of every end that it was unexpected, and keeps what it was behind."""
    cause = error.__context__ if isinstance(error, smtplib.SMTPServerDisconnected) else error
    if not isinstance(cause, OSError):
        return "it closed the connection"
    return shown(hide(cause.strerror or str(cause)))[:_MOST]


def _said(error: smtplib.SMTPResponseException, hide: Hide) -> str:
    return words((error.smtp_code, error.smtp_error), hide)


def words(reply: tuple[int, bytes | str], hide: Hide) -> str:
    """Return a reply on one line that can be printed."""
    code, said = reply
    text = hide(said.decode(errors="replace") if isinstance(said, bytes) else said)
    return shown(f"{code} {text}" if code > 0 else f"no SMTP answer: {text}")[:_MOST]
