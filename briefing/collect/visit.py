"""One channel in the course of a run: what it said, what is still asked for, and what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from briefing.collect.items import BROKEN_OFF, Gathered, from_page, is_worth_waiting, without_page
from briefing.collect.pages import read
from briefing.collect.poll import trouble
from briefing.fetchers.answers import Answer, Failure
from briefing.model import Problem
from briefing.model.collecting import Channel, Item, Polled
from briefing.records.state import State

_MOST = 100
"""Pages of one channel that one run asks for; the others wait for the next. By judgement: feeds mostly list
10 to 50 entries."""


@dataclass(slots=True)
class Visit:
    """What one channel gives in one run.

    `known` is what it has given before, by key; `named` are the hosts that may be private; `pending` are its items that
    wait for a page, by the page's address.
    """

    channel: Channel
    known: Mapping[str, Item] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    done: list[Gathered] = field(default_factory=list)
    passed: tuple[Item, ...] = ()
    pending: dict[str, list[Gathered]] = field(default_factory=dict)

    def take(self, found: Iterable[Gathered]) -> None:
        """Take items in: the pages that they wait for are asked for, as far as one run goes."""
        for gathered in found:
            place = gathered.item.place
            if gathered.item.state == "waiting" and (place in self.pending or len(self.pending) < _MOST):
                self.pending.setdefault(place, []).append(gathered)
            else:
                self.done.append(gathered)

    def resolve(self, address: str, result: Answer | Failure, now: datetime) -> None:
        """Take in what came of asking for a page."""
        for gathered in self.pending.pop(address, ()):
            if isinstance(result, Failure):
                self.done.append(without_page(gathered, result))
                continue
            parsed = read(result, address)[1]
            if parsed.is_cut and is_worth_waiting(gathered):
                self.done.append(without_page(gathered, BROKEN_OFF))
            else:
                self.done.extend(from_page(gathered, parsed, now))

    def settle(self, records: State, language: str) -> Polled:
        """Keep the texts, then commit what the channel answered together with all that it stands for.

        `language` is that of articles that state none.
        """
        items = []
        for item, article in (gathered.described(language) for gathered in self.done):
            items.append(item)
            if article:
                records.keep(article)
        records.settle(self.channel, (*self.passed, *items), (*trouble(self.channel), *map(said, _faulty(items))))
        return Polled(
            self.channel.address,
            title=self.channel.title,
            new=sum(self._is_new(item) for item in items),
            updated=sum(self._is_updated(item) for item in items),
            waiting=sum(item.state == "waiting" for item in items),
            passed=len(self.passed),
            faulty=sum(bool(item.what) and item.state == "kept" for item in items),
            what=self.channel.what if self.channel.failing_since else "",
            remedy=self.channel.remedy if self.channel.failing_since else "",
        )

    def _is_new(self, item: Item) -> bool:
        before = self.known.get(item.key)
        return bool(item.sha256) and not (before and before.sha256)

    def _is_updated(self, item: Item) -> bool:
        before = self.known.get(item.key)
        return bool(item.sha256 and before and before.sha256 and before.sha256 != item.sha256)


def said(item: Item) -> Problem:
    """Return what is wrong with an item."""
    return Problem(item.place or item.channel, item.what, item.remedy)


def _faulty(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.what]
