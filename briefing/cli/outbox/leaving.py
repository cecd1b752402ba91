"""Letters leave the outbox by hand: what the commands that send have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from briefing.cli.edition import report, way
from briefing.cli.editions.archive import Archive
from briefing.cli.outbox.choosing import Choice
from briefing.cli.request import now
from briefing.errors import BriefingError
from briefing.model import Letter
from briefing.post import Report
from briefing.records.state import State

QUIET = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")


@contextmanager
def at_work(archive: Archive) -> Iterator[State]:
    """Give the state to write to, under its lock; raises BriefingError where there is none."""
    from briefing.records.lock import held
    from briefing.records.state import opened

    archive.ask(lambda _: None)
    with held(archive.folder, now=now(archive.settings)), opened(archive.folder) as records:
        for problem in records.move():
            click.echo(f"briefing: {problem}", err=True)
        yield records


def sent_now(archive: Archive, choice: Choice | None, *, quiet: bool) -> int:
    """Put the letters of the choice back into the queue, and deliver all that is due; return the exit code."""
    from briefing import post

    out = way(archive.settings)
    with at_work(archive) as records:
        letters = choice.of(records, archive.settings.name) if choice else ()
        whole = [with_bytes(_whole(letter, records)) for letter in letters]
        for letter in whole:
            records.mark(post.afresh(letter, out.clock()))
        mails = post.deliver(archive.settings.name, out.room(records))
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
        click.echo(f"{letter.recipient}: edition of {letter.day} sent", err=True)
    if not mails.tried:
        coming = min((letter.due for letter in mails.waiting if letter.due), default=None)
        more = f"; the next one at {coming:%Y-%m-%d %H:%M}" if coming else ""
        click.echo(f"no mail is due{more}", err=True)
