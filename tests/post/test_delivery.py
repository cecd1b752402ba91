"""Each recipient gets an edition of the day once, and what became of every letter is known."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefing import post
from briefing.errors import DeliveryError, RecordsError
from briefing.model import Edition, Letter, LetterState, Recipient
from briefing.records.state import State, opened
from briefing.settings import Mail

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
EDITION = Edition("daily", DAY, "Morning briefing", {"text": "x\n", "mail": "<p>x</p>"}, 1)
MAIL = Mail(sender="Desk <desk@example.org>")
READERS = tuple(map(Recipient, ("A Reader <a@example.com>", "b@example.com", "c@example.com")))
DOWN = DeliveryError("no route to the server", temporary=True, general=True)


@dataclass
class Van:
    """A deliverer that takes letters, but for those to addresses that it has an error for.

    It fails before it hands over, or, with `late`, after.
    """

    errors: Mapping[str, BaseException] = field(default_factory=dict)
    late: bool = False
    taken: list[Letter] = field(default_factory=list)

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Take the letter, or raise."""
        error = self.errors.get(letter.recipient)
        if error and not self.late:
            raise error
        handing_over()
        if error:
            raise error
        self.taken.append(letter)

    def close(self) -> None:
        """Nothing is kept open."""

    @property
    def addresses(self) -> list[str]:
        """To whom letters were taken, in order."""
        return [letter.recipient for letter in self.taken]


@dataclass
class Office:
    """A state with an edition, a van and a clock."""

    records: State
    van: Van
    mail: Mail = MAIL
    now: datetime = NOW

    def queue(self, edition: Edition = EDITION, *, again: bool = False, state: LetterState = "queued") -> None:
        """Put the letters of an edition into the outbox."""
        desk = post.Desk(self.mail, READERS, state=state)
        self.records.queue([*post.letters(edition, desk, self.records, now=self.now, again=again)])

    def deliver(self, after: timedelta = timedelta(0)) -> post.Report:
        """A round, some time later."""
        self.now += after
        return post.deliver("daily", post.Mailroom(self.mail, self.records, self.van, lambda: self.now))

    def state_of(self, address: str) -> str:
        """What has become of the letter to an address."""
        (letter,) = (one for one in self.records.letters("daily") if one.recipient == address)
        return letter.state


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office whose state holds the edition, nothing queued."""
    with opened(tmp_path) as state:
        state.record(EDITION, at=NOW)
        yield Office(state, Van())


def test_everyone_gets_it_once(office: Office) -> None:
    """However often it is queued and delivered: a letter each, with its own Message-ID."""
    for _ in range(2):
        office.queue()
        report = office.deliver()
    assert office.van.addresses == ["a@example.com", "b@example.com", "c@example.com"]
    assert len({letter.message_id for letter in office.van.taken}) == 3
    assert report == post.Report()
    for letter in office.van.taken:
        message = message_from_bytes(letter.data, policy=policy.default)
        assert (message["To"].addresses[0].addr_spec, message["Message-ID"]) == (letter.recipient, letter.message_id)


def test_letters_are_queued_with_the_edition_or_not_at_all(tmp_path: Path) -> None:
    """One transaction: where the letters cannot be written, the edition is not recorded either."""

    def broken(edition: Edition) -> Iterator[Letter]:
        yield from post.letters(edition, post.Desk(MAIL, READERS[:1]), state, now=NOW)
        raise RuntimeError("the power fails")

    with opened(tmp_path) as state:
        with pytest.raises(RuntimeError):
            state.record(EDITION, at=NOW, letters=broken)
        assert (state.edition("daily"), state.letters("daily")) == (None, ())
        state.record(EDITION, at=NOW, letters=lambda one: post.letters(one, post.Desk(MAIL, READERS), state, now=NOW))
        assert [letter.revision for letter in state.letters("daily")] == [1, 1, 1]


def test_a_later_revision_of_the_day_is_not_sent_unasked(office: Office) -> None:
    """With `again` it is, as another mail: under the same Message-ID many programs would not show it."""
    office.queue()
    office.deliver()
    changed = replace(EDITION, pages={"text": "y\n"})
    changed = replace(changed, revision=office.records.record(changed, at=NOW))
    office.queue(changed)
    assert office.deliver().tried == ()
    office.queue(changed, again=True)
    assert len(office.deliver().of("sent")) == 3
    assert len({letter.message_id for letter in office.van.taken}) == 6


def test_the_same_revision_asked_for_again_is_the_same_mail(office: Office) -> None:
    """The same bytes, and so the same Message-ID and date."""
    office.queue()
    office.deliver()
    office.now += timedelta(hours=1)
    office.queue(again=True)
    office.deliver()
    first, second = office.van.taken[:3], office.van.taken[3:]
    assert [letter.data for letter in first] == [letter.data for letter in second]


def test_an_address_written_twice_is_one_recipient(office: Office) -> None:
    """In other letters or with a name: one mailbox, one mail."""
    desk = post.Desk(MAIL, tuple(map(Recipient, ("a@example.com", "A <A@Example.com>"))))
    assert len([*post.letters(EDITION, desk, office.records, now=NOW)]) == 1


def test_a_changed_sender_sends_no_second_mail(office: Office) -> None:
    """It has another Message-ID, but the recipient has the edition."""
    office.queue()
    office.deliver()
    office.mail = replace(MAIL, sender="desk@example.net")
    office.queue()
    assert office.deliver().tried == ()


def test_one_refusal_does_not_hold_up_the_rest(office: Office) -> None:
    """It has failed for good, with the server's words, and is not tried again by itself."""
    office.van.errors = {"b@example.com": DeliveryError("550 no such user")}
    office.queue()
    report = office.deliver()
    assert office.van.addresses == ["a@example.com", "c@example.com"]
    assert [(letter.recipient, letter.words) for letter in report.of("failed")] == [
        ("b@example.com", "550 no such user")
    ]
    assert not report.is_well
    assert office.deliver(timedelta(hours=1)).tried == ()


