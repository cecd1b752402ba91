"""What is asked on the network, how, and which of what was collected a briefing looks at."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache, partial
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.credentials import Credentials
from briefing.model import Past, is_address
from briefing.model.collecting import Tour
from briefing.plugins import Source
from briefing.settings import Settings
from briefing.settings.durations import length
from briefing.version import VERSION

if TYPE_CHECKING:
    from briefing.collect import Doors
    from briefing.collect.given import Window
    from briefing.fetchers import mailbox
    from briefing.fetchers.answers import Failure


def collected(name: str, settings: Settings, day: date, past: Past) -> Source:
    from briefing.collect.given import given

    return given(home(settings), name, window(settings, day, past))


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return the feeds that a file on the disk lists, if that is what it does."""
    if not name.lower().endswith((".opml", ".xml")):
        return ()
    from briefing.parsers.kinds import kind_of
    from briefing.parsers.parsed import Hints
    from briefing.parsers.worker import parse
    from briefing.sources.contents import contents

    data = contents(name)
    is_list = isinstance(data, bytes) and kind_of(data, name=name) == "feeds"
    return parse("feeds", data, Hints(name)).links if isinstance(data, bytes) and is_list else ()


def window(settings: Settings, day: date, past: Past) -> Window:
    """Return which of the collected articles a briefing looks at: those in the days asked for, and around them.

    Without such days: what no earlier edition had, or if there is none, what is not older than the backlog.
    """
    from briefing.collect.given import Window

    ends = time.fromisoformat(settings.day_ends)
    if settings.starts:
        return Window(settings.starts, settings.until or day, day_ends=ends, zone=settings.zone)
    if past.last:
        before = frozenset(seen.sha256 for seen in past.articles)
        return Window(None, settings.until or day, before, ends, settings.zone, told=past.last)
    return Window(day - backlog(settings), settings.until or day, day_ends=ends, zone=settings.zone)


def home(settings: Settings) -> Path:
    """Return where what is collected is kept: the state, or without a `name` a folder that all such briefings share."""
    from briefing.records.folder import locate, shared

    return locate(settings.name, settings.state) if settings.name else Path(settings.state or shared())


def collecting(settings: Settings, now: datetime) -> Tour:
    """Return what is to be collected for these settings."""
    return Tour(
        tuple(name for name in settings.sources if is_address(name)),
        now,
        tuple(link for name in settings.sources for link in listed(name)),
        settings.language,
        backlog(settings),
        settings.first_day and settings.first_day - timedelta(days=1),  # a feed counts days in a zone of its own
    )


_WITHIN = 600.0
"""Seconds for all channels together, and again for all their pages; 1,000 feeds of which 300 fail take 83."""

_LETTERS = 4
"""A mailbox may take so many times what a page may: 500 letters take 0.15 s on the loopback, minutes on a slow line."""


def doors(settings: Settings, now: datetime) -> Doors:
    """Return the ways out of the machine."""
    from briefing.collect import Doors
    from briefing.fetchers import mailbox
    from briefing.fetchers.web import Manners, Web, agent

    fetch = settings.fetch
    manners = Manners(
        agent(VERSION, fetch.contact), deadline=fetch.timeout, pause=fetch.pause, allowed=frozenset(fetch.allow)
    )
    known = credentials(settings)

    def letters(address: str, after: int, validity: int, since: date) -> mailbox.Post | Failure:
        password = partial(known.of, variable="BRIEFING_IMAP_PASSWORD")
        limits = mailbox.Manners(deadline=_LETTERS * fetch.timeout)
        return mailbox.collect(address, after=after, validity=validity, since=since, password=password, manners=limits)

    client = Web(manners, now=lambda: now, credentials=known.pair)
    return Doors(partial(client.get_all, within=_WITHIN), letters)


def backlog(settings: Settings) -> timedelta:
    """Return how far back the first reading of a channel goes."""
    return length(settings.fetch.backlog)


def credentials(settings: Settings) -> Credentials:
    """Return where passwords are looked up."""
    return Credentials(environ, settings.fetch.credentials)
