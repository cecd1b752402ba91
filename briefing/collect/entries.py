"""Which of a channel's entries are new, changed, or too old to be collected."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from briefing.model.collecting import Channel, Item
from briefing.parsers.parsed import Document
from briefing.sources.metadata import day

_UNDATED = 10
"""Entries without a date that the first reading of a channel takes, the first in its order: by these nothing tells how
old they are, and a feed may list all that a site ever had. By judgement: about a day of a busy feed."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The entries of a channel: those to be collected, by key, and items for those that are passed over."""

    wanted: Mapping[str, Document] = field(default_factory=dict)
    passed: tuple[Item, ...] = ()


def first_day(channel: Channel, backlog: timedelta, first: date | None, now: datetime) -> date:
    """Return the day from which on a channel's entries are collected: of a window asked for, else its backlog."""
    return first or (min(channel.since or now, now) - backlog).date()  # a clock may have been ahead, and is set back


def sort_out(
    entries: Iterable[Document], channel: Channel, known: Mapping[str, Item], *, oldest: date, now: datetime
) -> Sorted:
    """Return which entries are to be collected: those that are new, say something else than before, or are wanted now.

    An entry that comes in the place of a known one with its address and words is the same: feeds change their ids, and
    all would come anew.
    """
    listed = dict(_keyed(entries))
    gone = [item for key, item in known.items() if key not in listed and item.sha256]
    renamed = {words for item in gone for words in _words_of(item)}
    wanted: dict[str, Document] = {}
    passed: dict[str, Item] = {}
    undated = 0
    for key, entry in listed.items():
        before = known.get(key)
        stated = day(entry.stated.get("date", ""))
        undated += stated is None
        is_old = stated < oldest if stated else channel.since is None and undated > _UNDATED
        if before is None and not renamed.intersection(_words(entry)):
            if is_old:
                passed[key] = Item(channel.address, key, "passed", now, digest=digest(entry))
            else:
                wanted.setdefault(key, entry)
        elif before and (_is_back(before, is_old, stated) or _is_changed(before, entry)):
            wanted.setdefault(key, entry)
    return Sorted(wanted, tuple(passed.values()))


def _words(entry: Document) -> set[tuple[str, str]]:
    """Return what tells an entry at its address from others there: its text, or where that is on its page its title.

    By its address alone it is not known: all entries of a feed may lead to one page, and all but one would be lost.
    """
    text = hashlib.sha256(entry.text.encode(errors="surrogatepass")).hexdigest()
    said = text if entry.is_whole else entry.stated.get("title", "")
    return {(address, said)} if (address := entry.stated.get("url", "")) else set()


def _words_of(item: Item) -> set[tuple[str, str]]:
    return {(item.place, item.sha256), (item.place, item.stated.get("title", ""))}


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
