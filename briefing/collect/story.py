"""The story: ask each channel, sort out what is new there, read the pages behind it, and keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing.collect import poll
from briefing.collect.entries import first_day, sort_out
from briefing.collect.items import Gathered, draft, from_page
from briefing.collect.letters import Mailbox, hear
from briefing.collect.pages import failing, read
from briefing.collect.visit import Visit
from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.model import is_mailbox
from briefing.model.collecting import Channel, Item, Polled, Tour
from briefing.parsers.parsed import Parsed
from briefing.records.state import State
from briefing.sources.metadata import one_line

Web = Callable[[Iterable[Ask]], Iterator[tuple[Ask, Answer | Failure]]]
"""Asks many addresses at once and yields as they answer; never raises."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways out of the machine."""

    web: Web
    mailbox: Mailbox


def collect(tour: Tour, doors: Doors, records: State) -> tuple[Polled, ...]:
    """Ask every channel that may be asked, keep what is new, and return what came of each; lists of feeds come first.

    Raises RecordsError where it cannot be kept.
    """
    run = _Run(tour, doors, records)
    run.ask({name: poll.named(name) for name in tour.names})
    listed = {link: poll.named(name) for name in tour.names for link in run.links(name) if not is_mailbox(link)}
    unnamed = dict.fromkeys(tour.listed, poll.NOBODY)
    run.ask({link: named for link, named in {**listed, **unnamed}.items() if link not in tour.names})
    return tuple(run.polled)


@dataclass(frozen=True, slots=True)
class _Run:
    tour: Tour
    doors: Doors
    records: State
    polled: list[Polled] = field(default_factory=list)

    def ask(self, names: Mapping[str, frozenset[str]]) -> None:
        """Ask some channels, then for the pages that their entries wait for; each is committed once it has all.

        `names` maps each to the hosts that may be private on its account.
        """
        due: list[Visit] = []
        for visit in (self._visit(name, named) for name, named in names.items()):
            if poll.is_due(visit.channel, self.tour.now):
                due.append(visit)
            else:
                kept = visit.channel
                self.polled.append(Polled(kept.address, kept.title, what=kept.what, remedy=kept.remedy))
        for visit in (each for each in due if is_mailbox(each.channel.address)):
            channel = visit.channel
            since = first_day(channel, self.tour.backlog, self.tour.first, self.tour.now)
            hear(visit, self.doors.mailbox(channel.address, channel.last, channel.validity, since), self.tour.now)
            self.polled.append(visit.settle(self.records, self.tour.language))
        for visit, result in self._answers([each for each in due if not is_mailbox(each.channel.address)]):
            self._hear(visit, result)
            if not visit.pending:
                self.polled.append(visit.settle(self.records, self.tour.language))
        self._pages([visit for visit in due if visit.pending])

    def _visit(self, name: str, named: frozenset[str]) -> Visit:
        return Visit(self._channel(name), {item.key: item for item in self.records.items(name)}, named)

    def links(self, name: str) -> tuple[str, ...]:
        """Return the channels that a list of feeds names, as far as it is known."""
        return self._channel(name).links

    def _channel(self, name: str) -> Channel:
        return self.records.channel(name) or Channel(name)

    def _answers(self, due: list[Visit]) -> Iterator[tuple[Visit, Answer | Failure]]:
        asks: dict[Ask, list[Visit]] = {}
        for visit in due:
            asks.setdefault(poll.ask_for(visit.channel, visit.named), []).append(visit)
        for ask, result in self.doors.web(asks):
            yield from ((visit, result) for visit in asks[ask])

    def _hear(self, visit: Visit, result: Answer | Failure) -> None:
        now = self.tour.now
        if isinstance(result, Failure):
            visit.channel = poll.failed(visit.channel, result, now)
            return
        channel = visit.channel
        visit.channel = poll.answered(channel, result, now)
        waiting = [Gathered(item) for item in visit.known.values() if item.state == "waiting"]
        if not result.is_unchanged:
            kind, parsed = read(result, channel.address)
            if kind == "feed":
                waiting = self._entries(visit, channel, parsed, waiting)
            elif kind == "feeds":
                self._list(visit, channel, parsed)
            elif channel.links or not all(item.is_page for item in visit.known.values()):
                no_feed = Failure(f"is no feed any more, but {kind}", "look at its site for where the feed is now")
                visit.channel = poll.failed(channel, no_feed, now)
            else:
                self._page(visit, channel, parsed)
        visit.take(waiting)

    def _entries(self, visit: Visit, channel: Channel, parsed: Parsed, waiting: list[Gathered]) -> list[Gathered]:
        """Take in a feed's entries, and return those before that still wait and have not changed."""
        now = self.tour.now
        visit.channel = replace(visit.channel, title=one_line(parsed.title) or channel.title)
        entries = parsed.documents
        if parsed.problems and not entries:
            visit.channel = poll.failed(channel, Failure(*failing(parsed)), now)
            return waiting
        if parsed.is_cut:
            # What stood behind the break is not there yet, so the server must not say "unchanged" next time; and of
            # the last entry anything may be missing, be it half of its address.
            visit.channel = poll.broken_off(channel, visit.channel, now)
            entries = entries[:-1]
        else:
            visit.channel = poll.noted(visit.channel, parsed.problems)
        oldest = first_day(channel, self.tour.backlog, self.tour.first, now)
        found = sort_out(entries, channel, visit.known, oldest=oldest, now=now)
        visit.passed = found.passed
        visit.take(draft(channel.address, key, entry, now) for key, entry in found.wanted.items())
        return [gathered for gathered in waiting if gathered.item.key not in found.wanted]

    def _list(self, visit: Visit, channel: Channel, parsed: Parsed) -> None:
        """Take in a list of feeds; one that cannot be read leaves the last one in force."""
        if parsed.problems and not parsed.links:
            visit.channel = poll.failed(channel, Failure(*failing(parsed)), self.tour.now)
            return
        visit.channel = replace(visit.channel, title=one_line(parsed.title) or "", links=parsed.links)
        if parsed.problems:
            visit.channel = poll.failed(visit.channel, Failure(*failing(parsed)), self.tour.now)

    def _page(self, visit: Visit, channel: Channel, parsed: Parsed) -> None:
        """Take in a page that is itself named as a source."""
        if not any(document.text.strip() for document in parsed.documents):
            visit.channel = poll.failed(channel, Failure(*failing(parsed)), self.tour.now)
            return
        item = Item(channel.address, channel.address, "waiting", self.tour.now, place=channel.address)
        found = from_page(Gathered(item), parsed, self.tour.now)
        known = {(before.key, before.row, before.sha256) for before in visit.known.values()}
        visit.take(one for one in found if (one.item.key, one.item.row, one.item.sha256) not in known)

    def _pages(self, visits: list[Visit]) -> None:
        asks: dict[Ask, list[Visit]] = {}
        for visit in visits:
            for address in visit.pending:
                asks.setdefault(Ask(address, named=visit.named), []).append(visit)
        for ask, result in self.doors.web(asks):
            for visit in asks[ask]:
                visit.resolve(ask.address, result, self.tour.now)
                if not visit.pending:
                    self.polled.append(visit.settle(self.records, self.tour.language))
