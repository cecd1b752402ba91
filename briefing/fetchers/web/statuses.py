"""What a server's status means, in words: what is wrong, what to do, and whether asking again can help."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from briefing.fetchers.web.address import CREDENTIALS
from briefing.fetchers.web.failed import Failed

REPEATED = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What may be different a moment later; anything else is asked for once."""

LONGEST = timedelta(days=7)
"""A server that asks to be left alone for longer is asked again after this: few mean what they say."""

_LATER = "the next run asks again"
_OWNER = "open the address in a browser; if it works there, ask the site’s owner to let programs in"
_SAID = {
    206: ("it sent only a part", "tell the owner of the server"),
    401: ("it wants a user and password", CREDENTIALS),
    402: ("it wants to be paid", "take it out, or ask for an address that is free"),
    403: ("it does not let us in", _OWNER),
    404: ("there is nothing at this address", "look for its new address on the site"),
    407: ("something on the way wants a password", "fetch from a network without a proxy"),
    408: ("it wants to be asked later", _LATER),
    410: ("it is gone for good", "take it out of the sources"),
    425: ("it wants to be asked later", _LATER),
    429: ("it was asked too often", "raise fetch.pause, or fetch less often"),
    451: ("it is withheld for legal reasons", "take it out of the sources"),
}
_KINDS = {
    1: ("it does not answer this request", "tell the owner of the server"),
    2: ("it sent nothing that can be read", "check the address"),
    3: ("it leads nowhere", "check the address"),
    4: ("it does not answer this request", "check the address"),
    5: ("it is out of order", _LATER),
}


def refused(status: int, retry_after: str, now: datetime) -> Failed:
    """Return what to say of a status that is no answer."""
    what, remedy = _SAID.get(status) or _KINDS.get(status // 100, ("what it says is not HTTP", "check the address"))
    failed = Failed(f"status {status}: {what}", remedy, is_temporary=status in REPEATED or status >= 500)
    failed.status = status
    failed.is_worth_repeating = status in REPEATED
    wait = _wait(retry_after, now) if status in REPEATED else None
    if wait is not None:
        failed.wait = wait.total_seconds()
        failed.failure = replace(failed.failure, not_before=now + wait)
    elif status == 410:
        failed.failure = replace(failed.failure, is_gone=True)
    return failed


def _wait(header: str, now: datetime) -> timedelta | None:
    """Return how long to stay away by Retry-After (RFC 9110, 10.2.3): seconds or a date; None where it says neither."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), LONGEST.total_seconds()))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), LONGEST)
