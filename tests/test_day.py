"""What cron runs: once a day, however often it is called, and word left of how it went."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefing.day.errand import Errand, Outcome
from briefing.day.record import Made, Way
from briefing.day.run import run
from briefing.deliverers.files import EmlFolder
from briefing.errors import BriefingError, DeliveryError, RecordsError, SettingsError, SourceError
from briefing.interrupts import OutOfTime
from briefing.model import Article, Edition, Letter, Problem, Recipient
from briefing.model.collecting import Polled
from briefing.plugins import Deliverer
from briefing.post import Desk
from briefing.records.log import kept
from briefing.records.state import State, opened, remembered
from briefing.records.status import last
from briefing.settings import Mail

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
EDITION = Edition("daily", date(2026, 11, 22), "Morning briefing", {"md": "# x\n", "text": "x\n", "mail": "<p>x</p>"})
ARTICLE = Article("The ministers met on Sunday.\n")
MAIL = Mail(sender="desk@example.org")
READERS = (Recipient("a@example.com"), Recipient("b@example.com"))
MADE = Made(EDITION, (ARTICLE,))
TOMORROW = replace(MADE, edition=replace(EDITION, day=date(2026, 11, 23)))
COUNTS = {"articles": 1, "statements": 0, "problems": 0}


def closed(letter: Letter, handing_over: Callable[[], None]) -> None:
    """A server that nobody can reach."""
    raise DeliveryError("no route to the server", temporary=True)


@dataclass(frozen=True)
class Van:
    """A way out that is a function."""

    take: Callable[[Letter, Callable[[], None]], None]

    def __call__(self, letter: Letter, handing_over: Callable[[], None]) -> None:
        """Take the letter."""
        self.take(letter, handing_over)

    def close(self) -> None:
        """Nothing is kept open."""


@dataclass
class Place:
    """A state, an outgoing folder and a clock, and runs in them."""

    state: Path
    outgoing: Path
    now: datetime = NOW
    desk: Desk = field(default_factory=lambda: Desk(MAIL, READERS))

    def run(self, made: Made | None = MADE, *, van: Deliverer | None = None, **more: Any) -> Outcome:
        """One run that makes what is given, if anything."""

        def make() -> Made:
            assert made
            return made

        more = {"make": make if made else None, **more}
        return run(self.state, Errand("daily", lambda: self.way(van), **more), lambda: self.now)

    def way(self, van: Deliverer | None) -> Way:
        """How letters go."""
        return Way(self.desk, van or EmlFolder(self.outgoing), lambda: self.now)

    def mails(self) -> list[EmailMessage]:
        """What was delivered."""
        paths = sorted(self.outgoing.iterdir()) if self.outgoing.exists() else []
        return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]

    def status(self, what: str) -> dict[str, Any]:
        """An entry of the status, but for how long it took."""
        entry = dict(last(self.state)[what])
        assert entry.pop("duration") >= 0
        return entry


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty place."""
    return Place(tmp_path / "state", tmp_path / "outgoing")


def test_a_run_records_keeps_and_sends(place: Place) -> None:
    """The edition and its articles are in the state, a mail for each recipient is out, the status says so."""
    outcome = place.run()
    assert outcome == Outcome(replace(EDITION, revision=1), outcome.report)
    assert outcome.is_well
    assert sorted(str(mail["To"]) for mail in place.mails()) == ["a@example.com", "b@example.com"]
    with opened(place.state) as records:
        assert records.edition("daily") == outcome.edition
        assert records.stored(ARTICLE.sha256) == ARTICLE.text
    about = {"at": "2026-11-22T07:00:00+00:00", "day": "2026-11-22", "revision": 1, **COUNTS}
    assert place.status("last_edition") == about
    assert place.status("last_success") == {**about, "sent": 2, "deferred": 0, "failed": 0, "uncertain": 0}
    assert "last_failure" not in last(place.state)


def test_called_twice_on_one_day_it_sends_once(place: Place) -> None:
    """Even when the articles have changed: the new revision is recorded, and mailed only when asked for."""
    sent: list[str] = []
    van = Van(lambda letter, handing_over: sent.append(letter.recipient))
    place.run(van=van)
    again = place.run(van=van)
    changed = place.run(replace(MADE, edition=replace(EDITION, title="Another")), van=van)
    assert sent == ["a@example.com", "b@example.com"]
    assert [outcome.edition and outcome.edition.revision for outcome in (again, changed)] == [1, 2]
    assert again.is_well
    assert changed.is_well
    assert place.run(TOMORROW, van=van).is_well
    assert len(sent) == 4


