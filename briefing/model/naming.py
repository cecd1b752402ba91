"""What the name of a place tells: whether it is on the network, in a mailbox, or a plugin's; names of servers."""

from __future__ import annotations

import re

LAST_ROW = 10**12 - 1
"""The largest row that a link on a page can name."""

_FORM = re.compile(r"([a-z][a-z0-9_.+-]+):(?!//)(.*)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"(?:https?|imaps?|imap\+plain)://", re.IGNORECASE)
_REMOTE = re.compile(r"(?:s3|gs)://[^/]+", re.IGNORECASE)
_MAILBOX = re.compile(r"imap", re.IGNORECASE)


def is_mailbox(name: str) -> bool:
    """Whether an address is that of a mailbox."""
    return _MAILBOX.match(name) is not None


def is_address(name: str) -> bool:
    """Whether the name of a source or the place of an article is on the network."""
    return _ADDRESS.match(name) is not None


def is_remote(name: str) -> bool:
    """Whether a name is that of files in a bucket, which are read where they are."""
    return _REMOTE.match(name) is not None


def bucket(name: str) -> str:
    """Return the bucket of such a name, in small letters: "s3://news"."""
    match = _REMOTE.match(name)
    return match[0].lower() if match else ""


def plugin_name(name: str) -> tuple[str, str] | None:
    """Return the plugin and its argument of "wire:harbour", or None: an address has "//" there, a path is absolute.

    >>> plugin_name("wire:harbour")
    ('wire', 'harbour')
    """
    match = _FORM.fullmatch(name)
    return (match[1], match[2]) if match else None


def ascii_domain(domain: str) -> str:
    """Return a mail domain as every server knows it, in A-labels (IDNA 2008, UTS 46); raises ValueError for none."""
    if domain.isascii():
        return domain
    import idna

    return idna.encode(domain, uts46=True).decode("ascii")