def test_what_is_refused_for_now_is_tried_again_after_longer_and_longer_pauses(office: Office) -> None:
    """5, 15, 45 minutes and so on; after the sixth try it has failed, with the last words."""
    office.van.errors = {"b@example.com": DeliveryError("451 come back later", temporary=True)}
    office.queue()
    assert office.deliver().of("deferred")[0].due == NOW + timedelta(minutes=5)
    early = office.deliver(timedelta(minutes=4))
    assert (early.tried, [letter.recipient for letter in early.delayed]) == ((), ["b@example.com"])
    pauses = []
    while report := office.deliver(timedelta(minutes=1)):
        (letter,) = report.tried or (None,)
        if letter and letter.state == "failed":
            break
        if letter and letter.due:
            pauses.append((letter.due - office.now) // timedelta(minutes=1))
    assert pauses == [15, 45, 135, 405]
    assert letter is not None
    assert (letter.tries, letter.words) == (6, "given up after 6 tries: 451 come back later")
    assert office.van.addresses == ["a@example.com", "c@example.com"]


def test_where_the_server_fails_the_others_wait_without_being_tried(office: Office) -> None:
    """Fifty time-outs in a row would hold up the run; a wrong password must not be tried fifty times."""
    office.van.errors = {f"{name}@example.com": DOWN for name in "abc"}
    office.queue()
    report = office.deliver()
    assert [(letter.tries, letter.words) for letter in report.of("deferred")] == [
        (1, "no route to the server"), (1, "no route to the server"), (0, "no route to the server"),
    ]  # fmt: skip
    office.van.errors = {}
    assert len(office.deliver(timedelta(minutes=5)).of("sent")) == 3


def test_a_recipient_at_whom_the_line_breaks_each_time_holds_up_nobody(office: Office) -> None:
    """It looks as if the server were down; the others have their turn all the same."""
    office.van.errors = {"a@example.com": DOWN}
    office.queue()
    office.deliver()
    assert office.van.addresses == ["b@example.com", "c@example.com"]


def test_what_has_failed_is_told_until_the_next_day(office: Office) -> None:
    """A run may have been cut off before it could say so; the day after is another edition's."""
    office.van.errors = {"b@example.com": DeliveryError("550 no such user")}
    office.queue()
    office.deliver()
    assert [letter.recipient for letter in office.deliver().delayed] == ["b@example.com"]
    tomorrow = replace(EDITION, day=DAY + timedelta(days=1))
    office.records.record(tomorrow, at=NOW)
    office.van.errors = {}
    office.queue(tomorrow)
    assert office.deliver().is_well


def test_what_was_never_taken_is_written_anew_once_its_settings_are_mended(office: Office) -> None:
    """A wrong sender, an attachment that is too large: the same mail, with other bytes."""
    office.van.errors = {"b@example.com": DeliveryError("552 too large")}
    office.queue()
    office.deliver()
    office.mail = replace(MAIL, sender="Night desk <desk@example.org>")
    office.van.errors = {}
    desk = post.Desk(office.mail, READERS)
    office.records.queue([*post.letters(EDITION, desk, office.records, now=office.now, mended=True)])
    (letter,) = office.deliver().of("sent")
    sent = office.van.taken[-1]
    assert (letter.recipient, b"Night desk" in sent.data) == ("b@example.com", True)


def test_a_later_revision_takes_the_place_of_what_has_not_left(office: Office) -> None:
    """Nobody gets two editions of a day; a draft stays one."""
    office.queue(state="held")
    changed = replace(EDITION, pages={"text": "y\n"})
    changed = replace(changed, revision=office.records.record(changed, at=NOW))
    office.queue(changed)
    states = [(letter.revision, letter.state) for letter in office.records.letters("daily")]
    assert states == [(1, "dropped")] * 3 + [(2, "held")] * 3


@pytest.mark.parametrize("off", [timedelta(days=30), timedelta(days=-2)])
def test_a_clock_that_was_wrong_sends_no_old_mail(office: Office, off: timedelta) -> None:
    """A mail queued a month from now, or long ago, stays where it is once the clock is right, and says so."""
    office.now += off
    office.van.errors = {f"{name}@example.com": DOWN for name in "abc"}
    office.queue()
    office.deliver()
    office.van.errors = {}
    assert {letter.state for letter in office.deliver(-off).tried} == {"failed"}
    assert office.van.taken == []


def test_a_day_that_a_wrong_clock_had_too_early_is_sent_when_it_comes(office: Office) -> None:
    """What a reader got of it too early does not count, unless it is the same; who asked for it early has had it."""

    def publish(days: int, text: str) -> list[tuple[int, int]]:
        """Record and send an edition of so many days later; return day and revision of each mail that left."""
        edition = replace(EDITION, day=DAY + timedelta(days), pages={**EDITION.pages, "text": text})
        office.queue(replace(edition, revision=office.records.record(edition, at=office.now)))
        office.van.taken.clear()
        office.deliver()
        return [(letter.day.day, letter.revision) for letter in office.van.taken]

    office.now += timedelta(3)
    assert publish(3, "too early") == [(25, 1)] * 3
    office.now -= timedelta(2)
    assert publish(1, "in time") == [(23, 1)] * 3
    office.now += timedelta(2)
    assert publish(3, "too early") == []
    assert publish(3, "in time") == [(25, 2)] * 3
    assert publish(3, "mended") == []
    assert publish(6, "asked for") == [(28, 1)] * 3
    office.now += timedelta(1)
    assert publish(4, "in time") == [(26, 1)] * 3
    office.now += timedelta(2)
    assert publish(6, "in time") == []


def test_what_is_uncertain_is_held_and_reported_until_someone_decides(office: Office) -> None:
    """It may have arrived: by default it never goes again by itself."""
    office.van = Van({"b@example.com": DeliveryError("no answer", uncertain=True)}, late=True)
    office.queue()
    first = office.deliver()
    office.van.errors = {}
    second = office.deliver(timedelta(days=3))
    assert (
        [letter.words for letter in first.uncertain] == [letter.words for letter in second.uncertain] == ["no answer"]
    )
    assert (second.tried, second.is_well) == ((), False)


def test_or_it_is_sent_again_just_as_it_was(office: Office) -> None:
    """With on_unknown = "resend": the same bytes under the same Message-ID, after a pause, and not for ever."""
    office.mail = replace(MAIL, on_unknown="resend")
    office.van = Van({"b@example.com": DeliveryError("no answer", uncertain=True)}, late=True)
    office.queue()
    office.deliver()
    office.van.errors = {}
    assert office.deliver().tried == ()
    report = office.deliver(timedelta(minutes=5))
    assert [letter.recipient for letter in report.of("sent")] == ["b@example.com"]
    office.van.errors = {address: DeliveryError("no answer", uncertain=True) for address in ("a@example.com",)}
    office.queue(again=True)
    tried = sum(len(office.deliver(timedelta(hours=1)).tried) for _ in range(24))
    assert office.state_of("a@example.com") == "uncertain"
    assert tried == 2 + 5  # the two others once; the sixth try would come after max_lateness


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, MemoryError])
@pytest.mark.parametrize("late", [False, True])
def test_a_run_that_ends_on_the_way_leaves_the_truth(office: Office, end: type[BaseException], *, late: bool) -> None:
    """Before the message could arrive nothing was sent; after that nobody knows. The next run goes on with the rest."""
    office.van = Van({"b@example.com": end()}, late=late)
    office.queue()
    with pytest.raises(end):
        office.deliver()
    office.van.errors = {}
    report = office.deliver()
    assert [letter.words for letter in report.uncertain] == ["a run ended while it was being handed over"] * late
    assert office.van.addresses == ["a@example.com", *(() if late else ("b@example.com",)), "c@example.com"]


