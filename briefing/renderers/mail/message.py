"""Lay an edition out as a mail for one recipient, and write it as it goes out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from briefing.errors import DeliveryError
from briefing.language.display import shown
from briefing.model import Edition, Recipient, Rendered
from briefing.renderers.mail.addresses import mailbox
from briefing.renderers.mail.attachments import attach
from briefing.renderers.mail.headers import phrase, plain, printed, with_own
from briefing.settings import Mail

_CONTINUED = re.compile(r'<\w[^<>]*\sclass="continued"')  # in a tag, where a text has no quotation marks
_IDENTITY = re.compile(r"<[!-;=?-~]{3,900}>")
_ADDRESS = re.compile(r"(?:mailto:|https://)[!-;=?-~]{1,900}")
_LIST = re.compile(r"[A-Za-z0-9._-]{1,255}")


def mail(
    edition: Edition,
    recipient: Recipient,
    pages: Mapping[str, Rendered],
    settings: Mail,
    *,
    now: datetime,
    thread: str = "",
) -> EmailMessage:
    """Return the mail of an edition to one recipient, from their `pages`: "subject", "text", "mail", what is attached.

    `now`, with its zone, becomes the Date; `thread` is the Message-ID of the mail that this one answers. The same
    arguments give the same bytes. Where the HTML part `is_continued`, the page "html" is attached, too. Raises
    DeliveryError where an address is none, and where a page that is to be attached is not there.
    """
    addresses = {"From": mailbox(settings.sender), "To": mailbox(recipient.address)}
    if settings.reply_to:
        addresses["Reply-To"] = mailbox(settings.reply_to)
    is_ascii = all(address.username.isascii() for address in addresses.values())
    message = EmailMessage(policy=with_own(SMTP if is_ascii else SMTPUTF8))
    identity = message_id(edition, recipient.address, sender=settings.sender)
    for name, value in addresses.items():
        message[name] = value
    message["Subject"] = printed(_subject(edition, pages))
    message["Date"] = now
    message["Message-ID"] = identity
    for name, text in (*_of_the_list(edition, settings), *_of_the_thread(thread)):
        message[name] = text
    message["Auto-Submitted"] = "auto-generated"
    message["X-Briefing-Edition"] = plain(f"{edition.name}/{edition.day.isoformat()}/{edition.revision}")
    html = pages.get("mail", pages.get("html")) if recipient.format == "html" else None
    _set_text(message, str(pages["text"]), str(html) if html is not None else None)
    forms = (*settings.attach, *recipient.attach, *(["html"] if html is not None and is_continued(html) else []))
    attach(message, edition, {form: pages.get(form) for form in dict.fromkeys(forms)})
    _set_boundaries(message, f"=_{identity[1:33]}")
    return message


def letter(message: EmailMessage) -> bytes:
    """Return a mail as it goes out, with CRLF line ends; raises DeliveryError should its head have a line of its own.

    No text makes one, as far as we know: this holds against faults of the standard library's (CVE-2024-6923).
    """
    data = message.as_bytes()
    lines = data.partition(b"\r\n\r\n")[0].split(b"\r\n")
    names = [line.partition(b":")[0].decode("ascii", "replace") for line in lines if line[:1] not in (b" ", b"\t")]
    if names != message.keys() or any(b"\r" in line or b"\n" in line for line in lines):
        raise DeliveryError(f"the mail to {message['To']} has a broken head; take odd signs out of title and names")
    return data


def is_continued(page: Rendered) -> bool:
    """Whether a mail's HTML part leaves something out, and says that the attached page has it."""
    return isinstance(page, str) and _CONTINUED.search(page) is not None


def message_id(edition: Edition, recipient: str, *, sender: str) -> str:
    """Return the Message-ID, `<hash@sender's domain>`: always the same for an edition and an address.

    The first revision of a day has one by the day alone; a later one is another mail.
    """
    parts = [edition.name, edition.day.isoformat(), mailbox(recipient).addr_spec.lower()]
    key = "\n".join([*parts, *([str(edition.revision)] if edition.revision > 1 else [])])
    return f"<{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:32]}@{mailbox(sender).domain}>"


def _subject(edition: Edition, pages: Mapping[str, Rendered]) -> str:
    """The rendered subject; editions of before there were any have title and day, in English."""
    return str(pages.get("subject", f"{shown(edition.title)}, {edition.day.day} {edition.day:%B %Y}")).strip()


def _of_the_list(edition: Edition, settings: Mail) -> Iterator[tuple[str, str]]:
    if settings.list_id:
        if not _LIST.fullmatch(settings.list_id):
            raise DeliveryError(f'mail.list_id: {settings.list_id!r} is no name with dots, such as "news.example.org"')
        yield "List-Id", f"{phrase(edition.title)} <{settings.list_id}>"
    if settings.unsubscribe:
        if not _ADDRESS.fullmatch(settings.unsubscribe):
            raise DeliveryError(f"mail.unsubscribe: {settings.unsubscribe!r} is no address of mailto: or https://")
        yield "List-Unsubscribe", f"<{settings.unsubscribe}>"
        if settings.unsubscribe.startswith("https:"):
            yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"  # RFC 8058


def _of_the_thread(thread: str) -> Iterator[tuple[str, str]]:
    if thread:
        if not _IDENTITY.fullmatch(thread):
            raise DeliveryError(f"{thread!r} is no Message-ID that a mail can answer")
        yield from (("In-Reply-To", thread), ("References", thread))


def _set_text(message: EmailMessage, text: str, html: str | None) -> None:
    """Quoted-printable, so that no line is long, whatever the page's are."""
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    if html is not None:
        message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")


def _set_boundaries(message: EmailMessage, boundary: str) -> None:
    """`=_` cannot occur in a part: neither in quoted-printable nor in base64."""
    for depth, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"{boundary}.{depth}")
