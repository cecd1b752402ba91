"""What is asked again and again, and what it has given: channels and their items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed, a web page, a list of feeds or a mailbox, by the address that the user gave.

    `asked` is where to ask instead, since it moved for good; `etag` and `modified` are the last answer's; `links` the
    channels that a list names; `validity` and `last` a mailbox's UIDVALIDITY and the highest UID seen. `since` is when
    it was first read. While it fails, `what` and `remedy` say how, `failing_since` is the first and `failed_on` the
    last of the `failed_days` days on which it failed. It is not asked before `not_before`.
    """

    address: str
    asked: str = ""
    etag: str = ""
    modified: str = ""
    title: str = ""
    links: tuple[str, ...] = ()
    validity: int = 0
    last: int = 0
    since: datetime | None = None
    what: str = ""
    remedy: str = ""
    failing_since: date | None = None
    failed_on: date | None = None
    failed_days: int = 0
    not_before: datetime | None = None


ItemState = Literal["kept", "waiting", "passed"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a channel gave, by its `key` there, and the text that it became (`sha256`, "" for none).

    "waiting": its page is to be asked for again, `tries` times so far; "passed": older than what is collected, so not
    read. `digest` is over what the channel said of it, so that a change is seen; `stated` is what it and its page state
    of it; `place` its address, `row` its number there, from 1, where that holds several. `what` and `remedy` say what
    is wrong with it. `at` is when it was collected.
    """

    channel: str
    key: str
    state: ItemState
    at: datetime
    digest: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""
    place: str = ""
    row: int = 0
    tries: int = 0
    what: str = ""
    remedy: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is the page itself that the user named, or an article on it, and not a feed's or mailbox's."""
        return f"{self.key} ".startswith(f"{self.channel} ")


@dataclass(frozen=True, slots=True)
class Tour:
    """What one tour of collecting asks for: the addresses, how far back, and the moment at which it is asked for.

    `names` are addresses that the user wrote, and that may therefore be on a private network; `listed` are those of a
    list of feeds on the user's disk, which may be a stranger's. `language` is that of articles that state none. `first`
    is the day from which on articles are wanted, if one was named; else it lies `backlog` before a channel was first
    read.
    """

    names: tuple[str, ...]
    now: datetime
    listed: tuple[str, ...] = ()
    language: str = "en"
    backlog: timedelta = timedelta(days=2)
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Polled:
    """What asking one channel came to: how many articles are new or have another text, how many still wait for their
    page, how many were passed over for their age, and of how many something is to be told. `what` says why it failed,
    if it did, `remedy` what to do.
    """

    address: str
    title: str = ""
    new: int = 0
    updated: int = 0
    waiting: int = 0
    passed: int = 0
    faulty: int = 0
    what: str = ""
    remedy: str = ""
