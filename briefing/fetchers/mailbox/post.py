"""What was found in a mailbox, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.fetchers.answers import Failure


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as its server keeps it; `arrived` is when it came there (INTERNALDATE), in the server's own zone."""

    uid: int
    data: bytes
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Post:
    """The letters that are new in a folder, by UID, and up to where it has been read.

    `last` is the highest UID of which nothing has to be asked again, `validity` the server's word (UIDVALIDITY) that
    UIDs still mean what they did: both are given to the next `collect`. `too_large` are UID and size of letters that
    were left, `missing` the UIDs that were listed and then not given. `has_more`: the rest is for the next time.
    `broken` is what ended it early, when some letters had come already; those stand.
    """

    validity: int
    letters: tuple[Letter, ...] = ()
    last: int = 0
    too_large: tuple[tuple[int, int], ...] = ()
    missing: tuple[int, ...] = ()
    has_more: bool = False
    broken: Failure | None = None


@dataclass(frozen=True, slots=True)
class Manners:
    """How long and how much: seconds for everything together, and what one letter and all of one time may have.

    `ca_file` holds certificates (PEM) to trust in place of the system's.
    """

    deadline: float = 120.0
    largest: int = 25_000_000
    most: int = 500
    most_bytes: int = 250_000_000
    ca_file: str = ""


USUAL = Manners()
