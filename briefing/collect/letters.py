"""What a mailbox gives: the letters that are new there, each the articles that it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from briefing.collect import poll
from briefing.collect.items import Gathered, with_text
from briefing.collect.parsing import parse
from briefing.collect.visit import Visit
from briefing.fetchers.answers import Answer, Failure
from briefing.fetchers.mailbox import Letter, Post
from briefing.model.collecting import Item
from briefing.parsers.parsed import Hints

Mailbox = Callable[[str, int, int, date], Post | Failure]
"""Reads the folder at an address: what is above a UID, while UIDVALIDITY is this one, since a day; never raises."""


def hear(visit: Visit, result: Post | Failure, now: datetime) -> None:
    """Take in what a mailbox gave; what broke off on the way is told, and the rest comes with the next run."""
    if isinstance(result, Failure):
        visit.channel = poll.failed(visit.channel, result, now)
        return
    read = poll.answered(visit.channel, Answer(visit.channel.address, is_unchanged=True), now)
    visit.channel = replace(read, validity=result.validity, last=result.last)
    if result.broken:
        visit.channel = poll.failed(visit.channel, result.broken, now)
    found = (gathered for letter in result.letters for gathered in _articles(visit.channel.address, letter, now))
    visit.take(gathered for gathered in found if gathered.item.key not in visit.known)
    visit.take(
        _left(visit.channel.address, uid, f"a letter of {size:,} bytes, which is too large", now)
        for uid, size in result.too_large
    )
    visit.take(
        _left(visit.channel.address, uid, "a letter that the server lists and does not give", now)
        for uid in result.missing
    )


def _articles(address: str, letter: Letter, now: datetime) -> Iterator[Gathered]:
    """Yield the articles of a letter, known again by its bytes: ids are anybody's to choose, and UIDs can change."""
    place = _place(address, letter.uid)
    key = hashlib.sha256(letter.data).hexdigest()
    parsed = parse("mail", letter.data, Hints(place))
    many = len(parsed.documents) > 1
    for number, document in enumerate(parsed.documents, 1):
        item = Item(address, f"{key} {number}", "kept", now, stated=dict(document.stated), place=place)
        yield with_text(replace(item, row=number if many else 0), document.text)
    for number, problem in enumerate(parsed.problems, 1):
        yield Gathered(
            Item(address, f"{key} !{number}", "kept", now, place=place, what=problem.what, remedy=problem.remedy)
        )


def _left(address: str, uid: int, what: str, now: datetime) -> Gathered:
    remedy = "read it in your mail program"
    return Gathered(Item(address, f"uid {uid}", "kept", now, place=_place(address, uid), what=what, remedy=remedy))


def _place(address: str, uid: int) -> str:
    """Return the address of one letter (RFC 5092)."""
    return f"{address.rstrip('/')}/;UID={uid}"
