"""One letter over an open connection, step by step: `smtplib.sendmail` cannot tell a line that broke before the
final dot from one after, and does not raise for one refused recipient among several.
"""

from __future__ import annotations

import re
import smtplib
from dataclasses import dataclass

from briefing.deliverers.clock import Clock
from briefing.deliverers.envelope import bare
from briefing.deliverers.smtp.refusal import Hide, expect, is_about_size, why, words
from briefing.errors import DeliveryError
from briefing.model import Letter

_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A letter as a server takes it; `is_international`: an address or a header has letters beyond ASCII."""

    sender: str
    recipient: str
    data: bytes
    is_international: bool

    @classmethod
    def of(cls, letter: Letter) -> Parcel:
        """Return the parcel; raises DeliveryError where an address is none."""
        sender, recipient = bare(letter.sender), bare(letter.recipient)
        header = letter.data.partition(b"\r\n\r\n")[0]
        return cls(sender, recipient, letter.data, not (f"{sender}{recipient}".isascii() and header.isascii()))


def begin(smtp: smtplib.SMTP, parcel: Parcel) -> None:
    """Say from whom a letter is; raises Refused, DeliveryError or OSError."""
    options = _options(smtp, parcel)
    smtp.command_encoding = "utf-8" if parcel.is_international else "ascii"
    reply = smtp.docmd("MAIL", f"FROM:<{parcel.sender}>{options}")
    # Whoever may not send this may send nothing: the sender is the same in every letter.
    expect(reply, 2, general=reply[0] // 100 == 5 and not is_about_size(reply))


def name(smtp: smtplib.SMTP, parcel: Parcel) -> None:
    """Say to whom it is, until the server waits for the message; raises Refused or OSError."""
    expect(smtp.docmd("RCPT", f"TO:<{parcel.recipient}>"), 2)
    expect(smtp.docmd("DATA"), 3)


def _options(smtp: smtplib.SMTP, parcel: Parcel) -> str:
    """Return what the server is told besides the sender; raises DeliveryError where it cannot take the letter."""
    size, limit = len(parcel.data), smtp.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        what = f"the letter has {size:,} bytes, and the server takes no more than {int(limit):,}"
        raise DeliveryError(f"{what}; attach less (mail.attach)")
    options = f" SIZE={size}" if smtp.has_extn("size") else ""
    if not parcel.data.isascii():
        options += _able(smtp, "8bitmime", " BODY=8BITMIME", "a letter with bytes beyond ASCII")
    if parcel.is_international:
        options += _able(smtp, "smtputf8", " SMTPUTF8", "a mail address with letters beyond ASCII before the @")
    return options


def _able(smtp: smtplib.SMTP, extension: str, option: str, what: str) -> str:
    if not smtp.has_extn(extension):
        raise DeliveryError(f"the server cannot take {what} ({extension.upper()}); use another server or address")
    return option


def hand_over(smtp: smtplib.SMTP, parcel: Parcel, clock: Clock, hide: Hide) -> None:
    """Give the message to the server that waits for it; raises Refused, or DeliveryError."""
    data = parcel.data if parcel.data.endswith(b"\r\n") else parcel.data + b"\r\n"
    try:
        smtp.send(_LEADING_DOT.sub(b"..", data) + b".\r\n")
    except OSError as error:
        # What did not leave whole lacks its final dot, and without it nothing was handed over (RFC 5321, 4.1.1.4).
        what = f"the line broke within the message: {why(error, hide)}"
        raise DeliveryError(what, temporary=True, general=True) from None
    clock.wait()
    try:
        reply = smtp.getreply()
    except OSError as error:
        what = f"no answer after the message was handed over: {why(error, hide)}"
        # Whoever has been waited for in vain would take as long over every other letter, and leave it as uncertain.
        raise DeliveryError(what, uncertain=True, general=isinstance(error.__context__, TimeoutError)) from None
    if reply[0] // 100 not in {2, 4, 5}:
        what = f"no clear answer after the message was handed over: {words(reply, hide)}"
        raise DeliveryError(what, uncertain=True)
    expect(reply, 2)
