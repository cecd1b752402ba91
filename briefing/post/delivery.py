"""Take the letters that are due from the outbox, hand each over once, and note what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefing.errors import DeliveryError
from briefing.interrupts import held_back
from briefing.model import Letter
from briefing.plugins import Deliverer, Records
from briefing.post.report import Report
from briefing.settings import Mail
from briefing.settings.durations import length

TRIES = 6
"""How often a letter is tried. The pauses between them add up to ten hours: greylisting ends within the first, a server
that is down over night after the last. By judgement; Postfix begins with 5 minutes, too."""

_FIRST_PAUSE = timedelta(minutes=5)
_LONGER = 3  # times as long is each further pause
_CUT_OFF = "a run ended while it was being handed over"


def unheard(letter: Letter) -> None:
    """Nobody wants to hear what became of a letter while others are on their way."""


@dataclass(frozen=True, slots=True)
class Mailroom:
    """What delivering takes: the outbox, the way out, what to do in doubt, the time; `tell` hears of each letter."""

    mail: Mail
    records: Records
    deliverer: Deliverer
    clock: Callable[[], datetime]
    tell: Callable[[Letter], None] = unheard


def deliver(name: str, room: Mailroom) -> Report:
    """Hand over every letter of a briefing that is due, and return what became of them.

    One bad recipient does not hold up the rest; where the server itself fails, the others wait without being tried.
    Those that have failed for the latest day wait, too: for somebody. Raises RecordsError where the outcome cannot be
    noted: then nothing more is sent.
    """
    _take_up(name, room)
    tried = tuple(_round(name, room))
    numbers = {letter.number for letter in tried}
    waiting = room.records.letters(name, states=("held", "queued", "deferred", "failed", "uncertain"))
    latest = max((letter.day for letter in room.records.letters(name)), default=None)
    wanted = (letter for letter in waiting if letter.state != "failed" or letter.day == latest)
    return Report(tried, tuple(letter for letter in wanted if letter.number not in numbers))


def _take_up(name: str, room: Mailroom) -> None:
    """Nobody can say any more what became of a letter whose run ended on the way."""
    for letter in room.records.letters(name, states=("sending",)):
        _marked(replace(letter, state="uncertain", words=_CUT_OFF), room)


def _round(name: str, room: Mailroom) -> Iterator[Letter]:
    """Those tried least come first: who is behind a letter that breaks the line each time gets a turn before it."""
    troubles: list[DeliveryError] = []
    letters = room.records.letters(name, states=("queued", "deferred", "uncertain"))
    try:
        for letter in sorted(letters, key=lambda one: (one.tries, one.number)):
            if letter.state != "uncertain" and is_late(letter, room):
                yield _marked(_too_late(letter, room), room)
            elif not _is_due(letter, room):
                continue
            elif _is_hopeless(troubles):
                yield _marked(_not_tried(letter, troubles[-1], room.clock()), room)
            else:
                yield _tried(letter, room, troubles)
    finally:
        room.deliverer.close()


def _is_hopeless(troubles: list[DeliveryError]) -> bool:
    """Whether the server is to be left alone for this round.

    Two letters in a row must have met it: one may be what the server breaks off at. Where the first has become
    uncertain, a second one is not risked.
    """
    return len(troubles) > 1 or any(trouble.uncertain for trouble in troubles)


def _is_due(letter: Letter, room: Mailroom) -> bool:
    """Whether it is time; what is uncertain has its time only where it is to be sent again, which is not for ever."""
    if letter.state != "uncertain":
        # A due moment far off was counted by a clock that has been put right since.
        return letter.due is None or not timedelta(0) < letter.due - room.clock() <= pause(TRIES)
    may_go_again = room.mail.on_unknown == "resend" and letter.tries < TRIES and not is_late(letter, room)
    return may_go_again and letter.at + pause(letter.tries) <= room.clock()


def is_late(letter: Letter, room: Mailroom) -> bool:
    """Whether the letter has waited for longer than mails may: perhaps in a copy of the state that was put back.

    How long one has waited that was queued tomorrow, nobody can say: the clock has been put right since.
    """
    waited = room.clock() - letter.queued
    return waited > length(room.mail.max_lateness) or waited < -timedelta(days=1)


def _too_late(letter: Letter, room: Mailroom) -> Letter:
    last = f"; the last try: {letter.words}" if letter.words else ""
    words = f"not sent within {room.mail.max_lateness} (mail.max_lateness){last}"
    return replace(letter, state="failed", words=words, due=None)


def _tried(letter: Letter, room: Mailroom, troubles: list[DeliveryError]) -> Letter:
    """Try the letter, and return what became of it; `troubles` are those of the server in a row."""
    with held_back():
        try:
            _hand_over(letter, room)
        except DeliveryError as error:
            troubles[:] = [*troubles, error] if error.general else []
            return _marked(_refused(letter, error, room.clock()), room)
        troubles.clear()
        return _marked(replace(letter, state="sent", words="", tries=letter.tries + 1, due=None), room)


def _not_tried(letter: Letter, trouble: DeliveryError, now: datetime) -> Letter:
    """Put a letter off that had no turn: it does not count as a try."""
    words = f"not tried after that: {trouble}" if trouble.uncertain else str(trouble)
    return replace(letter, state="deferred", words=words, due=now + pause(letter.tries))


def _hand_over(letter: Letter, room: Mailroom) -> None:
    """Deliver the letter's bytes. Marked as sending right before: a run that ends then leaves a trace."""
    stored = room.records.letter(letter.number)
    if stored is None or not stored.data:
        anew = f"its bytes are no longer kept; write it anew with briefing send {letter.day} --again"
        raise DeliveryError(letter.words or anew)
    sending = replace(letter, state="sending", words="", tries=letter.tries + 1)
    room.deliverer(stored, lambda: room.records.mark(replace(sending, at=room.clock())))


def _refused(letter: Letter, error: DeliveryError, now: datetime) -> Letter:
    if error.uncertain:
        return replace(letter, state="uncertain", words=str(error), tries=letter.tries + 1, due=None)
    if error.temporary or error.general:
        return _put_off(letter, str(error), now)
    return replace(letter, state="failed", words=str(error), tries=letter.tries + 1, due=None)


def _put_off(letter: Letter, words: str, now: datetime) -> Letter:
    """The next try is three times as far off as the one before, until there have been enough."""
    tries = letter.tries + 1
    if tries >= TRIES:
        return replace(letter, state="failed", words=f"given up after {tries} tries: {words}", tries=tries, due=None)
    return replace(letter, state="deferred", words=words, tries=tries, due=now + pause(tries))


def pause(tries: int) -> timedelta:
    """Return how long to wait before the next try after so many."""
    return _FIRST_PAUSE * int(_LONGER ** (max(tries, 1) - 1))


def _marked(letter: Letter, room: Mailroom) -> Letter:
    done = replace(letter, at=room.clock())
    room.records.mark(done)
    room.tell(done)
    return done
