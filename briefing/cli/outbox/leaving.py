"""Letters leave the outbox by hand: what the commands that send have in common."""

from __future__ import annotations

from briefing.cli.edition import report, sent, way
from briefing.cli.outbox.choosing import Choice
from briefing.cli.recorded import Recorded
from briefing.cli.saying import say
from briefing.errors import BriefingError
from briefing.model import Letter
from briefing.post import Report
from briefing.records.state import State


def sent_now(recorded: Recorded, choice: Choice | None, *, quiet: bool) -> int:
    """Put the letters of the choice back into the queue, and deliver all that is due; return the exit code."""
    from briefing import post

    out = way(recorded.settings)
    with recorded.at_work() as records:
        letters = choice.of(records, recorded.settings.name) if choice else ()
        whole = [with_bytes(_whole(letter, records)) for letter in letters]
        for letter in whole:
            records.mark(post.afresh(letter, out.clock()))
        mails = post.deliver(recorded.settings.name, out.room(records))
    if not quiet:
        _tell(mails)
    return report(mails, ())


def _whole(letter: Letter, records: State) -> Letter:
    return records.letter(letter.number) or letter


def with_bytes(letter: Letter) -> Letter:
    """Return the letter; raises BriefingError, with what to do, where its bytes are not there."""
    if letter.data:
        return letter
    if not letter.message_id:
        what = f"mail {letter.number} could not be written: {letter.words}"
        raise BriefingError(f"{what}; mend that in the settings, then: briefing send {letter.day}")
    what = f"mail {letter.number}, to {letter.recipient}, is not kept any more, only what became of it"
    raise BriefingError(f"{what}; briefing send {letter.day} --again writes it anew")


def _tell(mails: Report) -> None:
    for letter in mails.of("sent"):
        say(sent(letter), err=True)
    if not mails.tried:
        coming = min((letter.due for letter in mails.waiting if letter.due), default=None)
        more = f"; the next one at {coming:%Y-%m-%d %H:%M}" if coming else ""
        say(f"no mail is due{more}", err=True)
