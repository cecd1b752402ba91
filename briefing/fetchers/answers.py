"""What is asked of a server, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

CA_FILE = "SSL_CERT_FILE"
"""What OpenSSL calls the file of the authorities that are trusted: what to do about most certificates."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One address to ask for; `etag` and `modified` are what its last answer carried, so that it may say "unchanged".

    `named` are the hosts ("localhost:8000", "intranet.example") that the user named, and that may therefore be private.
    """

    address: str
    etag: str = ""
    modified: str = ""
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: its bytes, decompressed, or the word that nothing has changed.

    `address` is where it was found in the end; `permanent` is the address to ask from now on, if every redirect on the
    way to it was a permanent one, else "". `charset` is what the server said, "" for nothing. `has_end` is False where
    it named no length and only closed the line, as a server that dies does. `date` is its clock's, as it wrote it.
    """

    address: str
    data: bytes = b""
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    permanent: str = ""
    is_unchanged: bool = False
    has_end: bool = True
    date: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer, in words for the page, and what to do about it.

    `is_temporary`: asking again later can help, at `not_before` at the earliest, if that is known. `is_gone`: it will
    not come back (410).
    """

    what: str
    remedy: str = ""
    is_temporary: bool = False
    is_gone: bool = False
    not_before: datetime | None = None
