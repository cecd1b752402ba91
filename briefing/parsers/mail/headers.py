"""Read what a mail's header says: decoded, on one line, and never more of it than a mail program would show."""

from __future__ import annotations

import re
from email.message import EmailMessage
from typing import Any

from briefing.parsers.charset import decoded

LONGEST = 5_000
"""Characters of one header that are looked at. Python's parser takes gigabytes for 20,000 encoded words."""

_MESSAGE_ID = re.compile(r"<\s*([^<>\s]{1,400})\s*>")
_ADDRESS = re.compile(r"<?([^<>\s@]{1,100}@[^<>\s@]{1,200}?)>?\s*$")
_URL = re.compile(r"<?(https?://[^<>\s]{1,1800})>?")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]+")


def raw(message: EmailMessage, name: str) -> str:
    """Return a header as it stands, on one line, "" if there is none; bytes beyond ASCII are decoded."""
    found = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not found.isascii():
        found = decoded(found.encode("utf-8", "surrogateescape"))
    return " ".join(_UNSEEN.sub(" ", found[:LONGEST]).split())


def text(message: EmailMessage, name: str) -> str:
    """Return a header with its encoded words decoded, on one line: what they hide is no line break either."""
    return _one_line(_parsed(message, name))


def stated(message: EmailMessage) -> dict[str, str]:
    """Return what a mail states of itself, under the names of `Document.stated`."""
    found = {
        "id": _first(_MESSAGE_ID, raw(message, "Message-ID")),
        "title": text(message, "Subject"),
        "date": raw(message, "Date"),
        "source": _sender(message),
        "url": _first(_URL, raw(message, "Archived-At")),
        "language": raw(message, "Content-Language").partition(",")[0].strip(),
    }
    return {key: value for key, value in found.items() if value}


def is_from_list(message: EmailMessage) -> bool:
    """Whether a mail went to subscribers: a newsletter or a mailing list."""
    return any(raw(message, name) for name in ("List-Id", "List-Unsubscribe", "List-Post"))


def _sender(message: EmailMessage) -> str:
    """Return the sender's name, else the name of the list that it came by, else the sender's address."""
    sender = _parsed(message, "From")
    names = [_one_line(address.display_name) for address in getattr(sender, "addresses", ())[:1]]
    listed = text(message, "List-Id").partition("<")[0].strip(' "')
    return (names[0] if names else "") or listed or _first(_ADDRESS, raw(message, "From"))


def _parsed(message: EmailMessage, name: str) -> Any:
    """Return the header as the standard library parses it, or as it stands where that fails."""
    found = raw(message, name)
    try:
        return message.policy.header_fetch_parse(name, found) if found else ""
    except Exception:  # hostile headers raise from LookupError to RecursionError
        return found


def _one_line(value: Any) -> str:
    return " ".join(_UNSEEN.sub(" ", str(value)).split())


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""
