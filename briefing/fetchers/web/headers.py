"""What is said in the head of a request, to whom, and what is taken from that of a response."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace

from briefing.fetchers.answers import Answer, Ask
from briefing.fetchers.web.address import Address
from briefing.fetchers.web.failed import Failed
from briefing.fetchers.web.journey import Found

Credentials = Callable[[str], tuple[str, str] | None]
"""A host ("example.org", "intranet:8080") → the user and password for it."""

CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})

_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, */*;q=0.8"
)
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_VALIDATOR = re.compile(r"[\x20-\x7e\x80-\xff]{1,512}")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)
_TYPE = re.compile(r"\s*([a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80})", re.IGNORECASE)
_MAIL = re.compile(r"\(\+([^@\s:/()]+@[^@\s:/()]+)\)")


def usual(agent: str) -> dict[str, str]:
    """Return what every server is told: who asks, whom to write to (From, where that is a mail address), for what."""
    mail = _MAIL.search(agent)
    who = {"User-Agent": agent} | ({"From": mail[1]} if mail else {})
    return who | {"Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}


def own(ask: Ask, here: Address, credentials: Credentials) -> dict[str, str]:
    """Return what is meant for the host that was asked for, and for no other that it leads to.

    A password goes over https only, or to this machine.
    """
    conditions = {"If-None-Match": ask.etag, "If-Modified-Since": ask.modified}
    said = {name: value for name, value in conditions.items() if _VALIDATOR.fullmatch(value)}
    known = credentials(here.place) if here.scheme == "https" or here.host in _OWN_MACHINE else None
    if known:
        said["Authorization"] = "Basic " + b64encode(":".join(known).encode()).decode("ascii")
    return said


def heeded(failed: Failed, said: Mapping[str, str]) -> Failed:
    """Return the failure with another remedy where the password was there and not taken."""
    if failed.status == 401 and "Authorization" in said:
        remedy = "correct user and password in the file of fetch.credentials"
        failed.failure = replace(failed.failure, remedy=remedy)
    return failed


def answered(found: Found) -> Answer:
    """Return the answer; what is said of it is taken where it has the form that it should have."""
    reply = found.reply
    kind, charset = _TYPE.match(reply.content_type), _CHARSET.search(reply.content_type)
    return Answer(
        address=str(found.address),
        data=reply.data,
        content_type=kind[1].lower() if kind else "",
        charset=charset[1].lower() if charset else "",
        etag=reply.etag if _VALIDATOR.fullmatch(reply.etag) else "",
        modified=reply.modified if _VALIDATOR.fullmatch(reply.modified) else "",
        permanent=str(found.address) if found.is_moved else "",
        is_unchanged=reply.status == 304,
        has_end=reply.has_end,
        date=reply.date,
    )
