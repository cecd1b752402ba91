"""`briefing send`: mail an edition."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from briefing.cli.request import DAY, FILE, Request, now
from briefing.day import Made
from briefing.errors import BriefingError, UsageError
from briefing.model import Edition
from briefing.plugins import Records
from briefing.post import Report
from briefing.settings import Loaded


@click.command("send", short_help="Mail the last edition, or that of a day.")
@click.argument("day", required=False, type=DAY)
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--again", is_flag=True, help="Send even to those who have it.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(day: date | None, config: Path | None, *, again: bool, quiet: bool) -> int:
    """Mail the last recorded edition, or that of DAY, to every recipient who does not have it yet.

    If none is recorded, it is built and recorded first. Where everybody has it already, that is a failure (exit 1).
    The mail goes through the server that `[mail]` names
    (password: the environment variable BRIEFING_MAIL_PASSWORD), or as .eml files into `mail.folder`.

    \b
    Examples:
      briefing send --config ~/news/briefing.toml
      briefing send 2026-11-20 --again
    """
    from briefing import assembly, post
    from briefing.cli.edition import report, state
    from briefing.records.lock import held
    from briefing.records.state import opened

    request = Request(config=config, day=day, quiet=quiet)
    loaded = request.loaded(needs_sources=False)
    settings, moment = loaded.settings, now(loaded.settings)
    folder, deliverer = state(settings), assembly.deliverer(settings)
    with held(folder, now=moment), opened(folder) as records:
        edition, made = _edition(loaded, records, day, moment)
        mails = post.send(edition, post.Mailroom(settings.mail, records, deliverer), now=moment, again=again)
        _tell(request, edition, mails, settings.mail.folder)
        if made:
            made.copy(edition)
    if not mails.tried and not mails.uncertain:
        raise BriefingError(f"everybody has the edition of {edition.day}; --again sends it once more")
    return report(mails, made.problems if made else ())


def _edition(loaded: Loaded, records: Records, day: date | None, moment: datetime) -> tuple[Edition, Made | None]:
    """The recorded edition, else one that is built and recorded now, with how it was made."""
    from briefing.cli.edition import make
    from briefing.day import record

    recorded = records.edition(loaded.settings.name, day)
    if recorded:
        return recorded, None
    if day and day > moment.date():
        raise UsageError(f"{day} is still to come: it has no edition")
    made = make(loaded, day or moment.date(), moment)
    return record(made, records, moment), made


def _tell(request: Request, edition: Edition, mails: Report, folder: str) -> None:
    done = f"written to {folder}" if folder else "sent"
    for delivery in mails.sent:
        request.tell(f"{delivery.recipient}: edition of {edition.day} {done}")
    for delivery in mails.already:
        request.tell(f"{delivery.recipient}: has the edition of {edition.day}; --again sends it once more")
