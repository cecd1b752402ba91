"""When a channel is asked, and what its answer, or that there was none, makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from briefing.fetchers.answers import Answer, Ask, Failure
from briefing.model import Problem
from briefing.model.collecting import Channel
from briefing.renderers.words.formats import long_date

_LONG = 3
"""Days in a row from which a failing channel is no passing trouble (rss2email warned too early: its issue 195)."""

_REST = timedelta(days=7)
"""How long a channel that said it is gone for good is left alone. By judgement: some say it by mistake."""

_OWNER = "if it does so each time, tell its publisher"

NOBODY: frozenset[str] = frozenset()
"""No host is named."""


def is_due(channel: Channel, now: datetime) -> bool:
    """Whether the channel may be asked; a moment further off than any that is set was set while the clock was ahead."""
    return channel.not_before is None or not now < channel.not_before <= now + _REST


def named(address: str) -> frozenset[str]:
    """Return the host, with its port if it has one, that a user named with an address: it may be a private one."""
    try:
        found = urlsplit(address)
        host = found.netloc.rpartition("@")[2].lower()
    except ValueError:
        return frozenset()
    return frozenset({host}) if host else frozenset()


def ask_for(channel: Channel, named: frozenset[str]) -> Ask:
    """Return what to ask: where it moved to, if it did, and only for what has changed since."""
    return Ask(channel.asked or channel.address, channel.etag, channel.modified, named)


def answered(channel: Channel, answer: Answer, now: datetime) -> Channel:
    """Return the channel after an answer: well again, and with what to ask next time."""
    is_noted = answer.is_unchanged and channel.failing_since is None
    well = replace(
        channel,
        asked=answer.permanent or channel.asked,
        since=channel.since or now,
        what=channel.what if is_noted else "",
        remedy=channel.remedy if is_noted else "",
        failing_since=None,
        failed_on=None,
        failed_days=0,
        not_before=None,
    )
    return well if answer.is_unchanged else replace(well, etag=answer.etag, modified=answer.modified)


def noted(channel: Channel, problems: Sequence[Problem]) -> Channel:
    """Return a channel that has answered, with what could not be used of its answer, if there is such."""
    if not problems:
        return channel
    return replace(channel, what=problems[0].what, remedy=problems[0].remedy)


def failed(channel: Channel, failure: Failure, now: datetime) -> Channel:
    """Return the channel after a failure, by the days on which it has failed in a row."""
    today = now.date()
    return replace(
        channel,
        what=failure.what,
        remedy=failure.remedy,
        failing_since=channel.failing_since or today,
        failed_on=today,
        failed_days=channel.failed_days + (channel.failed_on != today),
        not_before=now + _REST if failure.is_gone else failure.not_before,
    )


def broken_off(before: Channel, after: Channel, now: datetime) -> Channel:
    """Return the channel after a feed that breaks off: read, but to be asked for the whole once more."""
    failure = Failure("the feed breaks off; the rest, its last entry too, is left for the next time", _OWNER)
    told = failed(before, failure, now)
    return replace(told, asked=after.asked, title=after.title, since=after.since)


def trouble(channel: Channel) -> tuple[Problem, ...]:
    """Return what is wrong with a channel, if anything is; from the third day on it stays the same, to be told once."""
    if not channel.what:
        return ()
    if channel.failed_days < _LONG or channel.failing_since is None:
        return (Problem(channel.address, channel.what, channel.remedy),)
    what = f"has failed on three days in a row and more, since {long_date(channel.failing_since)}: {channel.what}"
    return (Problem(channel.address, what, channel.remedy),)
