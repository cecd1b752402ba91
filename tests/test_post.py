"""Each recipient gets an edition of the day once, and what became of every mail is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing import post
from briefing.errors import DeliveryError, RecordsError, SettingsError
from briefing.model import Edition
from briefing.plugins import Deliverer
from briefing.records.state import State, opened
from briefing.settings import Mail

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
EDITION = Edition("daily", DAY, "Morning briefing", {"text": "x\n", "mail": "<p>x</p>"}, 1)
MAIL = Mail(sender="Desk <desk@example.org>", recipients=("A Reader <a@example.com>", "b@example.com", "c@example.com"))


@dataclass
class Van:
    """A deliverer that takes messages, but for those to addresses that it has an error for."""

    errors: Mapping[str, BaseException] = field(default_factory=dict)
    taken: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, message: EmailMessage) -> None:
        """Take the message, or raise."""
        address = message["To"].addresses[0].addr_spec
        if address in self.errors:
            raise self.errors[address]
        self.taken.append((address, message["Message-ID"]))


@pytest.fixture
def records(tmp_path: Path) -> Iterator[State]:
    """A state that holds the edition."""
    with opened(tmp_path) as state:
        state.record(EDITION, at=NOW)
        yield state


def room(records: State, van: Deliverer, mail: Mail = MAIL) -> post.Mailroom:
    """The mailroom with this van at its door."""
    return post.Mailroom(mail, records, van)


def state_of(records: State, address: str) -> str | None:
    """What the records know of the address."""
    delivery = records.delivery("daily", DAY, address)
    return delivery and delivery.state


def test_everyone_gets_it_once(records: State) -> None:
    """A second call sends nothing, and says when it was sent."""
    van = Van()
    first = post.send(EDITION, room(records, van), now=NOW)
    second = post.send(EDITION, room(records, van), now=LATER)
    assert [address for address, _ in van.taken] == ["a@example.com", "b@example.com", "c@example.com"]
    assert len({message_id for _, message_id in van.taken}) == 3
    assert (len(first.sent), first.held, first.is_well) == (3, (), True)
    assert (second.tried, len(second.already), second.is_well) == ((), 3, True)
    assert {delivery.at for delivery in second.already} == {NOW}
    assert [d.message_id for d in second.already] == [message_id for _, message_id in van.taken]


def test_a_later_revision_of_the_day_is_not_sent_unasked(records: State) -> None:
    """With `again` it is, under the same Message-ID."""
    van = Van()
    post.send(EDITION, room(records, van), now=NOW)
    changed = replace(EDITION, pages={"text": "y\n"})
    changed = replace(changed, revision=records.record(changed, at=LATER))
    assert post.send(changed, room(records, van), now=LATER).tried == ()
    assert len(post.send(changed, room(records, van), now=LATER, again=True).sent) == 3
    assert van.taken[:3] == van.taken[3:]
    delivery = records.delivery("daily", DAY, "b@example.com")
    assert delivery is not None
    assert (delivery.revision, delivery.at) == (2, LATER)


def test_another_day_is_another_mail(records: State) -> None:
    """What was sent yesterday holds up nothing today."""
    van = Van()
    post.send(EDITION, room(records, van), now=NOW)
    tomorrow = replace(EDITION, day=DAY + timedelta(days=1))
    records.record(tomorrow, at=LATER)
    assert len(post.send(tomorrow, room(records, van), now=LATER).sent) == 3
    assert len(set(van.taken)) == 6


def test_an_address_written_twice_is_one_recipient(records: State) -> None:
    """In other letters or with a name: one mailbox, one mail."""
    van = Van()
    mail = replace(MAIL, recipients=("a@example.com", "A <A@Example.com>"))
    report = post.send(EDITION, room(records, van, mail), now=NOW)
    assert (len(van.taken), len(report.sent), len(report.already)) == (1, 1, 1)


def test_a_changed_sender_sends_no_second_mail(records: State) -> None:
    """It has another Message-ID, but the recipient has the edition."""
    van = Van()
    post.send(EDITION, room(records, van), now=NOW)
    moved = replace(MAIL, sender="desk@example.net")
    assert post.send(EDITION, room(records, van, moved), now=LATER).tried == ()


def test_one_refusal_does_not_hold_up_the_rest_and_is_tried_again(records: State) -> None:
    """The words are kept; the next call tries only the refused one."""
    van = Van({"b@example.com": DeliveryError("550 no such user")})
    report = post.send(EDITION, room(records, van), now=NOW)
    assert [delivery.recipient for delivery in report.sent] == ["a@example.com", "c@example.com"]
    assert [(d.recipient, d.words) for d in report.refused] == [("b@example.com", "550 no such user")]
    assert not report.is_well
    van.errors = {}
    report = post.send(EDITION, room(records, van), now=LATER)
    assert [delivery.recipient for delivery in report.sent] == ["b@example.com"]
    assert report.is_well
    assert state_of(records, "b@example.com") == "sent"


def test_what_is_uncertain_is_held_and_reported_until_someone_asks(records: State) -> None:
    """It may have arrived: it goes again only when asked for."""
    van = Van({"b@example.com": DeliveryError("no answer", uncertain=True)})
    first = post.send(EDITION, room(records, van), now=NOW)
    van.errors = {}
    second = post.send(EDITION, room(records, van), now=LATER)
    assert [d.words for d in first.uncertain] == [d.words for d in second.uncertain] == ["no answer"]
    assert second.tried == ()
    assert not second.is_well
    assert len(post.send(EDITION, room(records, van), now=LATER, again=True).sent) == 3


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_run_that_ends_on_the_way_leaves_the_mail_uncertain(records: State, end: type[BaseException]) -> None:
    """The next run neither sends it again nor forgets it, and goes on with the rest."""
    van = Van({"b@example.com": end()})
    with pytest.raises(end):
        post.send(EDITION, room(records, van), now=NOW)
    van.errors = {}
    report = post.send(EDITION, room(records, van), now=LATER)
    assert [(d.recipient, d.words) for d in report.uncertain] == [
        ("b@example.com", "a run ended while it was being handed over")
    ]
    assert [delivery.recipient for delivery in report.sent] == ["c@example.com"]
    assert [address for address, _ in van.taken] == ["a@example.com", "c@example.com"]


def test_a_refusal_when_sent_again_does_not_undo_that_it_was_sent(records: State) -> None:
    """Else the next run would send it a second time, unasked."""
    van = Van()
    post.send(EDITION, room(records, van), now=NOW)
    van.errors = {"b@example.com": DeliveryError("no route", temporary=True)}
    report = post.send(EDITION, room(records, van), now=LATER, again=True)
    assert [delivery.words for delivery in report.refused] == ["no route"]
    assert post.send(EDITION, room(records, van), now=LATER).tried == ()


def test_a_recipient_that_is_no_address_is_refused_alone(records: State) -> None:
    """It is reported with a remedy; the others get theirs."""
    van = Van()
    mail = replace(MAIL, recipients=("a@example.com\r\nBcc: x@example.com", "b@example.com"))
    report = post.send(EDITION, room(records, van, mail), now=NOW)
    assert [address for address, _ in van.taken] == ["b@example.com"]
    assert len(report.refused) == 1
    assert "is not a mail address" in report.refused[0].words


def test_a_sender_that_is_no_address_sends_nothing(records: State) -> None:
    """Each recipient is told why."""
    van = Van()
    report = post.send(EDITION, room(records, van, replace(MAIL, sender="desk")), now=NOW)
    assert (van.taken, len(report.refused)) == ([], 3)


def test_without_recipients_there_is_nothing_to_send(records: State) -> None:
    """The setting is named."""
    with pytest.raises(SettingsError, match=r"mail\.recipients"):
        post.send(EDITION, room(records, Van(), Mail(sender="desk@example.org")), now=NOW)


def test_what_cannot_be_remembered_is_not_sent(tmp_path: Path) -> None:
    """No mark, no mail: an edition that was not recorded, or a disk that is full."""
    van = Van()
    with pytest.raises(RecordsError), opened(tmp_path) as empty:
        post.send(EDITION, room(empty, van), now=NOW)
    assert van.taken == []
