"""The web, asked politely: what `get` returns is a whole body from a place that may be asked, or why there is none."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import inf
from time import monotonic

from briefing.errors import BriefingError, SettingsError
from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.fetchers.web import headers
from briefing.fetchers.web.address import Address, read
from briefing.fetchers.web.clock import Clock
from briefing.fetchers.web.crowd import side_by_side
from briefing.fetchers.web.exchange import Exchange, Reply, Request
from briefing.fetchers.web.failed import Failed
from briefing.fetchers.web.guard import Guard, Resolve, by_system
from briefing.fetchers.web.journey import follow
from briefing.fetchers.web.lines import Lines
from briefing.fetchers.web.robots import LARGEST, Robots
from briefing.fetchers.web.sockets import context


@dataclass(frozen=True, slots=True)
class Manners:
    """How we ask.

    `agent` says who we are (see `agent`). `deadline` are the seconds from asking to the last byte, redirects and
    repeats included; to wait for one's turn does not count. `pause` are the seconds between two requests to one host,
    `hosts` how many are asked at once, `largest` the bytes of a body once it is unpacked. `allowed` are hosts inside a
    network that anybody may lead to; `ca_file` (PEM) names authorities to trust besides the system's.

    Of 1,000 feeds with 300 faulty ones 48 hosts at once take 83 s, 32 take 114: most of it is waiting.
    """

    agent: str
    deadline: float = 30.0
    pause: float = 1.0
    hosts: int = 48
    largest: int = 10_000_000
    allowed: frozenset[str] = frozenset()
    ca_file: str = ""


def agent(version: str, contact: str = "") -> str:
    """Return who we say we are: the product, its version, and where to reach whoever runs it."""
    if re.search(r"[^\x21-\x7e]|[()]", contact):
        raise SettingsError(f"fetch.contact: “{contact}” must be a web or mail address in plain ASCII")
    return f"briefing/{version} (+{contact})" if contact else f"briefing/{version}"


LARGE_AT_ONCE = 4
"""Bodies of more than a megabyte in memory at a time: each may take twice what is allowed for one."""


def nobody(place: str) -> None:
    """Know no password."""


class Web:
    """The web during one run: what is known of its hosts (robots.txt, pauses, open connections) ends with it.

    `now` is only asked where a server names a date to come back at. `resolve` looks names up.
    """

    def __init__(
        self,
        manners: Manners,
        *,
        now: Callable[[], datetime],
        credentials: headers.Credentials = nobody,
        resolve: Resolve = by_system,
    ) -> None:
        self._manners = manners
        self._credentials = credentials
        self._robots = Robots(manners.agent.partition("/")[0].lower())
        self._room = threading.BoundedSemaphore(LARGE_AT_ONCE)
        guard = Guard(manners.allowed, resolve, threading.BoundedSemaphore(manners.hosts))
        self._exchange = Exchange(guard, Lines(manners.pause), context(manners.ca_file), now)

    def get(self, ask: Ask) -> Answer | Failure:
        """Return what is at the address, or why there is nothing; never raises."""
        clock = self._clock(inf)
        try:
            return self._get(ask, clock)
        finally:
            clock.handed_on()

    def get_all(self, asks: Iterable[Ask], *, within: float = inf) -> Iterator[tuple[Ask, Answer | Failure]]:
        """Yield each ask with what came of it, as they come: hosts side by side, those of one host one by one.

        After `within` seconds what is not there yet is a Failure.
        """
        end = monotonic() + within
        return side_by_side(asks, _host, lambda group: self._visit(group, end), threads=self._manners.hosts)

    def _visit(self, asks: list[Ask], end: float) -> Iterator[tuple[Ask, Answer | Failure]]:
        with self._exchange.lines.to(_host(asks[0])).use():
            for ask in asks:
                clock = self._clock(end)
                try:
                    yield ask, self._get(ask, clock)
                finally:
                    clock.handed_on()

    def _clock(self, end: float) -> Clock:
        return Clock(self._manners.deadline, end, self._room)

    def _get(self, ask: Ask, clock: Clock) -> Answer | Failure:
        try:
            return self._answer(ask, read(ask.address), clock)
        except Failed as failed:
            return failed.failure
        except ImportError as error:
            return Failure(f"cannot be read: {error.name} is not installed", "pip install 'briefing[web]'")
        except BriefingError as error:
            return Failure(f"its password could not be looked up: {error}", "see the settings under [fetch]")
        except Exception as error:
            what = f"briefing could not handle what it sent ({type(error).__name__})"
            return Failure(what, "please report it to the makers of briefing, with the address")

    def _answer(self, ask: Ask, start: Address, clock: Clock) -> Answer:
        with self._exchange.lines.to(start.host).use():
            found = follow(start, lambda here: self._page(ask, start, here, clock))
        return headers.answered(found)

    def _page(self, ask: Ask, start: Address, here: Address, clock: Clock) -> Reply:
        rules = self._robots.check(here, lambda robots: self._robots_txt(robots, ask.named, clock), clock)
        line = self._exchange.lines.to(here.host)
        line.pause = max(line.pause, rules.delay)
        own = headers.own(ask, here, self._credentials) if here.place == start.place else {}
        request = Request(here, headers.usual(self._manners.agent) | own, ask.named, self._manners.largest)
        try:
            reply = self._exchange.reply(request, clock)
        except Failed as failed:
            raise headers.heeded(failed, own) from None
        if reply.status == 304 and not own.keys() & headers.CONDITIONS:
            what = "it says “unchanged”, and was not asked whether it is"
            raise Failed(what, "the next run asks again", is_temporary=True)
        return reply

    def _robots_txt(self, address: Address, named: frozenset[str], clock: Clock) -> bytes:
        def ask(here: Address) -> Reply:
            return self._exchange.reply(
                Request(here, headers.usual(self._manners.agent), named, LARGEST, is_cut=True), clock
            )

        return follow(address, ask).reply.data


def _host(ask: Ask) -> str:
    try:
        return read(ask.address).host
    except Failed:
        return ""
