"""Which of a channel's entries are new, changed, or too old to be collected."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from briefing.model import Channel, Item
from briefing.parsers.parsed import Document
from briefing.sources.metadata import day

_UNDATED = 10
"""Entries without a date that the first reading of a channel takes, the first in its order: by these nothing tells how
old they are, and a feed may list all that a site ever had."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The entries of a channel: those to be collected, by key, and items for those that are passed over."""

    wanted: Mapping[str, Document] = field(default_factory=dict)
    passed: tuple[Item, ...] = ()


def first_day(channel: Channel, backlog: timedelta, first: date | None, now: datetime) -> date:
    """Return the day from which on a channel's entries are collected: of a window asked for, else its backlog."""
    return first or ((channel.since or now) - backlog).date()


def sort_out(
    entries: Iterable[Document], channel: Channel, known: Mapping[str, Item], *, oldest: date, now: datetime
) -> Sorted:
    """Return which entries are to be collected: those that are new, say something else than before, or are wanted now.

    An entry under another key with an address that is known is the same: feeds change their ids, and all would come
    anew.
    """
    addresses = {item.place for item in known.values() if item.place}
    wanted: dict[str, Document] = {}
    passed: dict[str, Item] = {}
    undated = 0
    for key, entry in _keyed(entries):
        before = known.get(key)
        stated = day(entry.stated.get("date", ""))
        undated += stated is None
        is_old = stated < oldest if stated else channel.since is None and undated > _UNDATED
        if before is None and entry.stated.get("url", "") not in addresses:
            if is_old:
                passed[key] = Item(channel.address, key, "passed", now, digest=digest(entry))
            else:
                wanted.setdefault(key, entry)
        elif before and (_is_back(before, is_old, stated) or _is_changed(before, entry)):
            wanted.setdefault(key, entry)
    return Sorted(wanted, tuple(passed.values()))


def _is_back(before: Item, is_old: bool, stated: date | None) -> bool:
    return before.state == "passed" and stated is not None and not is_old


def _is_changed(before: Item, entry: Document) -> bool:
    return before.state != "passed" and before.digest != digest(entry)


def digest(entry: Document) -> str:
    """Return 32 hexadecimal digits over all that a channel says of an entry."""
    content = repr((entry.text, sorted(entry.stated.items()), entry.is_whole))
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:32]


def _keyed(entries: Iterable[Document]) -> Iterator[tuple[str, Document]]:
    """Yield each entry with what tells it from the others: its id, else its address, else what it says."""
    for entry in entries:
        yield entry.stated.get("id") or entry.stated.get("url") or digest(entry), entry