class Interrupted(Van):
    """A deliverer during whose every delivery somebody presses Ctrl-C."""

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Take the letter all the same."""
        handing_over()
        os.kill(os.getpid(), signal.SIGINT)
        self.taken.append(letter)


def test_a_signal_waits_until_the_letter_on_its_way_is_noted(office: Office) -> None:
    """Whoever ends the program ends it between two letters."""
    office.van = Interrupted()
    office.queue()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            office.deliver()
    finally:
        signal.signal(signal.SIGINT, before)
    assert office.van.addresses == ["a@example.com"]
    assert [office.state_of(address) for address in ("a@example.com", "b@example.com")] == ["sent", "queued"]


def test_nothing_goes_out_later_than_mails_may(office: Office) -> None:
    """An old copy of the state was put back, or a server was down for long: old editions stay where they are."""
    office.queue()
    report = office.deliver(timedelta(hours=12, seconds=1))
    assert office.van.taken == []
    assert {letter.words for letter in report.of("failed")} == {"not sent within 12 hours (mail.max_lateness)"}


def test_what_is_held_waits_until_it_is_released(office: Office) -> None:
    """However long: it is in the report, and nowhere else."""
    office.queue(state="held")
    report = office.deliver(timedelta(days=2))
    assert ([letter.state for letter in report.waiting], office.van.taken) == (["held"] * 3, [])
    assert report.is_well
    for letter in report.waiting:
        office.records.mark(post.afresh(letter, office.now))
    assert len(office.deliver().of("sent")) == 3


def test_a_recipient_that_is_no_address_fails_alone_and_is_written_anew(office: Office) -> None:
    """It is reported with a remedy; the others get theirs, and so does it once it is mended."""
    readers = tuple(map(Recipient, ("a@example.com\r\nBcc: x@example.com", "b@example.com")))
    desk = post.Desk(MAIL, readers)
    office.records.queue([*post.letters(EDITION, desk, office.records, now=NOW)])
    report = office.deliver()
    assert office.van.addresses == ["b@example.com"]
    (failed,) = report.of("failed")
    assert "is not a mail address" in failed.words
    assert [one.recipient for one in post.letters(EDITION, desk, office.records, now=NOW)] == [failed.recipient]


def test_editions_of_one_briefing_hang_together(office: Office) -> None:
    """With `thread`, a letter answers the last one that went to the same recipient."""
    office.mail = replace(MAIL, thread=True)
    office.queue()
    office.deliver()
    tomorrow = replace(EDITION, day=DAY + timedelta(days=1))
    office.records.record(tomorrow, at=NOW)
    office.now += timedelta(days=1)
    office.queue(tomorrow)
    office.deliver()
    for first, second in zip(office.van.taken[:3], office.van.taken[3:], strict=True):
        assert message_from_bytes(second.data, policy=policy.default)["In-Reply-To"] == first.message_id


def test_bytes_are_let_go_of_a_month_after(office: Office) -> None:
    """The outbox does not grow for ever; what was not sent keeps its bytes."""
    office.van.errors = {"b@example.com": DeliveryError("550 no such user")}
    office.queue()
    office.deliver()
    office.records.record(replace(EDITION, day=date(2027, 1, 1)), at=NOW + timedelta(days=31))
    kept = [bool(office.records.letter(one.number).data) for one in office.records.letters("daily")]
    assert kept == [False, True, False]


def test_what_cannot_be_noted_is_not_sent(tmp_path: Path) -> None:
    """No record, no letter: of an edition that is not there, nothing can be queued."""
    with pytest.raises(RecordsError), opened(tmp_path) as empty:
        Office(empty, Van()).queue()
