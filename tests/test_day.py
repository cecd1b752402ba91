"""What cron runs: once a day, however often it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing import day
from briefing.day import Made
from briefing.deliverers.files import EmlFolder
from briefing.errors import BriefingError, DeliveryError, LockHeld, RecordsError, SourceError
from briefing.model import Article, Edition, Problem
from briefing.plugins import Deliverer
from briefing.records.lock import held
from briefing.records.state import opened, remembered
from briefing.records.status import last
from briefing.settings import Mail

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
EDITION = Edition("daily", date(2026, 11, 22), "Morning briefing", {"md": "# x\n", "text": "x\n"})
ARTICLE = Article("The ministers met on Sunday.\n")
MAIL = Mail(sender="desk@example.org", recipients=("a@example.com", "b@example.com"))
MADE = Made(EDITION, (ARTICLE,))


@dataclass(frozen=True)
class Place:
    """A state and an outgoing folder, and runs in them."""

    state: Path
    outgoing: Path

    def run(
        self, made: Made = MADE, *, mail: Mail = MAIL, deliverer: Deliverer | None = None, now: datetime = NOW
    ) -> day.Outcome:
        """One run that makes what is given."""
        return day.run(self.state, lambda: made, mail=mail, deliverer=deliverer or EmlFolder(self.outgoing), now=now)

    def mails(self) -> list[EmailMessage]:
        """What was delivered."""
        paths = sorted(self.outgoing.iterdir()) if self.outgoing.exists() else []
        return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty place."""
    return Place(tmp_path / "state", tmp_path / "outgoing")


def test_a_run_records_keeps_and_sends(place: Place) -> None:
    """The edition and its articles are in the state, a mail for each recipient is out, the status says so."""
    outcome = place.run()
    assert outcome.is_well
    assert outcome.edition == replace(EDITION, revision=1)
    assert sorted(str(mail["To"]) for mail in place.mails()) == ["a@example.com", "b@example.com"]
    with opened(place.state) as records:
        assert records.edition("daily") == outcome.edition
        assert records.stored(ARTICLE.sha256) == ARTICLE.text
    assert last(place.state) == {
        "last_success": {
            "at": "2026-11-22T07:00:00+00:00", "day": "2026-11-22", "revision": 1, "articles": 1, "sent": 2,
            "already_sent": 0, "refused": 0, "uncertain": 0, "new_problems": 0,
        }
    }  # fmt: skip


def test_called_twice_on_one_day_it_sends_once(place: Place) -> None:
    """Even when the articles have changed: the new revision is recorded, and mailed only when asked for."""
    sent: list[str] = []
    counter: Callable[[EmailMessage], None] = lambda message: sent.append(message["To"])  # noqa: E731
    place.run(deliverer=counter)
    again = place.run(deliverer=counter)
    changed = place.run(Made(replace(EDITION, pages={"text": "y\n"})), deliverer=counter)
    assert sent == ["a@example.com", "b@example.com"]
    assert (again.edition.revision, changed.edition.revision) == (1, 2)
    assert again.is_well
    assert changed.is_well
    assert place.run(Made(replace(EDITION, day=date(2026, 11, 23))), deliverer=counter).is_well
    assert len(sent) == 4


def test_a_second_run_at_the_same_time_is_turned_away(place: Place) -> None:
    """It makes nothing, sends nothing and leaves the status to the one that runs."""
    with held(place.state, now=NOW), pytest.raises(LockHeld, match="another run holds the lock"):
        place.run()
    assert place.mails() == []
    assert last(place.state) == {}


def test_without_recipients_it_records(place: Place) -> None:
    """A briefing need not be mailed."""
    assert place.run(mail=Mail()).is_well
    assert place.mails() == []
    assert last(place.state)["last_success"]["sent"] == 0


def test_a_problem_is_told_once(place: Place) -> None:
    """It stays on the page; it is news only the first time."""
    problem = Problem("a.txt", "is empty")
    with_problem = replace(MADE, problems=(problem,))
    told = [place.run(made).new_problems for made in (with_problem, with_problem, MADE, with_problem)]
    assert told == [(problem,), (), (), (problem,)]
    assert last(place.state)["last_success"]["new_problems"] == 1


def test_a_refused_mail_is_a_failure_with_its_count(place: Place) -> None:
    """The last success stays in the status; the next run delivers what is missing."""
    place.run(Made(replace(EDITION, day=date(2026, 11, 21))))

    def closed(message: EmailMessage) -> None:
        raise DeliveryError("no route to the server", temporary=True)

    outcome = place.run(deliverer=closed)
    assert not outcome.is_well
    assert [delivery.words for delivery in outcome.report.refused] == ["no route to the server"] * 2
    assert last(place.state)["last_success"]["day"] == "2026-11-21"
    assert last(place.state)["last_failure"]["refused"] == 2
    assert len(place.run().report.sent) == 2


@pytest.mark.parametrize(
    ("error", "told"),
    [(SourceError("/news: no such folder"), "/news: no such folder"), (KeyboardInterrupt(), "KeyboardInterrupt")],
)
def test_a_run_that_ends_early_leaves_word(place: Place, error: BaseException, told: str) -> None:
    """Whatever ended it; the lock is free again."""

    def make() -> Made:
        raise error

    with pytest.raises(type(error)):
        day.run(place.state, make, mail=MAIL, deliverer=EmlFolder(place.outgoing), now=NOW)
    assert last(place.state) == {"last_failure": {"at": "2026-11-22T07:00:00+00:00", "what": told}}
    assert place.run().is_well


def test_an_edition_is_made_when_it_is_recorded_and_its_files_are_copies(place: Place) -> None:
    """They are written after, from what is in the records, and again by every run."""
    seen: list[tuple[int, bool]] = []

    def copy(edition: Edition) -> None:
        seen.append((edition.revision, remembered(place.state, "daily", date(2026, 11, 23)).last == edition.day))

    made = replace(MADE, copy=copy)
    assert place.run(made).is_well
    assert place.run(made).is_well
    assert seen == [(1, True), (1, True)]


def test_files_that_cannot_be_written_do_not_keep_the_mail_from_going(place: Place) -> None:
    """The edition is recorded and sent; the failure is told, and stands in the status."""

    def full(edition: Edition) -> None:
        raise BriefingError("/pages/2026-11-22.md: cannot be written: No space left on device")

    outcome = place.run(replace(MADE, copy=full))
    assert not outcome.is_well
    assert len(place.mails()) == 2
    failure = last(place.state)["last_failure"]
    assert (failure["sent"], failure["what"]) == (2, str(outcome.failure))
    assert "last_success" not in last(place.state)


def test_a_damaged_state_sends_nothing(place: Place) -> None:
    """What was sent cannot be known, so nothing is; the error says what to do."""
    place.run()
    (place.state / "state.sqlite").write_bytes(b"")
    with pytest.raises(RecordsError, match="is empty; put back a copy"):
        place.run(Made(replace(EDITION, day=date(2026, 11, 23))))
    assert len(place.mails()) == 2


def test_the_first_error_is_told_where_even_the_status_cannot_be_written(place: Place) -> None:
    """A folder in its place, say."""
    place.state.mkdir()
    (place.state / "status.json").mkdir()
    (place.state / "state.sqlite").write_bytes(b"")
    with pytest.raises(RecordsError, match=r"state\.sqlite: is empty"):
        place.run()
