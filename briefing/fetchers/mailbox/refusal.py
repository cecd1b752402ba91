"""What goes wrong with a mailbox, and what is said of it."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from ast import literal_eval
from collections.abc import Callable

from briefing.fetchers.answers import CA_FILE, Failure
from briefing.fetchers.mailbox.deadline import Deadline
from briefing.language.display import shown

LONGEST = 300
"""Characters of a server's own words that are shown."""

# Servers that cannot just now (RFC 5530); anything else that they refuse they will refuse tomorrow.
_LATER = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[OVERQUOTA]")
# imaplib puts bytes into its messages as Python writes them.
_BYTES = re.compile(r"""b'(?:\\.|[^'\\])*'|b"(?:\\.|[^"\\])*\"""", re.DOTALL)
_VARIABLE = "BRIEFING_IMAP_PASSWORD"
_LOGIN = f"see {_VARIABLE}, fetch.credentials and the user in the address; some providers want a password for apps"
_ADDRESS = "see the host and port in the address: imaps is TLS (993), imap is STARTTLS (143)"
_CERTIFICATE = f"name the host as its certificate does; if an authority of your own signed it, name that in {CA_FILE}"


class NoLogin(imaplib.IMAP4.error):
    """The server did not let us in."""


class Refused(imaplib.IMAP4.error):
    """The server said no: its words, and what to do."""

    def __init__(self, words: str, remedy: str = "") -> None:
        super().__init__(words)
        self.remedy = remedy


class Flood(imaplib.IMAP4.abort):
    """The server sends more than anybody asked for."""


class Unreadable(Exception):
    """A file of certificates that is none."""


def explained(error: Exception, deadline: Deadline, hide: Callable[[str], str]) -> Failure:
    """Return what to say of whatever was raised; `hide` takes the password out of a server's words."""
    if deadline.has_passed:
        return Failure(f"it was not there after {deadline.seconds:g} seconds", _ADDRESS, is_temporary=True)
    what, remedy, is_temporary = _reason(error)
    return Failure(shown(hide(what))[:LONGEST], remedy, is_temporary)


def _reason(error: Exception) -> tuple[str, str, bool]:
    """Return what it is, what to do, and whether trying again can help."""
    words = _plain(str(error))
    match error:
        case NoLogin():
            return f"the server did not let us in: {words}", _LOGIN, words.startswith(_LATER)
        case Refused():
            return f"the server said no: {words}", error.remedy, words.startswith(_LATER)
        case Unreadable():
            return words, "", False
        case Flood():
            return "the server sends more than it was asked for", "", True
        case imaplib.IMAP4.error():
            return _protocol(words), _ADDRESS, True
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}", _CERTIFICATE, False
        case ssl.SSLError():
            return f"it does not speak TLS: {error.reason or words}", _ADDRESS, False
        case socket.gaierror() | UnicodeError():
            return "the host’s name leads nowhere", _ADDRESS, True
        case TimeoutError():
            return "it did not answer in time", _ADDRESS, True
        case OSError():
            return f"it cannot be reached: {error.strerror or words}", _ADDRESS, True
        case _:
            return f"what the server answers is no IMAP ({type(error).__name__})", _ADDRESS, True


def _protocol(words: str) -> str:
    """Say it in our words where imaplib has only technical ones."""
    if "EOF" in words or "unterminated line" in words:
        return "it broke off"
    if "unexpected" in words or "not IMAP4" in words or "no CAPABILITY" in words:
        return "what the server answers is no IMAP"
    return f"the server says: {words}"


def _plain(words: str) -> str:
    return _BYTES.sub(lambda match: literal_eval(match[0]).decode(errors="replace"), words)