def test_without_recipients_it_records(place: Place) -> None:
    """A briefing need not be mailed."""
    place.desk = Desk(Mail())
    assert place.run().is_well
    assert place.mails() == []
    assert place.status("last_success")["sent"] == 0


def test_who_has_nothing_to_be_told_gets_no_letter(place: Place) -> None:
    """The edition is recorded all the same; the day's next revision goes to them, once there is something in it."""
    quiet = replace(MADE, pages=lambda edition, reader: edition.pages if reader == READERS[0] else None)
    assert place.run(quiet).edition == replace(EDITION, revision=1)
    assert [str(mail["To"]) for mail in place.mails()] == ["a@example.com"]
    assert place.status("last_success")["sent"] == 1
    assert [letter.recipient for letter in place.run().report.of("sent")] == ["b@example.com"]


def test_a_draft_is_held(place: Place) -> None:
    """Its letters wait for somebody to release them, while those that were queued before still go."""
    place.run(van=Van(closed))
    place.now += timedelta(minutes=5)
    place.desk = replace(place.desk, state="held")
    outcome = place.run(TOMORROW)
    assert [letter.day for letter in outcome.report.of("sent")] == [EDITION.day] * 2
    with opened(place.state) as records:
        assert [letter.day for letter in records.letters("daily", states=("held",))] == [TOMORROW.edition.day] * 2


def test_a_problem_is_told_once(place: Place) -> None:
    """It stays on the page and in the counts; it is news only the first time."""
    problem = Problem("a.txt", "is empty")
    with_problem = replace(MADE, problems=(problem,))
    told = [place.run(made).new_problems for made in (with_problem, with_problem, MADE, with_problem)]
    assert told == [(problem,), (), (), (problem,)]
    assert place.status("last_success")["problems"] == 1


def test_a_deferred_mail_is_a_failure_that_a_later_run_makes_up_for(place: Place) -> None:
    """The last success stays in the status; a run with nothing to make sends what waits, once it is time."""
    yesterday = replace(MADE, edition=replace(EDITION, day=date(2026, 11, 21)))
    place.run(yesterday)
    assert not place.run(van=Van(closed)).is_well
    assert place.status("last_success")["day"] == "2026-11-21"
    failure = place.status("last_failure")
    assert (failure["day"], failure["sent"], failure["deferred"]) == ("2026-11-22", 0, 2)
    assert failure["what"] == "a@example.com and 1 more: deferred: no route to the server"
    place.now += timedelta(minutes=5)
    outcome = place.run(None)
    assert (outcome.edition, len(outcome.report.of("sent"))) == (None, 2)
    success = place.status("last_success")
    assert (success["at"], success["day"], success["revision"]) == ("2026-11-22T07:05:00+00:00", "2026-11-22", 1)
    assert success["sent"] == 2
    assert place.status("last_edition")["at"] == "2026-11-22T07:00:00+00:00"


def _fails(error: BaseException) -> Callable[[], Made]:
    def make() -> Made:
        raise error

    return make


def test_what_ends_a_run_early_is_its_outcome(place: Place) -> None:
    """With the exit code of what went wrong, in the outcome and in the status; the next run does its work."""
    error = SourceError("/news: no such folder")
    outcome = place.run(make=_fails(error))
    assert (outcome.edition, outcome.failures) == (None, (error,))
    failure = place.status("last_failure")
    assert (failure["at"], failure["what"]) == ("2026-11-22T07:00:00+00:00", str(error))
    assert "day" not in failure
    assert place.run().is_well


def test_mail_settings_that_cannot_be_used_end_a_run_before_it_asks_a_server(place: Place) -> None:
    """They are told like whatever else goes wrong."""

    def way() -> Way:
        raise SettingsError("mail.host: is missing")

    errand = Errand("daily", way, make=_fails(AssertionError("built all the same")))
    assert run(place.state, errand, lambda: NOW).failures[0].exit_code == 78


