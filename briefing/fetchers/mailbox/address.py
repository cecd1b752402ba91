"""The address of a folder on an IMAP server: `imaps://user@host[:port]/Folder/Below`."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import NoReturn
from urllib.parse import SplitResult, unquote, urlsplit

from briefing.errors import SettingsError

SCHEMES = {"imaps": 993, "imap": 143, "imap+plain": 143}
"""TLS from the start; STARTTLS, or nothing is said; no encryption, for a server on this machine alone."""

FORM = "imaps://user@host/Folder"


@dataclass(frozen=True, slots=True)
class Box:
    """A folder, as the levels that lead to it, and whose it is."""

    scheme: str
    host: str
    port: int
    user: str
    folder: tuple[str, ...]


def box(address: str) -> Box:
    """Return what the address means; raises SettingsError, which never holds a password that stands in it."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        _refuse("its address is not that of a mailbox")
    if parts.scheme not in SCHEMES:
        _refuse("its address is not that of a mailbox")
    user = _user(parts)
    if parts.query or parts.fragment:
        _refuse("its address ends in a ? or #, which the name of a folder has as %3F and %23")
    if not host:
        _refuse("its address names no host")
    if parts.scheme == "imap+plain" and not _is_own_machine(host):
        _refuse("imap+plain sends the password in the open, so only to this machine; for others take imaps or imap")
    folder = tuple(_decoded(level) for level in parts.path.split("/") if level) or ("INBOX",)
    return Box(parts.scheme, host, port or SCHEMES[parts.scheme], user, folder)


def _user(parts: SplitResult) -> str:
    user, _, _ = parts.netloc.rpartition("@")
    if ":" in user:
        _refuse("its address holds a password, which belongs in the environment or the file of fetch.credentials")
    if not user:
        _refuse("its address names no user")
    return _decoded(user)


def _decoded(text: str) -> str:
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        _refuse("its address has a %.. that is not UTF-8")
    if not decoded.isprintable():
        _refuse("its address has a character that cannot be printed")
    return decoded


def _is_own_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse(what: str) -> NoReturn:
    raise SettingsError(what) from None
