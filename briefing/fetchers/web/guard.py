"""Who may be asked: names are looked up once a connection, and only numbers that are allowed are connected to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from briefing.errors import SettingsError
from briefing.fetchers.web.address import PORTS, Address, places
from briefing.fetchers.web.clock import Clock
from briefing.fetchers.web.failed import Failed, passing
from briefing.fetchers.web.networks import Reach, reach

Resolve = Callable[[str], Sequence[str]]
"""A host's name → its IP addresses; raises OSError."""


def by_system(host: str) -> list[str]:
    """Ask the system's resolver."""
    found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Says which IP addresses a host may be reached at.

    Anybody may lead to the public internet; inside a network only to a host that the user named, with its port. A name
    that was public once in this run stays so: it is of no use to let it mean something else later ("rebinding").
    """

    allowed: frozenset[str]
    resolve: Resolve
    slots: threading.BoundedSemaphore
    public: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Raise SettingsError where the user allowed what is no host."""
        if wrong := [entry for entry in sorted(self.allowed) if not places(entry)]:
            raise SettingsError(*(f'fetch.allow: “{e}” is no host ("intranet", "intranet:8080")' for e in wrong))

    def addresses(self, address: Address, named: frozenset[str], clock: Clock) -> list[str]:
        """Return the IP addresses to try, in their order; raises Failed where there is none that may be asked."""
        is_named = any((address.host, address.port) in places(entry) for entry in self.allowed | named)
        if address.port < 1024 and address.port not in PORTS.values() and not is_named:
            raise Failed(f"port {address.port} of {address.host} is not one of the web", _allow(address))
        is_number = ":" in address.host or address.host.replace(".", "").isdigit()
        found = [address.host] if is_number else self._looked_up(address.host, clock)
        public = [each for each in found if reach(each) is Reach.ANYBODY]
        if public:
            self.public.add(address.host)
            return public
        widest = Reach.NUMBER if is_number else Reach.NAMED
        inside = [each for each in found if reach(each).value <= widest.value]
        if is_named and inside and address.host not in self.public:
            return inside
        raise _refused(address, found, is_named=is_named)

    def _looked_up(self, host: str, clock: Clock) -> list[str]:
        """Ask the resolver in a thread of its own, for it cannot be stopped: what is stuck in it is left behind."""
        if not self.slots.acquire(timeout=clock.left()):
            clock.left()
            raise passing(f"its host {host} was not looked up in time", _NETWORK, is_silent=True)
        answer: SimpleQueue[list[str] | OSError] = SimpleQueue()
        threading.Thread(target=self._ask, args=(host, answer), name=f"look up {host}", daemon=True).start()
        try:
            found = answer.get(timeout=clock.left())
        except Empty:
            raise passing(f"its host {host} was not looked up in time", _NETWORK, is_silent=True) from None
        if isinstance(found, OSError):
            raise _unknown(host, found)
        if not found:
            raise Failed(f"its host {host} has no address", _CHECK)
        return found

    def _ask(self, host: str, answer: SimpleQueue[list[str] | OSError]) -> None:
        try:
            answer.put(list(self.resolve(host)))
        except OSError as error:
            answer.put(error)
        except Exception as error:  # a resolver's own fault must not leave the asker waiting
            answer.put(OSError(f"{type(error).__name__}: {error}"))
        finally:
            self.slots.release()


_NETWORK = "see whether this machine is on the network"
_CHECK = "check the address"
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}  # the latter is glibc's alone


def _unknown(host: str, error: OSError) -> Failed:
    if isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_HOST:
        # A machine without a network says the same of every name: it is not asked twice, and not given up for good.
        remedy = "check the address, and whether this machine is on the network"
        return passing(f"no host called {host} is known", remedy, is_silent=True).anew()
    return passing(f"its host {host} could not be looked up: {error.strerror or error}", _NETWORK, is_silent=True)


def _refused(address: Address, found: list[str], *, is_named: bool) -> Failed:
    there = ", ".join(found[:3])
    what = f"it is at {there}, which is not on the public internet"
    if all(reach(each) is Reach.NUMBER for each in found):
        return Failed(what, "no article is served from there: look at what led to it")
    if is_named:
        what = f"it is at {there}, which is not on the public internet any more"
        return Failed(what, "look at who answers for this name (DNS)")
    return Failed(what, _allow(address))


def _allow(address: Address) -> str:
    host = f"[{address.host}]" if ":" in address.host else address.host
    return f'if it is meant, add "{host}:{address.port}" to fetch.allow'
