"""The second story: take an edition to its recipients, each once, and remember what became of every mail."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage

from briefing.errors import DeliveryError, SettingsError
from briefing.model import Delivery, DeliveryState, Edition
from briefing.plugins import Deliverer, Records
from briefing.renderers.mail import mail
from briefing.settings import Mail


@dataclass(frozen=True, slots=True)
class Mailroom:
    """What sending takes besides the edition: from whom and to whom, what was sent before, and the way out."""

    mail: Mail
    records: Records
    deliverer: Deliverer


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the mails: `tried` this time, `held` because of what is known from earlier."""

    tried: tuple[Delivery, ...] = ()
    held: tuple[Delivery, ...] = ()

    @property
    def sent(self) -> tuple[Delivery, ...]:
        """Those that the server took this time."""
        return tuple(delivery for delivery in self.tried if delivery.state == "sent")

    @property
    def already(self) -> tuple[Delivery, ...]:
        """Those not sent because they had been."""
        return tuple(delivery for delivery in self.held if delivery.state == "sent")

    @property
    def refused(self) -> tuple[Delivery, ...]:
        """Those that did not leave, with the reason in their `words`."""
        return tuple(delivery for delivery in self.tried if delivery.state == "refused")

    @property
    def uncertain(self) -> tuple[Delivery, ...]:
        """Those that may or may not have arrived, now or earlier; they go again only when asked for."""
        return tuple(delivery for delivery in self.tried + self.held if delivery.state == "uncertain")

    @property
    def is_well(self) -> bool:
        """Whether every recipient surely has the edition."""
        return not self.refused and not self.uncertain


def send(edition: Edition, room: Mailroom, *, now: datetime, again: bool = False) -> Report:
    """Send a recorded edition to every recipient who has none of its day, or with `again` to every one.

    One bad recipient does not hold up the rest. Raises SettingsError without recipients, RecordsError where the outcome
    cannot be remembered: then nothing more is sent.
    """
    if not room.mail.recipients:
        raise SettingsError("mail.recipients: is needed to send; name at least one address")
    tried, held = [], []
    for recipient in room.mail.recipients:
        message, delivery = _address(edition, recipient, sender=room.mail.sender, now=now)
        known = room.records.delivery(delivery.name, delivery.day, delivery.recipient)
        if known and known.state != "refused" and not again:
            held.append(_as_known(known))
        else:
            tried.append(_hand_over(message, delivery, known, room))
    return Report(tuple(tried), tuple(held))


def _address(edition: Edition, recipient: str, *, sender: str, now: datetime) -> tuple[EmailMessage | None, Delivery]:
    """Return the message, and the delivery that is to be; no message where there is no address to send to or from."""
    delivery = Delivery(edition.name, edition.day, recipient, edition.revision, "", "sending", now)
    try:
        message = mail(edition, recipient, sender=sender, now=now)
    except DeliveryError as error:
        return None, replace(delivery, state="refused", words=str(error))
    (address,) = message["To"].addresses
    return message, replace(delivery, recipient=address.addr_spec.lower(), message_id=str(message["Message-ID"]))


def _as_known(earlier: Delivery) -> Delivery:
    """Nobody can say any more what became of a mail whose run ended on the way."""
    if earlier.state != "sending":
        return earlier
    return replace(earlier, state="uncertain", words="a run ended while it was being handed over")


def _hand_over(message: EmailMessage | None, delivery: Delivery, known: Delivery | None, room: Mailroom) -> Delivery:
    """Deliver and mark. Marked as sending first: a run that ends in between leaves a trace, and no second mail."""
    room.records.mark(delivery)
    if message is None:
        return delivery
    state, words = _deliver(message, room.deliverer)
    done = replace(delivery, state=state, words=words)
    # One that was sent and is refused when sent again was sent all the same: else the next run would send it unasked.
    room.records.mark(known if known and known.state == "sent" and state == "refused" else done)
    return done


def _deliver(message: EmailMessage, deliverer: Deliverer) -> tuple[DeliveryState, str]:
    try:
        deliverer(message)
    except DeliveryError as error:
        return ("uncertain" if error.uncertain else "refused"), str(error)
    return "sent", ""
