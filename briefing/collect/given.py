"""What was collected, found again in the state: for a briefing, and for the proof of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

from briefing.collect.poll import trouble
from briefing.model import Article, Bound, Dated, Problem
from briefing.model.collecting import Item
from briefing.records.articles import kept
from briefing.records.state import State, asked
from briefing.sources.collected import Collected
from briefing.sources.metadata import day, moment
from briefing.stages.date.stated import from_metadata
from briefing.stages.date.window import MIDNIGHT, is_within

_MARGIN = timedelta(days=1)
"""Days beyond a window that are looked at where an article states none: what its text says is known once it is read."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which of the collected articles a briefing looks at: from some days or moments, and without those it had before.

    One that states no day counts by when it was collected, give or take a day. What came to nothing, and was collected
    before the day `told` of the last edition, was told there.
    """

    first: Bound | None = None
    last: Bound | None = None
    without: Collection[str] = frozenset()
    day_ends: time = MIDNIGHT
    zone: str = ""
    told: date | None = None

    def holds(self, item: Item) -> bool:
        """Whether a briefing looks at the item; at a page that is itself named as a source it does like at a file."""
        if item.is_page:
            return True
        if item.state == "passed" or item.sha256 in self.without:
            return False
        if self.told and not item.sha256 and item.state != "waiting" and item.at.date() < self.told:
            return False
        stated = item.stated.get("date", "")
        dated = from_metadata(Article("", date=day(stated), at=moment(stated)), self.zone)
        if dated is None:
            seen = item.at.date()
            dated = Dated(seen - _MARGIN, last=seen + _MARGIN)
        return is_within(dated, self.first, self.last, day_ends=self.day_ends, zone=self.zone)


def given(folder: Path, name: str, window: Window) -> Collected:
    """Return what the channel of that name has given, as a source; raises RecordsError for a damaged state."""
    items, problems = asked(folder, lambda state: _given(state, name, window)) or ((), _unknown(name))
    return Collected(items, partial(kept, folder), problems)


def _given(state: State, name: str, window: Window) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The items and troubles of a channel and of those that it lists; else what was found at that address."""
    channel = state.channel(name)
    if channel is None:
        items = state.items_at(name)
        return items, () if items else _unknown(name)
    listed = [one for link in channel.links if (one := state.channel(link))]
    channels = {one.address: one for one in (channel, *listed)}
    all_items = (item for address in channels for item in state.items(address))
    return tuple(filter(window.holds, all_items)), tuple(p for one in channels.values() for p in trouble(one))


def _unknown(name: str) -> tuple[Problem, ...]:
    return (Problem(name, "nothing was collected from it yet", "run briefing fetch"),)


def told(folder: Path, place: str) -> Iterator[Problem]:
    """Yield everything that was ever said to be wrong at an address."""
    yield from asked(folder, lambda state: state.told(place)) or ()
