"""Write the letters of an edition: one for each recipient who has none of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefing.errors import DeliveryError
from briefing.model import Edition, Letter, LetterState, Recipient, Rendered
from briefing.plugins import Records
from briefing.renderers.mail import letter as written
from briefing.renderers.mail import mail, mailbox
from briefing.settings import Mail

Pages = Callable[[Edition, Recipient], Mapping[str, Rendered] | None]
"""Gives the pages of an edition as a recipient wishes them: "subject", "text", "mail", and what can be attached.

None where there is nothing to tell them that day.
"""

_AHEAD = timedelta(days=1)
"""A clock that is further off than this is wrong."""


def whole(edition: Edition, recipient: Recipient) -> Mapping[str, Rendered]:
    """Return the pages as they were recorded, whatever the recipient wishes."""
    return edition.pages


@dataclass(frozen=True, slots=True)
class Desk:
    """Who gets an edition, from whom, and how its pages come out for each of them.

    `state` is what its letters begin with: "held" keeps them back until they are released.
    """

    mail: Mail
    readers: tuple[Recipient, ...] = ()
    pages: Pages = whole
    state: LetterState = "queued"


def letters(
    edition: Edition, desk: Desk, records: Records, *, now: datetime, again: bool = False, mended: bool = False
) -> Iterator[Letter]:
    """Yield a letter for every reader who has none of the edition's day, or with `again` for every one.

    With `mended` also for those whose letter has failed: the settings may be others by now. One of an earlier revision
    that has not left is written anew as well, and held if that one was. What may have arrived is never rewritten: asked
    for again it has the same bytes, if they are kept. Where an address cannot be used the letter has none, and says
    why: it fails when it is tried.
    """
    known = _known(edition, records)
    done: set[str] = set()
    for reader in desk.readers:
        recipient = address(reader)
        if recipient in done:
            continue
        done.add(recipient)
        before = known.get(recipient)
        if before is None or again or _is_outdated(before, edition, mended=mended):
            kept = _kept(before, edition, records)
            letter = afresh(kept, now) if kept else _letter(edition, reader, desk, records, now=now)
            if letter:
                is_held = before is not None and before.state == "held"
                yield replace(letter, state="held" if is_held and not again else desk.state)


def _known(edition: Edition, records: Records) -> dict[str, Letter]:
    """Return the letters that the edition's day has, by recipient; not of earlier revisions those before their day."""
    found = [one for one in records.letters(edition.name, day=edition.day) if one.message_id]
    of_all = records.letters(edition.name) if any(one.revision < edition.revision for one in found) else ()
    return {one.recipient: one for one in found if one.revision == edition.revision or not _is_premature(one, of_all)}


def _is_premature(letter: Letter, letters: Iterable[Letter]) -> bool:
    """Whether the clock was days ahead when it was written: one that was written later was queued before its day.

    Else that day, once it came, would have an edition that nobody gets.
    """
    first = min((one.queued for one in letters if one.number > letter.number), default=letter.queued) + _AHEAD
    return first < letter.queued and first.date() < letter.day


def _is_outdated(before: Letter, edition: Edition, *, mended: bool) -> bool:
    if before.state == "failed" and mended:
        return True
    return before.revision < edition.revision and before.state in ("held", "queued", "deferred", "failed")


def address(reader: Recipient) -> str:
    """The bare address; of what is none the text itself."""
    try:
        return mailbox(reader.address).addr_spec.lower()
    except DeliveryError:
        return reader.address


def _kept(known: Letter | None, edition: Edition, records: Records) -> Letter | None:
    if known is None or known.revision != edition.revision or known.state not in ("sent", "uncertain"):
        return None
    stored = records.letter(known.number)
    return stored if stored and stored.data else None


def afresh(letter: Letter, now: datetime) -> Letter:
    """Return the same letter as one that was just put into the outbox, to be tried at once."""
    return replace(letter, state="queued", queued=now, at=now, due=None, tries=0, words="")


def _letter(edition: Edition, reader: Recipient, desk: Desk, records: Records, *, now: datetime) -> Letter | None:
    recipient = address(reader)
    pages = desk.pages(edition, reader)
    if pages is None:
        return None
    letter = Letter(edition.name, edition.day, edition.revision, recipient, now, now, state=desk.state)
    thread = records.thread(edition.name, recipient, edition.day) if desk.mail.thread else ""
    try:
        message = mail(edition, reader, pages, desk.mail, now=now, thread=thread)
        data = written(message)
    except DeliveryError as error:
        return replace(letter, words=str(error))
    (sender,) = message["From"].addresses
    return replace(letter, sender=sender.addr_spec, message_id=str(message["Message-ID"]), data=data)
