"""What a site's robots.txt lets us ask (RFC 9309); the only door to protego."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.fetchers.web.address import Address
from briefing.fetchers.web.clock import Clock
from briefing.fetchers.web.failed import Failed

if TYPE_CHECKING:
    from protego import Protego

LARGEST = 500_000
"""Bytes read of it: RFC 9309 (2.5) asks for at least 500 kibibytes."""

SLOWEST = 10.0
"""Seconds: a Crawl-delay is kept up to this; with more, a site with ten pages would take the whole morning."""

_NAMES = re.compile(r"\s*user[\s-]*agent[\s:]*(.*)", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(r"[a-z_-]+")

Fetch = Callable[[Address], bytes]


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to a robot: this one, once it is known who we are."""

    read: Protego
    token: str

    def allow(self, address: Address) -> bool:
        """Whether the address may be asked for."""
        return self.read.can_fetch(str(address), self.token)

    @property
    def delay(self) -> float:
        """The seconds between two requests that it asks for, as far as we go along."""
        return min(self.read.crawl_delay(self.token) or 0.0, SLOWEST)


@dataclass(slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    known: Rules | Failed | None = None


@dataclass(slots=True)
class Robots:
    """The rules of the sites of one run: each read once, from where the first request to the site goes."""

    token: str
    _sites: dict[str, _Site] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, address: Address, fetch: Fetch, clock: Clock) -> Rules:
        """Return the site's rules if they allow the address; raises Failed."""
        with self._lock:
            site = self._sites.setdefault(address.origin, _Site())
        if not site.lock.acquire(timeout=clock.left()):
            raise Failed(f"robots.txt of {address.place} was not there in time", _LATER, is_temporary=True)
        try:
            site.known = site.known or self._rules(address, fetch)
        finally:
            site.lock.release()
        if isinstance(site.known, Failed):
            raise site.known.anew()
        if not site.known.allow(address):
            raise Failed(
                f"robots.txt of {address.place} does not allow it",
                "ask the site’s owner, look for a feed that is allowed, or take it out",
            )
        return site.known

    def _rules(self, address: Address, fetch: Fetch) -> Rules | Failed:
        try:
            return _parsed(fetch(Address(address.scheme, address.host, address.port, "/robots.txt")), self.token)
        except Failed as failed:
            # What is not there forbids nothing, whatever the reason (2.3.1.3); nor does a way that is too long
            # (2.3.1.2). 429 is no word on robots.txt but on us: "not now", like a fault of the server's (2.3.1.4).
            if 300 <= failed.status < 500 and failed.status != 429:
                return _parsed(b"", self.token)
            is_its_own = failed.status or failed.is_elsewhere
            what = f"its robots.txt, without which nothing is asked: {failed.failure.what}"
            return failed.saying(what) if is_its_own else failed


def _parsed(data: bytes, token: str) -> Rules:
    from protego import Protego

    text = data.decode("utf-8-sig", errors="replace")
    return Rules(Protego.parse("\n".join(_slim(line, token) for line in text.splitlines())), token)


def _slim(line: str, token: str) -> str:
    """Return the line; one that names a robot says whether it is us, all, or another.

    Protego keeps every rule for every robot of a group: 14,000 robots with 19,000 rules (500 kB) would be 266 million.
    And it takes "brief" for us, where RFC 9309 (2.2.1) means a robot of that name.
    """
    named = _NAMES.match(line.partition("#")[0])
    if not named:
        return line
    name = named[1].strip().lower()
    found = _TOKEN.match(name)
    return f"User-agent: {'*' if name == '*' else token if found and found[0] == token else 'another'}"


_LATER = "the next run asks again"
