"""Who gets an edition by mail, and the letter that each of them gets: what it is, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

LetterState = Literal["held", "queued", "sending", "sent", "deferred", "failed", "uncertain", "dropped"]
"""What has become of a letter, so far.

`held` waits until someone releases it; `queued` is to go; `sending` is committed right before it may arrive, and found
later means that a run ended on the way; `sent` was accepted; `deferred` was refused for now, or nobody was reached;
`failed` was refused for good, or came too late; `uncertain` may or may not have arrived; `dropped` was given up by
hand.
"""

UNSETTLED: tuple[LetterState, ...] = ("held", "queued", "sending", "deferred", "failed", "uncertain")
"""The states of letters that somebody still waits for."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an edition: "Name <address>" or "address", and what they wish.

    `themes` are the sections that they get (none: all), `language` is that of the page's own words ("": the
    edition's), `format` is "html" (with the text beside it) or "text", `attach` are formats to attach besides those
    that everybody gets.
    """

    address: str
    themes: tuple[str, ...] = ()
    language: str = ""
    format: str = "html"
    attach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The mail of an edition to one recipient, as it goes out, and what has become of it.

    `number` is by which the outbox names it (0: not in it yet). `recipient` and `sender` are bare addresses, those of
    the envelope. `data` is the whole message as it goes out, with CRLF line ends: the same bytes under the same
    `message_id` whenever it is tried; empty in lists, and some time after it has been sent. `queued` is when it was put
    into the outbox, `at` when it came to its `state`, `due` the moment before which it is not tried again, `tries` how
    often it was, `words` what the server or we said last.
    """

    name: str
    day: date
    revision: int
    recipient: str
    queued: datetime
    at: datetime
    sender: str = ""
    message_id: str = ""
    data: bytes = b""
    state: LetterState = "queued"
    due: datetime | None = None
    tries: int = 0
    words: str = ""
    number: int = 0
