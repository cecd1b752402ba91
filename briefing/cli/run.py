"""`briefing run`: what cron calls. Light where nothing is to be done, for cron calls it all day long."""

from __future__ import annotations

import os
from pathlib import Path

import click

from briefing.cli.due import AT, DAYS, missing
from briefing.cli.request import FILE, NO_CACHE, NO_SOURCE, Request, now
from briefing.cli.state import folder_of
from briefing.errors import RecordsError, SettingsError
from briefing.model import Letter
from briefing.records.lock import held
from briefing.records.state import asked
from briefing.schedule.calendar import DAILY, Timetable
from briefing.settings import Settings, load


@click.command("run", short_help="Build, record and send, once a day: for cron.")
@click.option("--config", type=FILE, metavar="FILE", help="The settings [default: ./briefing.toml].")
@click.option("--due", type=AT, help="Build only if this time has passed since the last edition was made.")
@click.option("--days", type=DAYS, help="The days on which that time counts [default: daily].")
@click.option("--draft", is_flag=True, help="Hold the mails of the edition until they are released.")
@NO_CACHE
@click.option("-v", "--verbose", is_flag=True, help="Say what is done, as the log has it.")
def command(config: Path | None, due: str | None, days: str | None, **options: bool) -> int:
    """Build today's edition from the settings' sources, record it, send it to each recipient once, and what waits.

    Quiet when all is well, however often it is called. The settings need a `name`; without recipients nothing is
    mailed. A source that cannot be read is told of once, afterwards it stands on the page only.

    With --due it may be called all day long: it builds once that time has passed by the clock of the briefing's zone,
    or afterwards if the machine slept, and in any case sends the mails that wait. What goes wrong time and again in the
    same words is told once.

    \b
    Exit codes: 0 well, or nothing to do; 1 failed, or ended after run.limit; 2 usage; 3 a mail has not left, or a
    source could not be read for the first time; 75 another run holds the lock; 78 settings; 130, 143 interrupted.

    \b
    Examples:
      briefing run --config ~/news/briefing.toml
      briefing run --due 07:00 --days mon-fri   as a scheduler calls it, over and over
      briefing run --draft                      then: briefing outbox
    """
    if due is None and days is not None:
        raise click.UsageError("--days says on which days --due counts, which is missing")
    settings = _settings(config)
    folder = folder_of(settings)
    timetable = Timetable.of(due, days or DAILY, settings.zone) if due else None
    if timetable and _is_idle(folder, settings, timetable):
        return 0
    with held(folder, now=now(settings)):
        from briefing.cli.running import Call, run

        # Asked again: another run may have made the edition while this one came to the lock.
        still = missing(folder, timetable, now(settings)) if timetable else None
        request = Request(config=config, quiet=not options["verbose"], no_cache=options["no_cache"])
        call = Call(request, timetable, still, is_draft=options["draft"], is_verbose=options["verbose"])
        return run(call, settings, folder)


def _settings(config: Path | None) -> Settings:
    """Return the settings, names of plugins not looked at: that takes longer than all the rest of an idle call."""
    try:
        settings = load(config=config, folder=Path.cwd(), sources=(), environ=os.environ, overrides={}).settings
    except SettingsError:
        Request(config=config).loaded()  # to tell every mistake at once, those in such names too
        raise
    if not settings.sources:
        raise SettingsError(NO_SOURCE)
    return settings


def _is_idle(folder: Path, settings: Settings, timetable: Timetable) -> bool:
    """Whether no edition is missing and no mail is due. What is wrong with the state is for the run to tell, once."""
    moment = now(settings)
    if missing(folder, timetable, moment):
        return False

    def waits(letter: Letter) -> bool:
        if letter.state == "uncertain":
            return settings.mail.on_unknown == "resend"
        return letter.due is None or letter.due <= moment

    states = ("queued", "sending", "deferred", "uncertain")
    try:
        return not any(map(waits, asked(folder, lambda state: state.letters(settings.name, states=states)) or ()))
    except RecordsError:
        return False