def test_the_same_failure_of_the_same_due_time_is_known(place: Place) -> None:
    """Until it says something else, another edition is due, or a run has gone well in between."""
    missing, denied = _fails(SourceError("/news: no such folder")), _fails(SourceError("/news: not yours"))
    known: list[bool] = []
    for hours, due, make in (
        (0, NOW, missing), (1, NOW, missing), (2, NOW, denied), (3, NOW, missing), (4, NOW, missing),
        (24, NOW + timedelta(days=1), missing), (25, NOW + timedelta(days=1), missing),
    ):  # fmt: skip
        place.now = NOW + timedelta(hours=hours)
        known.append(place.run(due=due, make=make).is_known)
    assert known == [False, True, False, False, True, False, True]
    place.now += timedelta(hours=1)
    assert place.run(due=NOW + timedelta(days=1)).is_well
    place.now += timedelta(hours=1)
    assert not place.run(due=NOW + timedelta(days=1), make=missing).is_known
    assert not place.run(make=missing).is_known  # called by hand


def test_a_mail_put_off_again_in_the_same_words_is_known(place: Place) -> None:
    """Only when it is tried next differs; when it is given up, that is told."""
    known: list[bool] = []
    for minutes in (0, 5, 20, 65, 200, 605):
        place.now = NOW + timedelta(minutes=minutes)
        known.append(place.run(MADE if not minutes else None, due=NOW, van=Van(closed)).is_known)
    assert known == [False, True, True, True, True, False]
    assert "given up after 6 tries" in place.status("last_failure")["what"]


def test_of_a_dead_server_the_status_says_one_thing(place: Place) -> None:
    """Not one a reader; and it stays the same where not all of them were tried at the same times."""
    place.desk = Desk(MAIL, tuple(Recipient(f"{number}@example.com") for number in range(500)))
    place.run(van=Van(closed), due=NOW)
    assert place.status("last_failure")["what"] == "0@example.com and 499 more: deferred: no route to the server"
    with opened(place.state) as records:
        first = records.letters("daily")[0]
        records.mark(replace(first, due=NOW + timedelta(hours=1)))
    place.now += timedelta(minutes=5)
    assert place.run(None, van=Van(closed), due=NOW).is_known


def test_an_edition_is_made_when_it_is_recorded_and_its_files_are_copies(place: Place) -> None:
    """They are written after, from what is in the records, and again by every run."""
    seen: list[tuple[int, bool]] = []

    def copy(edition: Edition) -> None:
        seen.append((edition.revision, remembered(place.state, "daily", date(2026, 11, 23)).last == edition.day))

    made = replace(MADE, copy=copy)
    assert place.run(made).is_well
    assert place.run(made).is_well
    assert seen == [(1, True), (1, True)]


def test_neither_files_nor_archive_keep_the_mail_from_going(place: Place) -> None:
    """The archive is kept once the mail has left; both failures are told, and stand in the status."""
    order: list[str] = []

    def full(edition: Edition) -> None:
        raise BriefingError("/pages/2026-11-22.md: cannot be written: No space left on device")

    def keep(state: State) -> None:
        order.append(f"archive of {len(state.entries('daily'))}")
        raise BriefingError("/site/index.html: is in the way")

    van = Van(lambda letter, handing_over: order.append("letter"))
    outcome = place.run(replace(MADE, copy=full), van=van, keep=keep)
    assert order == ["letter", "letter", "archive of 1"]
    assert not outcome.is_well
    failure = place.status("last_failure")
    assert (failure["sent"], failure["what"]) == (2, "; ".join(map(str, outcome.failures)))
    assert "is in the way" in failure["what"]
    assert place.status("last_edition")["revision"] == 1
    assert "last_success" not in last(place.state)


def test_a_damaged_state_sends_nothing(place: Place) -> None:
    """What was sent cannot be known, so nothing is; the error says what to do."""
    place.run()
    (place.state / "state.sqlite").write_bytes(b"")
    (failure,) = place.run(TOMORROW).failures
    assert isinstance(failure, RecordsError)
    assert "is empty; put back a copy" in str(failure)
    assert len(place.mails()) == 2


def test_a_status_that_cannot_be_written_does_not_keep_the_mail_from_going(place: Place) -> None:
    """A folder in its place, say; the first error is the first one told."""
    (place.state / "status.json").mkdir(parents=True)
    outcome = place.run()
    assert len(place.mails()) == 2
    (failure,) = outcome.failures  # though it is tried before the mails and after them
    assert "status.json: cannot be written" in str(failure)
    (place.state / "state.sqlite").write_bytes(b"")
    assert "state.sqlite: is empty" in str(place.run().failures[0])


def test_a_damaged_status_does_not_end_a_run_that_has_sent(place: Place) -> None:
    """It tells no edition; the run, which makes none either, leaves its own word."""
    place.run()
    (place.state / "status.json").write_text('{"last_edition": 5}', encoding="utf-8")
    assert place.run(None).is_well
    assert place.status("last_success")["sent"] == 0


