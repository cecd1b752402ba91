"""Which letters are new, by UID."""

from __future__ import annotations

import imaplib
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.fetchers.mailbox.refusal import Refused

WINDOW = 50_000
"""UIDs asked for at once: imaplib takes no line above 1,000,000 bytes, and a UID has up to ten digits and a blank."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BEYOND = 2**32


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a folder says of its UIDs: how long they hold, and which will be the next."""

    validity: int
    following: int


def numbers(imap: imaplib.IMAP4) -> Numbers:
    """Return what the folder that was just opened says; raises Refused where its letters cannot be told apart."""
    validity, following = (_number(imap, name) for name in ("UIDVALIDITY", "UIDNEXT"))
    if not validity or not following:
        raise Refused("the folder has no lasting numbers for its letters (UIDVALIDITY, UIDNEXT)")
    return Numbers(validity, following)


def search(imap: imaplib.IMAP4, known: Numbers, *, after: int, since: date | None, most: int) -> list[int]:
    """Return the UIDs above `after` of letters that arrived since, ascending: all, or at least `most`.

    Asked for in windows from below, each with both its ends: "n:*" always has the last letter, also where that is
    below n. A server counts days in its own zone, so the day before `since` is asked for, too.
    """
    found: list[int] = []
    start = after + 1
    days = () if since is None else ("SINCE", _day(since))
    while start < known.following and len(found) < most:
        end = min(start + WINDOW, known.following) - 1
        answer, data = imap.uid("SEARCH", "UID", f"{start}:{end}", *days)
        if answer != "OK":
            raise Refused(" ".join(str(item) for item in data))
        answered = {int(number) for piece in data if piece for number in piece.split()}
        found += sorted(number for number in answered if start <= number <= end)
        start = end + 1
    return found


def _number(imap: imaplib.IMAP4, name: str) -> int:
    _, data = imap.response(name)
    text = data[-1] if data else None
    return int(text) if text and text.isdigit() and int(text) < _BEYOND else 0


def _day(since: date) -> str:
    day = since - timedelta(days=1) if since > date.min else since
    return f"{day.day}-{_MONTHS[day.month - 1]}-{day.year:04}"
