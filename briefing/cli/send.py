"""`briefing send`: mail an edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from briefing.cli.request import DAY, FILE, NO_CACHE, QUIET, Request, now
from briefing.cli.state import at_work, folder_of
from briefing.day.record import Made, Way, record
from briefing.errors import BriefingError, SettingsError, UsageError
from briefing.model import Edition, Letter
from briefing.plugins import Records
from briefing.post import Report
from briefing.settings import Loaded


@click.command("send", short_help="Mail the last edition, or that of a day.")
@click.argument("day", required=False, type=DAY)
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--again", is_flag=True, help="Send even to those who have it.")
@click.option("--draft", is_flag=True, help="Hold the mails until they are released.")
@click.option("--dry-run", is_flag=True, help="Write the mails as .eml files; record and send nothing.")
@click.option("-o", "--output", metavar="DIR", default=".", help="Where --dry-run writes [default: here].")
@NO_CACHE
@QUIET
def command(day: date | None, *, again: bool, draft: bool, dry_run: bool, output: str, **options: bool) -> int:
    """Mail the last recorded edition, or that of DAY, to every recipient who does not have it yet.

    If none is recorded, it is built and recorded first. Where everybody has it already, that is a failure (exit 1).
    The mail goes the way that `[mail]` names. With --draft it is held: look at it (`briefing outbox show`), then
    release it (`briefing outbox release`, or `briefing send` of that day).

    \b
    Examples:
      briefing send --config ~/news/briefing.toml
      briefing send 2026-11-20 --again
      briefing send --dry-run -o letters/
      briefing send --draft
    """
    from briefing.cli.edition import way

    request = Request(day=day, **options)  # type: ignore[arg-type]
    loaded = request.loaded(needs_sources=False)
    if not loaded.settings.readers:
        raise SettingsError("mail.recipients: is needed to send; name at least one address")
    if dry_run:
        return _dry_run(loaded, request, Path(output))
    settings, moment = loaded.settings, now(loaded.settings)
    folder, out = folder_of(settings), way(settings, state="held" if draft else "queued", again=again)
    with at_work(folder, moment) as records:
        edition, made = _queued(loaded, records, request, out)
        mails = Report() if draft else _delivered(edition, records, out)
        _tell(request, edition, mails, records)
        if made:
            made.copy(edition)
    return _report(mails, made, edition, is_held=draft)


def _queued(loaded: Loaded, records: Records, request: Request, way: Way) -> tuple[Edition, Made | None]:
    """The recorded edition, else one that is built and recorded now, with how it was made; its letters are queued."""
    from briefing import post
    from briefing.cli.edition import as_wished, make

    settings, moment = loaded.settings, way.clock()
    recorded = records.edition(settings.name, request.day)
    if recorded is None:
        made = make(loaded, _past(request.day, moment), moment, request)
        return record(made, records, moment, way), made
    desk = replace(way.desk, pages=as_wished(loaded, recorded, moment, request))
    records.queue([*post.letters(recorded, desk, records, now=moment, again=way.again, mended=True)])
    return recorded, None


def _past(day: date | None, moment: datetime) -> date:
    """Return the day that an edition is built for; raises UsageError for one that is still to come."""
    if day and day > moment.date():
        raise UsageError(f"{day} is still to come: it has no edition")
    return day or moment.date()


def _delivered(edition: Edition, records: Records, way: Way) -> Report:
    """Deliver what is queued, and what of this edition was held or deferred: it has been asked for."""
    from briefing import post

    readers = {post.address(reader) for reader in way.desk.readers}
    for letter in records.letters(edition.name, day=edition.day, states=("held", "deferred")):
        if letter.recipient in readers:
            records.mark(post.afresh(letter, way.clock()))
    return post.deliver(edition.name, way.room(records))


def _tell(request: Request, edition: Edition, mails: Report, records: Records) -> None:
    tried = {letter.number for letter in mails.tried}
    latest = {one.recipient: one for one in records.letters(edition.name, day=edition.day)}
    for letter in latest.values():
        request.tell(f"{letter.recipient}: {_said(letter, edition, is_new=letter.number in tried)}")


def _said(letter: Letter, edition: Edition, *, is_new: bool) -> str:
    which = f"edition of {letter.day}"
    if letter.state == "held":
        return f"{which} is held; briefing outbox release {letter.number} sends it"
    if letter.state == "dropped":
        return f"{which} was dropped; --again sends it"
    if letter.state != "sent":
        return f"{which} has not been sent"
    if is_new:
        return f"{which} sent"
    older = f", revision {letter.revision}; --again sends revision {edition.revision}"
    return f"has the {which}{older if letter.revision < edition.revision else '; --again sends it once more'}"


def _report(mails: Report, made: Made | None, edition: Edition, *, is_held: bool) -> int:
    from briefing.cli.edition import report

    if not (mails.tried or mails.uncertain or is_held):
        raise BriefingError(f"there is nobody to send the edition of {edition.day} to; --again sends it once more")
    return report(mails, made.problems if made else ())


def _dry_run(loaded: Loaded, request: Request, output: Path) -> int:
    """Write every letter of the edition as a file; nothing is recorded, queued or sent."""
    from briefing import post
    from briefing.cli.edition import as_wished, make, report, way
    from briefing.deliverers.files import EmlFolder
    from briefing.records.state import asked, blank

    settings, moment, day = loaded.settings, now(loaded.settings), request.day
    folder = folder_of(settings)
    edition = asked(folder, lambda records: records.edition(settings.name, day))
    made = None if edition else make(loaded, _past(day, moment), moment, request, offline=True)
    edition = edition or replace(made.edition, revision=1)  # type: ignore[union-attr]
    desk = replace(way(settings).desk, pages=made.pages if made else as_wished(loaded, edition, moment, request))

    def written(records: Records) -> list[Letter]:
        return [*post.letters(edition, desk, records, now=moment, again=True)]

    letters = asked(folder, written)
    if letters is None:
        with blank() as records:
            letters = written(records)
    for letter in letters:
        if letter.data:
            EmlFolder(output)(letter, lambda: None)
            request.tell(f"{letter.recipient}: written to {output}")
    return report(Report(tuple(one for one in letters if not one.data)), made.problems if made else ())
