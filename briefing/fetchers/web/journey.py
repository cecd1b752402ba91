"""From the address that was asked for to the one where it is: each redirect is looked at like a first request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.fetchers.web.address import Address, read, tell
from briefing.fetchers.web.exchange import REDIRECTS, Reply
from briefing.fetchers.web.failed import Failed

MOST = 5
"""Redirects followed, as RFC 9309 has it for robots.txt; browsers take 20, feeds need two."""

_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Found:
    """Where it was found; `is_moved`: every redirect on the way was a permanent one, and there was one."""

    address: Address
    reply: Reply
    is_moved: bool


def follow(start: Address, ask: Callable[[Address], Reply]) -> Found:
    """Return what `ask` gives in the end; raises Failed where the way is too long, a circle, or not one to go."""
    here, seen, is_permanent = start, {str(start)}, True
    while True:
        try:
            reply = ask(here)
        except Failed as failed:
            if here.place == start.place:
                raise
            raise _elsewhere(failed.saying(f"it leads to {here.place}: {failed.failure.what}")) from None
        if reply.status not in REDIRECTS:
            return Found(here, reply, is_permanent and here != start)
        here, is_permanent = _next(here, reply), is_permanent and reply.status in _PERMANENT
        if str(here) in seen:
            raise _astray(reply, "it leads in a circle")
        if len(seen) > MOST:
            raise _astray(reply, f"it leads on and on, more than {MOST} times")
        seen.add(str(here))


def _next(here: Address, reply: Reply) -> Address:
    if not reply.location:
        raise _astray(reply, "it leads on without saying where")
    location = _decoded(reply.location)
    try:
        there = read(location, here)
    except Failed as failed:
        raise _elsewhere(Failed(f"it leads to {tell(location)}: {failed.failure.what}", _CHECK)) from None
    if here.scheme == "https" and there.scheme == "http":
        # Whoever can change one answer on the way to us could lead a reader from what is proved to what is not.
        raise _elsewhere(Failed(f"it leads from https to {there.origin}, where nobody proves who answers", _CHECK))
    return there


def _decoded(location: str) -> str:
    """Headers are read as Latin-1; what is UTF-8 in them is meant to be that."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _elsewhere(failed: Failed) -> Failed:
    failed.is_elsewhere = True
    return failed


def _astray(reply: Reply, what: str) -> Failed:
    failed = Failed(what, _CHECK)
    failed.status = reply.status
    return failed


_CHECK = "open the address in a browser, and name the one where you end"
