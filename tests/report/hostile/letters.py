"""What a mail program makes of a letter: the headers that are ours, once, one address each, and our parts."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from tests.report.hostile.desk import Desk
from tests.report.hostile.screen import HIDDEN

NAMES = [
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted", "X-Briefing-Edition", "MIME-Version",
    "Content-Type",
]  # fmt: skip
PARTS = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]


def letters(desk: Desk) -> Iterator[str]:
    """Yield what a letter has that it should not have, or lacks."""
    found = sorted((desk.folder / "outgoing").glob("*.eml"))
    if not found:
        yield "no letter"
    for path in found:
        for what in _odd(path.read_bytes()):
            yield f"{path.name}: {what}"


def _odd(data: bytes) -> Iterator[str]:
    old = message_from_bytes(data)
    new = message_from_bytes(data, policy=policy.default)
    assert isinstance(new, EmailMessage)
    for message in (old, new):
        if sorted(message.keys()) != sorted(NAMES) or message.defects:
            yield f"{message.keys()} {message.defects}"
    for name in ("From", "To"):
        addresses = [address.addr_spec for address in new[name].addresses]
        if len(addresses) != 1 or not addresses[0].endswith(("@example.org", "@example.com")):
            yield f"{name}: {addresses}"
    for name in NAMES:
        if HIDDEN.search(str(new[name])) or "\n" in str(new[name]):
            yield f"{name}: {new[name]}"
    kinds = [part.get_content_type() for part in new.walk()]
    attached = [part.get_filename() or "" for part in new.iter_attachments()]
    if kinds[:4] != PARTS or not all(name.isascii() and "/" not in name for name in attached):
        yield f"{kinds} {attached}"
    text = str(new.get_body(("plain",)).get_content()).replace("\r\n", "\n")  # type: ignore[union-attr]
    yield from (line for line in text.split("\n") if HIDDEN.search(line))
