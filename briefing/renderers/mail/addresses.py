"""Mail addresses as they are written in settings, read so that every other program reads them the same."""

from __future__ import annotations

import re
from email.headerregistry import Address
from unicodedata import category, normalize

from briefing.errors import DeliveryError
from briefing.model.naming import ascii_domain
from briefing.renderers.mail.headers import plain

# "Name <address>" or "address". Stricter than RFC 5322 (no comments, groups or quoted local parts): what a looser
# reading takes for an address another one takes for several (CVE-2023-27043). Each class excludes what follows it.
_MAILBOX = re.compile(r"(?P<name>[^<>]*)<(?P<in_brackets>[^<>]*)>|(?P<bare>[^<>\s]+)")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]*")
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,60}")
_LONGEST = 64
"""Bytes of a local part (RFC 5321)."""


def mailbox(text: str) -> Address:
    """Return "Name <address>" or "address" as an address; raises DeliveryError if it is none.

    A domain with letters other than ASCII becomes the one by which servers know it (`xn--…`); the part before the @
    may have such letters, too, and then needs servers that take it (SMTPUTF8).
    """
    match = _MAILBOX.fullmatch(text.strip())
    address = (match["in_brackets"] or match["bare"] or "").strip() if match else ""
    local, _, domain = normalize("NFC", address).rpartition("@")
    domain = _in_ascii(domain)
    if not match or not _is_local(local) or not _DOMAIN.fullmatch(domain):
        remedy = 'write name@example.org or "Name <name@example.org>"'
        raise DeliveryError(f"{text!r} is not a mail address that can be used; {remedy}")
    return Address(plain((match["name"] or "").strip().strip('"')), local, domain)


def _in_ascii(domain: str) -> str:
    """Return a domain as the name service knows it, "" for none."""
    try:
        return ascii_domain(domain)
    except ValueError:
        return ""


def _is_local(text: str) -> bool:
    """Letters of any script, their marks and numbers are as good as those of ASCII (RFC 6532)."""
    ascii_only = "".join(character for character in text if category(character)[0] not in "LMN" or character.isascii())
    is_short = len(text.encode(errors="replace")) <= _LONGEST
    return is_short and all(text.split(".")) and _LOCAL.fullmatch(ascii_only) is not None
