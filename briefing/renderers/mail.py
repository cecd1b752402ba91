"""Lay an edition out as a mail: text and simple HTML, for one recipient."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from briefing.errors import DeliveryError
from briefing.language.display import shown
from briefing.model import Edition, Recipient, Rendered
from briefing.settings import Mail

# "Name <address>" or "address". Stricter than RFC 5322 (no comments, groups or quoted local parts): what a looser
# reading takes for an address another one takes for several (CVE-2023-27043). Each class excludes what follows it.
_MAILBOX = re.compile(r"(?P<name>[^<>]*)<(?P<in_brackets>[^<>]*)>|(?P<bare>[^<>\s]+)")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,60}")


def mail(
    edition: Edition,
    recipient: Recipient,
    pages: Mapping[str, Rendered],
    settings: Mail,
    *,
    now: datetime,
    thread: str = "",
) -> EmailMessage:
    """Return the mail of an edition to one recipient, of the pages "subject", "text" and "mail" that they wish.

    `now`, with its zone, becomes the Date. The same arguments give the same bytes. Raises DeliveryError where sender or
    recipient is no address.
    """
    identity = message_id(edition, recipient.address, sender=settings.sender)
    message = EmailMessage(policy=SMTP)
    message["From"] = mailbox(settings.sender)
    message["To"] = mailbox(recipient.address)
    message["Subject"] = _plain(_subject(edition, pages))
    message["Date"] = now
    message["Message-ID"] = identity
    if thread:
        message["In-Reply-To"] = message["References"] = thread
    message["Auto-Submitted"] = "auto-generated"
    message["X-Briefing-Edition"] = f"{edition.name}/{edition.day.isoformat()}/{edition.revision}"
    _set_pages(message, pages, boundary=f"=_{identity[1:33]}")
    return message


def as_sent(message: EmailMessage) -> bytes:
    """Return the bytes of a message as they go out."""
    return message.as_bytes(policy=SMTP)


def _subject(edition: Edition, pages: Mapping[str, Rendered]) -> str:
    """The recorded subject; editions of before there were any have title and day, in English."""
    return str(pages.get("subject", f"{edition.title}, {edition.day.day} {edition.day:%B %Y}")).strip()


def message_id(edition: Edition, recipient: str, *, sender: str) -> str:
    """Return the Message-ID, `<hash@sender's domain>`: always the same for an edition and an address.

    A later revision of the day is another mail: under the same ID many programs would not show it.
    """
    later = (str(edition.revision),) if edition.revision > 1 else ()
    key = "\n".join((edition.name, edition.day.isoformat(), mailbox(recipient).addr_spec.lower(), *later))
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{mailbox(sender).domain}>"


def mailbox(text: str) -> Address:
    """Return "Name <address>" or "address" as an address; raises DeliveryError if it is none."""
    match = _MAILBOX.fullmatch(text.strip())
    address = (match["in_brackets"] or match["bare"] or "").strip() if match else ""
    local, _, domain = address.rpartition("@")
    if not match or not _is_local(local) or not _DOMAIN.fullmatch(domain):
        remedy = 'write name@example.org or "Name <name@example.org>" (a domain with other letters as xn--…)'
        raise DeliveryError(f"{text!r} is not a mail address that can be used; {remedy}")
    return Address(_plain((match["name"] or "").strip().strip('"')), local, domain)


def _is_local(text: str) -> bool:
    return bool(_LOCAL.fullmatch(text)) and all(text.split("."))


def _plain(text: str) -> str:
    """Return text from outside as one header line that stays what it is.

    `EmailMessage` decodes what looks like an encoded word, `=?utf-8?q?=0ABcc:…?=`, and up to Python 3.11.9 writes the
    line break in it as a new header (gh-121650).
    """
    return shown(text).encode(errors="replace").decode().replace("=?", "= ?")


def _set_pages(message: EmailMessage, pages: Mapping[str, Rendered], *, boundary: str) -> None:
    """Quoted-printable, so that no line is long, whatever the page's are; `=_` in the boundary cannot occur in it."""
    message.set_content(str(pages["text"]), charset="utf-8", cte="quoted-printable")
    html = pages.get("mail", pages.get("html"))  # recorded before there was an HTML edition
    if html is not None:
        message.add_alternative(str(html), subtype="html", charset="utf-8", cte="quoted-printable")
        message.set_boundary(boundary)