def test_a_run_out_of_time_ends_with_nothing_half_done(place: Place) -> None:
    """The letter that is being handed over is handed over whole; what was not begun is in the outbox."""
    taken: list[str] = []

    def slow(letter: Letter, handing_over: Callable[[], None]) -> None:
        handing_over()
        os.kill(os.getpid(), signal.SIGALRM)
        taken.append(letter.recipient)

    before = signal.getsignal(signal.SIGALRM)
    outcome = place.run(van=Van(slow), limit="20 minutes")
    assert "was ended after 20 minutes" in str(outcome.failures[0])
    assert outcome.failures[0].exit_code == 1
    assert (taken, place.status("last_failure")["sent"]) == (["a@example.com"], 1)
    assert (signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)) == (before, (0.0, 0.0))
    assert [letter.recipient for letter in place.run(None).report.of("sent")] == ["b@example.com"]


def test_no_plugin_keeps_a_run_beyond_its_time(place: Place) -> None:
    """One that goes on after whatever goes wrong in it is ended all the same; where it was stands in the log."""

    def make() -> Made:
        try:
            os.kill(os.getpid(), signal.SIGALRM)
        except Exception:
            pytest.fail("it was caught as if it were the plugin's own")
        raise AssertionError("it went on")

    assert not issubclass(OutOfTime, Exception)
    with kept(place.state, "info", lambda: NOW) as log:
        assert "was ended after" in str(place.run(make=make, log=log).failures[0])
    assert ", in make\n" in (place.state / "log" / "briefing.log").read_text()


@pytest.mark.parametrize(("end", "what"), [(KeyboardInterrupt(), "interrupted"), (SystemExit(143), "terminated")])
def test_what_ends_the_program_leaves_word_and_is_passed_on(place: Place, end: BaseException, what: str) -> None:
    """So that it ends; what was sent until then is counted."""
    taken: list[str] = []

    def take(letter: Letter, handing_over: Callable[[], None]) -> None:
        if taken:
            raise end
        taken.append(letter.recipient)

    with pytest.raises(type(end)):
        place.run(van=Van(take))
    failure = place.status("last_failure")
    assert (failure["what"].partition(" ")[0], failure["sent"], failure["revision"]) == (what, 1, 1)


def test_a_fault_of_the_program_is_one_line_with_its_traceback_in_the_log(place: Place) -> None:
    """What the log does not say nobody can mend."""
    with kept(place.state, "info", lambda: NOW) as log:
        outcome = place.run(make=_fails(ZeroDivisionError("division by zero")), log=log)
    path = place.state / "log" / "briefing.log"
    assert str(outcome.failures[0]).startswith("ZeroDivisionError: division by zero; this is a fault of the program")
    assert str(path) in str(outcome.failures[0])
    assert "    Traceback (most recent call last):" in path.read_text()
    assert "_fails" not in str(outcome.failures[0])


def test_the_log_tells_the_whole_run(place: Place) -> None:
    """A line an event, with the time in the briefing's zone: what was collected, recorded, sent, and how it ended."""
    address = "https://example.org/feed.xml"
    made = replace(
        MADE,
        collected=(Polled(address, new=3, updated=1), Polled("https://example.net/", what="HTTP 500", remedy="wait")),
        problems=(Problem("a.txt", "is empty"),),
    )
    with kept(place.state, "info", lambda: place.now) as log:
        place.run(made, log=log, due=NOW)
        place.run(TOMORROW, log=log, van=Van(closed))
    path = place.state / "log" / "briefing.log"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lines = path.read_text().splitlines()
    assert all(line.startswith("2026-11-22T07:00:00+00:00 ") for line in lines)
    said = "\n".join(line.removeprefix("2026-11-22T07:00:00+00:00 ") for line in lines)
    for expected in (
        "for the edition due at 2026-11-22T07:00:00+00:00",
        f"INFO    {address}: 3 new, 1 changed",
        "WARNING https://example.net/: failed: HTTP 500",
        "INFO    recorded: day 2026-11-22, revision 1, articles 1, statements 0, problems 1",
        "WARNING a.txt: is empty",
        "INFO    letter 1 to a@example.com: sent",
        "WARNING letter 3 to a@example.com: deferred: no route to the server",
        "s, well\n",
    ):
        assert expected in said
    assert said.endswith("s, not well")
